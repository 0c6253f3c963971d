import type { ReactNode } from 'react';
import { ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';

/** Live rows wait behind this button, so that nothing moves under the cursor. Its room is always kept. */
export function NewRows({ waiting, text, onShow }: { waiting: number; text: string; onShow: () => void }): ReactNode {
  return (
    <div className="new-rows" role="status">
      {waiting > 0 && (
        <Button shape="round" icon={<ArrowUpOutlined />} onClick={onShow}>
          {text}
        </Button>
      )}
    </div>
  );
}
