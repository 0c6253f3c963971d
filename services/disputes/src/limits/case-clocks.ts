import { CaseClock, type LimitKey } from './case-clock.entity';

/** Every limit of one case, oldest first. */
export class CaseClocks {
  readonly #asLoaded: ReadonlyMap<CaseClock, string>;

  constructor(readonly all: CaseClock[] = []) {
    this.#asLoaded = new Map(all.map((clock) => [clock, fingerprint(clock)]));
  }

  add(clock: CaseClock): void {
    this.all.push(clock);
  }

  /** The limit of that kind that stands; undefined where it never started. */
  find(key: LimitKey): CaseClock | undefined {
    return this.all.findLast((clock) => clock.key === key && clock.state !== 'superseded');
  }

  due(now: Date): CaseClock[] {
    return this.all.filter((clock) => clock.isDue(now));
  }

  meet(keys: readonly LimitKey[], on: string): void {
    for (const clock of this.owed()) if (keys.includes(clock.key)) clock.meet(on);
  }

  stopOwed(on: string): void {
    for (const clock of this.owed()) clock.stop(on);
  }

  /** The earliest date on which an act that is still owed is, or was, due; null when nothing is owed. */
  get nextDueAt(): Date | null {
    const instants = this.owed().map(({ dueAt }) => dueAt.getTime());
    return instants.length === 0 ? null : new Date(Math.min(...instants));
  }

  /** When the next limit that still runs will have run out; null when none runs. */
  get nextToRunOut(): Date | null {
    const instants = this.all.filter(({ state }) => state === 'running').map(({ dueAt }) => dueAt.getTime());
    return instants.length === 0 ? null : new Date(Math.min(...instants));
  }

  get started(): CaseClock[] {
    return this.all.filter((clock) => !this.#asLoaded.has(clock));
  }

  get changed(): CaseClock[] {
    return this.all.filter((clock) => this.#asLoaded.has(clock) && this.#asLoaded.get(clock) !== fingerprint(clock));
  }

  private owed(): CaseClock[] {
    return this.all.filter((clock) => clock.isOwed && clock.state !== 'superseded');
  }
}

function fingerprint({ state, endedOn }: CaseClock): string {
  return `${state} ${endedOn}`;
}
