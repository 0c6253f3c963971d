import type { ReactNode } from 'react';
import { parentOf, useAreaName } from './areas.api';

/** “昆山市 玉山镇”: a division with the one above it, below the city. The code stands in until the names have come. */
export function AreaName({ code }: { code: string }): ReactNode {
  const parent = parentOf(code);
  const name = useAreaName(code);
  const above = useAreaName(code.length > 6 ? parent : null);
  return <span>{name === undefined ? code : [above, name].filter(Boolean).join(' ')}</span>;
}
