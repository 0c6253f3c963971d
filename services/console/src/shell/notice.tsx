import type { ReactNode } from 'react';
import { InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import './notice.css';

interface NoticeProps {
  tone: 'note' | 'problem';
  children: ReactNode;
  action?: ReactNode;
}

/** A sentence that must be read. A problem is announced at once to screen readers, a note when they are free. */
export function Notice({ tone, children, action }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice--${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      {tone === 'problem' ? <WarningOutlined aria-hidden /> : <InfoCircleOutlined aria-hidden />}
      <div className="notice__text">{children}</div>
      {action}
    </div>
  );
}
