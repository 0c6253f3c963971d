import type { LocalisedText } from '@accord/case-model';
import type { ClockRule } from './clock-rule';
import { setByTheFederation } from './legal-source';

type Named = Pick<ClockRule, 'key' | 'name' | 'startEvent' | 'length' | 'unit'>;
type Given = Named & Partial<ClockRule>;

const WITHOUT_ROLL: readonly ClockRule['unit'][] = ['working_day', 'working_hour', 'hour', 'minute'];
const FROM_INSTANT: readonly ClockRule['unit'][] = ['working_hour', 'hour', 'minute'];

/** A limit set by law; what a row leaves out is the law's usual way of counting (day of the event not counted, roll at the end). */
export function statutory(given: Given & { basis: LocalisedText }): ClockRule {
  return { ...usualCounting(given), statutory: true, verification: 'V', ...given };
}

/** A limit the federation set itself: configurable, and its basis says so. */
export function own(given: Given): ClockRule {
  return { ...usualCounting(given), statutory: false, verification: 'D', basis: setByTheFederation, ...given };
}

function usualCounting({ unit }: Given): Omit<ClockRule, keyof Named | 'statutory' | 'verification' | 'basis'> {
  return {
    direction: 'after',
    counting: FROM_INSTANT.includes(unit) ? 'from_instant' : 'first_day_excluded',
    roll: WITHOUT_ROLL.includes(unit) ? 'none' : 'next_working_day',
    extension: null,
    suspension: null,
    validFrom: null,
    validTo: null,
    region: null,
    note: null,
  };
}
