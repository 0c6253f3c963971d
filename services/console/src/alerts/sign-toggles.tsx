import type { ReactNode } from 'react';
import { CheckOutlined } from '@ant-design/icons';
import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AlertSigns } from '@accord/contracts';

export const YES_OR_NO = ['stoppage', 'roadBlocked', 'injury', 'crossEmployer'] as const;

export const NO_SIGNS: AlertSigns = {
  stoppage: false,
  roadBlocked: false,
  injury: false,
  crossEmployer: false,
  arrearsMonths: 0,
};

interface SignTogglesProps {
  value?: AlertSigns;
  onChange?: (signs: AlertSigns) => void;
  /** Months of arrears only mean something where wages are claimed. */
  askArrears: boolean;
}

export function SignToggles({ value = NO_SIGNS, onChange, askArrears }: SignTogglesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="signs">
        {YES_OR_NO.map((sign) => (
          <button
            key={sign}
            type="button"
            className="sign"
            aria-pressed={value[sign]}
            onClick={() => onChange?.({ ...value, [sign]: !value[sign] })}
          >
            <span className="sign__box" aria-hidden="true">
              {value[sign] && <CheckOutlined />}
            </span>
            {t(`sign.${sign}`)}
          </button>
        ))}
      </div>
      {(askArrears || value.arrearsMonths > 0) && (
        <label className="signs__arrears">
          {t('sign.arrearsMonths')}
          <InputNumber
            min={0}
            max={120}
            precision={0}
            inputMode="numeric"
            value={value.arrearsMonths}
            onChange={(months) => onChange?.({ ...value, arrearsMonths: months ?? 0 })}
            suffix={t('sign.months')}
          />
        </label>
      )}
    </>
  );
}
