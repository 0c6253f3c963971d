import { z } from 'zod';
import { Instant, LocalisedText } from './vocabulary';

/** One line of an append-only timeline; it may also say why something did not happen. */
export const TimelineEntry = z.object({
  at: Instant,
  what: z.string().meta({ description: 'Stable key of the kind of entry.' }),
  actor: z.string().nullable().meta({ description: 'Who did it; null when the system did.' }),
  text: LocalisedText,
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
