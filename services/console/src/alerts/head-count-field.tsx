import type { ReactNode } from 'react';
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

/** Around the lines at which a level usually changes; the rule itself is the server's. */
const QUICK_PICKS = [1, 5, 10, 30, 50, 100, 200, 1000];
const MOST = 100_000;

interface HeadCountFieldProps {
  id?: string;
  value?: number | null;
  onChange?: (count: number | null) => void;
}

export function HeadCountField({ id, value = null, onChange }: HeadCountFieldProps): ReactNode {
  const { t } = useTranslation();
  const step = (by: number): void => onChange?.(Math.min(MOST, Math.max(1, (value ?? 0) + by)));
  return (
    <div className="head-count">
      <div className="head-count__stepper">
        <Button icon={<MinusOutlined />} aria-label={t('report.fewer')} disabled={(value ?? 0) <= 1} onClick={() => step(-1)} />
        <InputNumber
          id={id}
          min={1}
          max={MOST}
          precision={0}
          controls={false}
          inputMode="numeric"
          value={value}
          onChange={(count) => onChange?.(count)}
          suffix={t('report.people')}
        />
        <Button icon={<PlusOutlined />} aria-label={t('report.more')} onClick={() => step(1)} />
      </div>
      <div className="head-count__picks" role="group" aria-label={t('report.quickPicks')}>
        {QUICK_PICKS.map((count) => (
          <Button
            key={count}
            type={value === count ? 'primary' : 'default'}
            aria-pressed={value === count}
            onClick={() => onChange?.(count)}
          >
            {count}
          </Button>
        ))}
      </div>
    </div>
  );
}
