import type { ReactNode } from 'react';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live';

/** Says whether what is on screen follows by itself; shape and word differ, not colour alone. */
export function LiveLight(): ReactNode {
  const { t } = useTranslation();
  const state = useLiveState();
  return (
    <Tooltip title={t(`live.${state}Why`)}>
      <span className={`live-light live-light--${state}`} role="status" tabIndex={0}>
        <span className="live-light__dot" aria-hidden="true" />
        <span className="live-light__word">{t(`live.${state}`)}</span>
      </span>
    </Tooltip>
  );
}
