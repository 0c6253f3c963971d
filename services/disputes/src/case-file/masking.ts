/** Personal numbers as a screen may show them: enough to recognise, not enough to use. */
export function masked(value: string, { keepFirst, keepLast }: { keepFirst: number; keepLast: number }): string {
  const hidden = Math.max(value.length - keepFirst - keepLast, 0);
  return hidden === 0
    ? '*'.repeat(value.length)
    : value.slice(0, keepFirst) + '*'.repeat(hidden) + value.slice(value.length - keepLast);
}
