import { civilDate, dayNumber, isoDate } from '../calendar/business-day';
import type { ClockRule } from './clock-rule';
import { clockRules } from './clock-rules.data';
import { ClockRuleInvalid, ClockRuleNotConfigurable, ClockRuleNotInForce } from './clock-rules.errors';
import type { Region } from './region';
import { own } from './rule-forms';

/** Far beyond any limit in days or minutes, and short enough to count. */
const LONGEST = 36_600;

/** What a federation may set in a limit of its own. */
export type OwnLimit = Partial<Pick<ClockRule, 'length' | 'unit' | 'roll' | 'extension'>>;

/** The clock rules by key and date. Immutable; a federation's own settings give a new catalogue. */
export class ClockCatalogue {
  readonly #byKey: ReadonlyMap<string, readonly ClockRule[]>;

  constructor(readonly rules: readonly ClockRule[]) {
    const byKey = new Map<string, ClockRule[]>();
    for (const rule of rules) {
      requireWholeLength(rule);
      const versions = byKey.get(rule.key) ?? [];
      const other = versions.find((version) => version.region === rule.region && overlap(version, rule));
      if (other !== undefined)
        throw new Error(`Two versions of ${rule.key} are in force from ${later(rule.validFrom, other.validFrom)} on.`);
      byKey.set(rule.key, [...versions, rule]);
    }
    this.#byKey = byKey;
  }

  /** The rule that governs an event on `onDate`, a province's own before the national one; undefined where none was in force. */
  find(key: string, onDate: string, region: Region | null = null): ClockRule | undefined {
    civilDate(onDate);
    const inForce = (this.#byKey.get(key) ?? []).filter((rule) => isInForce(rule, onDate));
    return inForce.find((rule) => rule.region !== null && rule.region === region) ?? inForce.find((rule) => rule.region === null);
  }

  /** Like {@link find}; throws {@link ClockRuleNotInForce} where no rule governs that day. */
  get(key: string, onDate: string, region: Region | null = null): ClockRule {
    const rule = this.find(key, onDate, region);
    if (rule === undefined) throw new ClockRuleNotInForce(key, onDate, region, this.#byKey.has(key));
    return rule;
  }

  /** Every version of every rule that governs events on `onDate` in `region`. */
  inForceOn(onDate: string, region: Region | null = null): ClockRule[] {
    return [...this.#byKey.keys()].flatMap((key) => this.find(key, onDate, region) ?? []);
  }

  /**
   * A catalogue in which the federation's own limit `key` is as given from `from` on; cases that began before keep
   * theirs. Throws {@link ClockRuleNotConfigurable} for a statutory limit: no setting changes the law.
   */
  withOwnLimit(key: string, from: string, limit: OwnLimit): ClockCatalogue {
    const current = this.get(key, from);
    if (current.statutory) throw new ClockRuleNotConfigurable(key);
    const before = dayBefore(from);
    const kept = this.rules.flatMap((rule) => {
      if (rule !== current) return [rule];
      return rule.validFrom === from ? [] : [{ ...rule, validTo: before }];
    });
    const { name, startEvent, length, unit, region, note, validTo } = current;
    return new ClockCatalogue([
      ...kept,
      own({ key, name, startEvent, length, unit, region, note, validTo, ...limit, validFrom: from }),
    ]);
  }
}

/** The catalogue as it ships; services that let the federation set its own limits derive theirs from it. */
export const clockCatalogue = new ClockCatalogue(clockRules);

/** The shipped rule that governs an event on `onDate`. Throws {@link ClockRuleNotInForce} where none does. */
export function ruleInForce(key: string, onDate: string, region: Region | null = null): ClockRule {
  return clockCatalogue.get(key, onDate, region);
}

/** The shipped rule that governs an event on `onDate`; undefined where none does: a case of 2010 has no Order 17 clock. */
export function findRuleInForce(key: string, onDate: string, region: Region | null = null): ClockRule | undefined {
  return clockCatalogue.find(key, onDate, region);
}

function isInForce({ validFrom, validTo }: ClockRule, onDate: string): boolean {
  return (validFrom === null || validFrom <= onDate) && (validTo === null || onDate <= validTo);
}

function overlap(one: ClockRule, other: ClockRule): boolean {
  const endsBefore = (a: ClockRule, b: ClockRule) => a.validTo !== null && b.validFrom !== null && a.validTo < b.validFrom;
  return !endsBefore(one, other) && !endsBefore(other, one);
}

function later(one: string | null, other: string | null): string {
  return (
    [one, other]
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? 'the beginning'
  );
}

function requireWholeLength({ key, length }: ClockRule): void {
  if (!Number.isSafeInteger(length) || length < 1 || length > LONGEST) throw new ClockRuleInvalid(key, length);
}

function dayBefore(date: string): string {
  return isoDate(dayNumber(date) - 1);
}
