import type { ReactNode } from 'react';
import { Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffPasswordIssued } from '@accord/contracts';

/** Shown once and stored nowhere: the window closes only on purpose. */
export function OneTimePassword({ issued, onClose }: { issued: StaffPasswordIssued; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('staff.passwordOf', { name: issued.staff.name })}
      mask={{ closable: false }}
      keyboard={false}
      closable={false}
      okText={t('staff.passwordNoted')}
      onOk={onClose}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      {issued.oneTimePassword === null ? (
        <p>{t('staff.passwordGone')}</p>
      ) : (
        <>
          <Typography.Text className="one-time-password" copyable>
            {issued.oneTimePassword}
          </Typography.Text>
          <p>{t('staff.passwordOnce')}</p>
        </>
      )}
    </Modal>
  );
}
