import type { ReactNode } from 'react';
import { AlertLevel } from '@accord/contracts';
import { LevelBadge } from './level-badge';

interface LevelChoiceProps {
  id?: string;
  value?: AlertLevel | null;
  onChange?: (level: AlertLevel) => void;
}

export function LevelChoice({ id, value = null, onChange }: LevelChoiceProps): ReactNode {
  return (
    <div className="level-choice" id={id}>
      {AlertLevel.options.map((level) => (
        <button
          key={level}
          type="button"
          className="level-choice__one"
          aria-pressed={value === level}
          onClick={() => onChange?.(level)}
        >
          <LevelBadge level={level} large />
        </button>
      ))}
    </div>
  );
}
