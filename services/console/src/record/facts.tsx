import type { ReactNode } from 'react';
import './facts.css';

/** Names and values; what is not known is left out by the caller or said in words. */
export function Facts({ children }: { children: ReactNode }): ReactNode {
  return <dl className="facts">{children}</dl>;
}

export function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }): ReactNode {
  return (
    <div className={wide ? 'facts__wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
