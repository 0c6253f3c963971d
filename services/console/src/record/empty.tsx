import type { ReactNode } from 'react';
import { InboxOutlined } from '@ant-design/icons';
import { StatePage } from '../shell/state-page';

/** An empty list that says what it means and what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <StatePage within icon={<InboxOutlined />} title={title}>
        {children}
      </StatePage>
    </div>
  );
}
