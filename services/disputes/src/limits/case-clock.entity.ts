import type { LocalisedText } from '@accord/case-model';
import { type DueDate, dueDate, findRuleInForce, regionOfArea } from '@accord/clocks';
import type { ClockView } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';

/** The limits that mediation knows, by the keys of the clock catalogue. */
export type LimitKey = 'fed.reach-both-sides' | 'med.accept' | 'med.lawlimit' | 'med.limit';

/** One limit of a case with the reason for its date. A line is never written over: another date is another line. */
@Entity('case_clocks')
export class CaseClock {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'case_id' }) readonly caseId!: string;
  @Column('text') readonly key!: LimitKey;
  @Column('jsonb') readonly name!: LocalisedText;
  @Column('date', { name: 'started_on' }) readonly startedOn!: string;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
  /** The first instant at which the act is late. */
  @Column('timestamptz', { name: 'due_at' }) readonly dueAt!: Date;
  @Column('text') state: ClockView['state'] = 'running';
  /** When the act was done, in time or late; or when nothing was left to do. Null while somebody still owes it. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null = null;
  @Column('boolean') readonly provisional!: boolean;
  @Column('jsonb') readonly explanation!: LocalisedText;
  @Column('jsonb') readonly basis!: LocalisedText;
  @Column('boolean') readonly statutory!: boolean;

  /** Starts the limit that the rule in force on that day sets; null where none was in force yet. */
  static start(caseId: string, areaCode: string, key: LimitKey, startedOn: string): CaseClock | null {
    const rule = findRuleInForce(key, startedOn, regionOfArea(areaCode));
    return rule === undefined ? null : CaseClock.from(caseId, dueDate({ rule, start: startedOn }));
  }

  private static from(caseId: string, due: DueDate): CaseClock {
    const { name, startedOn, dueOn, dueAt, provisional, explanation, basis, statutory } = due;
    const words = { name, explanation, basis };
    return Object.assign(new CaseClock(), {
      id: v7(),
      caseId,
      key: due.key,
      startedOn,
      dueOn,
      dueAt,
      provisional,
      statutory,
      ...words,
    });
  }

  /** Somebody still owes the act, in time or late. */
  get isOwed(): boolean {
    return this.endedOn === null;
  }

  /** The date as events tell of it. */
  get due(): { dueOn: string; provisional: boolean } {
    const { dueOn, provisional } = this;
    return { dueOn, provisional };
  }

  isDue(now: Date): boolean {
    return this.state === 'running' && this.dueAt <= now;
  }

  pass(): void {
    this.state = 'passed';
  }

  /** The act was done. A limit that had passed stays passed: it was done late. */
  meet(on: string): void {
    if (this.state === 'running') this.state = 'met';
    this.endedOn = on;
  }

  /** The case ended in a way that left the act without a purpose. */
  stop(on: string): void {
    if (this.state === 'running') this.state = 'stopped';
    this.endedOn = on;
  }

  /** Whether something done on that day was in time. */
  covers(day: string): boolean {
    return day <= this.dueOn;
  }

  view(): ClockView {
    const { key, name, startedOn, dueOn, state, provisional, explanation, basis, statutory } = this;
    return { key, name, startedOn, dueOn, dueAt: this.dueAt.toISOString(), state, provisional, explanation, basis, statutory };
  }
}
