import { type ReactNode, useState } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKey } from './use-key';

/** `?` lists the keys. */
export function KeyHelp(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useKey('?', () => setOpen(true));
  const keys = [
    ['?', t('keys.help')],
    ['j / k', t('keys.move')],
    ['Enter', t('keys.open')],
    ['/', t('keys.search')],
    ['Ctrl + Enter', t('keys.submit')],
    ['Esc', t('keys.close')],
  ];
  return (
    <Modal open={open} title={t('keys.title')} footer={null} onCancel={() => setOpen(false)} width={420}>
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
