import { InvalidWorkingHours } from './due-date.errors';

const MILLISECONDS_PER_MINUTE = 60_000;

/** A stretch of a working day in business time, written `HH:MM`; the end itself is no longer working time. */
export interface WorkingWindow {
  readonly from: string;
  readonly to: string;
}

/** When work is done on a working day. A federation sets its own; {@link standardWorkingHours} is where it starts. */
export class WorkingHours {
  /** The windows in milliseconds from the start of the day. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];

  /** Throws {@link InvalidWorkingHours} unless the windows are in order, do not touch each other and are not empty. */
  constructor(readonly windows: readonly WorkingWindow[]) {
    this.spans = windows.map(({ from, to }) => ({ from: timeOfDay(from), to: timeOfDay(to) }));
    const inOrder = this.spans.every(({ from, to }, index) => from < to && (this.spans[index - 1]?.to ?? -1) < from);
    if (this.spans.length === 0 || !inOrder) throw new InvalidWorkingHours(this.toString());
  }

  toString(): string {
    return this.windows.map(({ from, to }) => `${from}–${to}`).join(', ');
  }
}

/** 09:00–12:00 and 13:00–17:00. */
export const standardWorkingHours = new WorkingHours([
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]);

function timeOfDay(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^(24):(00)$/.exec(text);
  if (match === null) throw new InvalidWorkingHours(text);
  const [hours, minutes] = [match[1] ?? match[3], match[2] ?? match[4]];
  return (Number(hours) * 60 + Number(minutes)) * MILLISECONDS_PER_MINUTE;
}
