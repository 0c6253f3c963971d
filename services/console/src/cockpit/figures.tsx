import type { ReactNode } from 'react';
import { InfoCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Indicator, IndicatorReport } from '@accord/contracts';
import { useSay } from '../i18n/language';
import { FigureLink } from './figure-link';

/** Rates first, each with the two counts it was made of; then the plain counts. */
export function Figures({ report }: { report: IndicatorReport }): ReactNode {
  const rates = report.indicators.filter(({ denominator }) => denominator !== null);
  const counts = report.indicators.filter(({ denominator }) => denominator === null);
  return (
    <>
      <div className="figures">
        {rates.map((indicator) => (
          <Rate key={indicator.key} report={report} indicator={indicator} />
        ))}
      </div>
      <div className="figures figures--counts">
        {counts.map((indicator) => (
          <Count key={indicator.key} report={report} indicator={indicator} />
        ))}
      </div>
    </>
  );
}

interface FigureProps {
  report: IndicatorReport;
  indicator: Indicator;
}

function Rate({ report, indicator }: FigureProps): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const { rate, numerator, denominator } = indicator;
  return (
    <section className="figure sheet">
      <FigureName indicator={indicator} />
      {rate === null ? (
        <div className="figure__hidden">{t('cockpit.rateHidden')}</div>
      ) : (
        <div className="figure__value">{(rate * 100).toFixed(1)}%</div>
      )}
      {rate !== null && (
        <div className="figure__bar" aria-hidden="true">
          <span style={{ width: `${Math.min(100, rate * 100)}%` }} />
        </div>
      )}
      <div className="figure__counts">
        <FigureLink report={report} figure={{ of: indicator.key }} count={numerator} label={say(indicator.name)} /> ÷{' '}
        <FigureLink
          report={report}
          figure={{ of: indicator.key, part: 'below' }}
          count={denominator ?? 0}
          label={t('cockpit.below', { name: say(indicator.name) })}
        />{' '}
        {t(`cockpit.unit.${indicator.unit}`)}
      </div>
    </section>
  );
}

function Count({ report, indicator }: FigureProps): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="figure sheet">
      <FigureName indicator={indicator} />
      <div className="figure__value">
        <FigureLink report={report} figure={{ of: indicator.key }} count={indicator.numerator} label={say(indicator.name)} />
        <span className="figure__unit">{t(`cockpit.unit.${indicator.unit}`)}</span>
      </div>
    </section>
  );
}

/** The name, with the definition that the figure was computed by. */
function FigureName({ indicator }: { indicator: Indicator }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const definition = (
    <div className="figure__definition">
      <p>{say(indicator.definition)}</p>
      <p className="quiet">{t('cockpit.definitionVersion', { version: indicator.definitionVersion })}</p>
    </div>
  );
  return (
    <h2 className="figure__name">
      {say(indicator.name)}
      <Popover content={definition} trigger={['hover', 'focus', 'click']}>
        <button type="button" className="figure__ask" aria-label={t('cockpit.definition', { name: say(indicator.name) })}>
          <InfoCircleOutlined aria-hidden />
        </button>
      </Popover>
    </h2>
  );
}
