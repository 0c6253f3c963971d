import type { ReactNode } from 'react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IndicatorReport } from '@accord/contracts';
import { AreaField } from '../area/area-field';
import { BusinessDateField } from '../record/business-date-field';
import type { Filter } from '../record/filter';
import { type CockpitFilterName, periodOf, type Preset, PRESETS } from './period';

interface CockpitFiltersProps {
  filter: Filter<CockpitFilterName>;
  shown: IndicatorReport | undefined;
}

export function CockpitFilters({ filter: { values, set }, shown }: CockpitFiltersProps): ReactNode {
  const { t } = useTranslation();
  const from = values.from ?? shown?.from;
  const to = values.to ?? shown?.to;
  const preset = PRESETS.find((name) => periodOf(name).from === from && periodOf(name).to === to);
  return (
    <div className="cockpit__filters" role="search" aria-label={t('state.filters')}>
      <Segmented<Preset | ''>
        value={preset ?? ''}
        onChange={(name) => name !== '' && set(periodOf(name))}
        options={PRESETS.map((value) => ({ value, label: t(`cockpit.preset.${value}`) }))}
      />
      <label>
        <span className="unseen">{t('cockpit.from')}</span>
        <BusinessDateField value={from} notInFuture onChange={(date) => set({ from: date })} />
      </label>
      <label>
        <span className="unseen">{t('cockpit.to')}</span>
        <BusinessDateField value={to} notInFuture onChange={(date) => set({ to: date })} />
      </label>
      <AreaField clearable value={values.area ?? null} onChange={(area) => set({ area })} />
    </div>
  );
}
