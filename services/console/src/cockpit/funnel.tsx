import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorReport } from '@accord/contracts';
import { FigureLink } from './figure-link';

/** From alert to settlement; the table beside the bars says the same in figures. */
export function Funnel({ report }: { report: IndicatorReport }): ReactNode {
  const { t } = useTranslation();
  const widest = Math.max(1, ...report.funnel.map(({ count }) => count));
  return (
    <section className="sheet funnel">
      <h2>{t('cockpit.funnel')}</h2>
      <table>
        <thead className="unseen">
          <tr>
            <th>{t('cockpit.step')}</th>
            <th>{t('cockpit.count')}</th>
            <th>{t('cockpit.share')}</th>
          </tr>
        </thead>
        <tbody>
          {report.funnel.map(({ step, count }, index) => {
            // Cases also come from applications: they are no part of the alerts before them.
            const before = step === 'cases' ? undefined : report.funnel[index - 1]?.count;
            const name = t(`cockpit.steps.${step}`);
            return (
              <tr key={step}>
                <th scope="row">{name}</th>
                <td className="funnel__bar">
                  <span aria-hidden="true" style={{ width: `${(count / widest) * 100}%` }} />
                </td>
                <td className="num">
                  <FigureLink report={report} figure={{ step }} count={count} label={name} />
                </td>
                <td className="num quiet">
                  {before ? t('cockpit.ofBefore', { percent: Math.round((count / before) * 100) }) : ''}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet funnel__note">{t('cockpit.funnelNote')}</p>
    </section>
  );
}
