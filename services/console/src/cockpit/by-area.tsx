import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { IndicatorReport } from '@accord/contracts';
import { AreaName } from '../area/area-name';
import { FigureLink } from './figure-link';

/** Each column with the indicator that lists its cases. */
const COLUMNS = [
  ['opened', 'cases'],
  ['accepted', 'accepted'],
  ['concluded', 'concluded'],
  ['settled', 'settled'],
  ['overdue', 'overdue'],
] as const;

/** City, district, town: each name leads one level down (下钻). */
export function ByArea({ report }: { report: IndicatorReport }): ReactNode {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const down = (area: string): string => {
    const next = new URLSearchParams(parameters);
    next.set('area', area);
    return `?${next.toString()}`;
  };
  if (report.byArea.length === 0) return null;
  return (
    <section className="sheet by-area">
      <h2>{t('cockpit.byArea')}</h2>
      <div className="by-area__scroll">
        <table>
          <thead>
            <tr>
              <th>{t('cockpit.area')}</th>
              {COLUMNS.map(([column]) => (
                <th key={column} className="num">
                  {t(`cockpit.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.byArea.map((row) => (
              <tr key={row.areaCode}>
                <th scope="row">
                  <Link to={down(row.areaCode)}>
                    <AreaName code={row.areaCode} />
                  </Link>
                </th>
                {COLUMNS.map(([column, of]) => (
                  <td key={column} className={`num${column === 'overdue' && row.overdue > 0 ? ' by-area__overdue' : ''}`}>
                    <FigureLink
                      report={report}
                      figure={{ of }}
                      area={row.areaCode}
                      count={row[column]}
                      label={t(`cockpit.column.${column}`)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {t('cockpit.overdueNow')}{' '}
        <FigureLink report={report} figure={{ of: 'overdue' }} count={report.overdue} label={t('cockpit.overdueNow')} />{' '}
        {t('cockpit.unit.cases')}
      </p>
    </section>
  );
}
