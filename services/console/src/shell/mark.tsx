import type { ReactNode } from 'react';

/** The product's mark: three voices in accord. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--mark)" />
      <path d="M9 20.5v-5M16 24V8M23 20.5v-5" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" fill="none" />
    </svg>
  );
}
