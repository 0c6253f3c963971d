import { z } from 'zod';
import { BusinessDate, Instant, LocalisedText } from './vocabulary';

/** A running or ended limit with its reason; the console shows it as a countdown. */
export const ClockView = z.object({
  key: z.string().meta({ description: 'Key of the clock rule, e.g. `med.lawlimit`.' }),
  name: LocalisedText,
  startedOn: BusinessDate,
  dueOn: BusinessDate,
  dueAt: Instant,
  state: z.enum(['running', 'met', 'passed', 'superseded', 'stopped']),
  provisional: z.boolean().meta({ description: 'The due date lies beyond the published holiday calendar and may move.' }),
  explanation: LocalisedText,
  basis: LocalisedText,
  statutory: z.boolean().meta({ description: 'False for a limit that the federation set itself.' }),
});
export type ClockView = z.infer<typeof ClockView>;
