import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertLevel } from '@accord/contracts';
import './level-badge.css';

/** Each level has its own shape, so that nobody needs to tell colours apart. */
const SHAPES = {
  red: 'M10 2h8l8 8v8l-8 8h-8l-8-8v-8z',
  orange: 'M14 2.5 26.5 25h-25z',
  yellow: 'M14 1.5 26.5 14 14 26.5 1.5 14z',
  blue: 'M14 2a12 12 0 1 1 0 24a12 12 0 0 1 0-24z',
} satisfies Record<AlertLevel, string>;

export function LevelBadge({ level, large = false }: { level: AlertLevel; large?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={`level level--${level}${large ? ' level--large' : ''}`}>
      <LevelShape level={level} />
      {t(`level.${level}`)}
    </span>
  );
}

export function LevelShape({ level }: { level: AlertLevel }): ReactNode {
  return (
    <svg className="level__shape" viewBox="0 0 28 28" aria-hidden="true">
      <path d={SHAPES[level]} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinejoin="round" />
      <path
        d={level === 'blue' ? 'M14 12.5v8M14 8v.4' : 'M14 9.5v7.5M14 20.8v.4'}
        stroke="currentColor"
        strokeWidth="2.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
