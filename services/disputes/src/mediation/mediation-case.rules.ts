import type { LocalisedText } from '@accord/case-model';
import type { AcceptCaseRequest } from '@accord/contracts';
import { DateInFuture } from '@accord/http';
import { collectiveThresholds } from './collective-threshold.data';
import { BothConsentsRequired, DateContradicts } from './mediation-case.errors';

const AFTER_OPENING = { zh: '案件在该日立案或收到申请', en: 'the case was opened or applied for on that day' };

/** Whether workers with a common claim may act through representatives. Law art. 7: ten or more. */
export function isCollective(headCount: number, onDate: string): boolean {
  const inForce = collectiveThresholds.findLast(({ validFrom }) => validFrom <= onDate);
  return inForce !== undefined && headCount >= inForce.people;
}

/**
 * Mediation is voluntary: a case is accepted only with both parties' consent (Order 17 arts. 22 and 23), given after the
 * case or the application for it came up.
 */
export function requireBothConsents(consents: AcceptCaseRequest, begunOn: string, today: string): void {
  for (const party of ['applicant', 'respondent'] as const) {
    const { given, on } = consents[`${party}Consent`];
    if (!given) throw new BothConsentsRequired(party);
    requireNotInFuture(`${party}Consent.on`, on, today);
    requireNotBefore(`${party}Consent.on`, on, begunOn, AFTER_OPENING);
  }
}

/** What is recorded has happened: its date may be today, not tomorrow. */
export function requireNotInFuture(field: string, given: string, today: string): void {
  if (given > today) throw new DateInFuture(field, given);
}

/** Nothing is dated before what must have come first; the same day is in order. */
export function requireNotBefore(field: string, given: string, earliest: string, because: LocalisedText): void {
  if (given < earliest) throw new DateContradicts(field, given, earliest, because);
}

/** The number on the file's cover: district, year of opening, running number. */
export function caseNumber(areaCode: string, openedOn: string, serial: number): string {
  return `TJ-${areaCode.slice(0, 6)}-${openedOn.slice(0, 4)}-${String(serial).padStart(6, '0')}`;
}
