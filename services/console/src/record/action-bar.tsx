import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useActionName } from './action-name';

interface ActionBarProps<Action extends string> {
  /** What the server allows now; nothing else is drawn. */
  allowed: Action[];
  /** In this order; the first that is allowed is the main one. */
  order: Action[];
  onChoose: (action: Action) => void;
}

export function ActionBar<Action extends string>({ allowed, order, onChoose }: ActionBarProps<Action>): ReactNode {
  const { t } = useTranslation();
  const actionName = useActionName();
  const shown = order.filter((action) => allowed.includes(action));
  if (shown.length === 0) return null;
  return (
    <div className="action-bar" role="group" aria-label={t('record.actions')}>
      {shown.map((action, index) => (
        <Button key={action} type={index === 0 ? 'primary' : 'default'} onClick={() => onChoose(action)}>
          {actionName(action)}
        </Button>
      ))}
    </div>
  );
}
