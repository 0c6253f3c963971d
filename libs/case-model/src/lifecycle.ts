import { DomainError, type LocalisedText } from './domain-error';

export type LifecycleTable<State extends string, Action extends string> = Record<State, Partial<Record<Action, State>>>;

/** The life of a case as one table: per state, the actions allowed in it and where each leads. */
export class Lifecycle<State extends string, Action extends string> {
  constructor(
    readonly subject: string,
    readonly initial: State,
    private readonly table: LifecycleTable<State, Action>,
    /** What users call the states and actions; a refusal is worded with them. */
    private readonly words: Partial<Record<State | Action, LocalisedText>> = {},
  ) {
    const stranded = this.states().filter((state) => !this.reachable().has(state));
    if (stranded.length > 0) {
      throw new Error(`${subject}: nothing leads from "${initial}" to ${stranded.join(', ')}`);
    }
  }

  states(): State[] {
    return Object.keys(this.table) as State[];
  }

  actionsFrom(state: State): Action[] {
    return Object.keys(this.table[state]) as Action[];
  }

  allows(state: State, action: Action): boolean {
    return this.table[state][action] !== undefined;
  }

  /** The state that `action` leads to. Throws {@link ActionNotAllowed}, which lists what is allowed instead. */
  next(state: State, action: Action): State {
    const target = this.table[state][action];
    if (target === undefined)
      throw new ActionNotAllowed(this.subject, state, action, this.actionsFrom(state), (word) => this.wordFor(word));
    return target;
  }

  private wordFor(word: string): LocalisedText {
    return (this.words as Record<string, LocalisedText>)[word] ?? { zh: word, en: word };
  }

  private reachable(): Set<State> {
    const seen = new Set<State>([this.initial]);
    for (const state of seen) {
      for (const target of Object.values(this.table[state]) as State[]) seen.add(target);
    }
    return seen;
  }
}

/** Thrown when an action is asked of a case whose state does not offer it; a button was drawn from stale data. */
export class ActionNotAllowed extends DomainError {
  readonly code = 'ACTION_NOT_ALLOWED';
  readonly kind = 'refused';

  constructor(subject: string, state: string, action: string, allowed: string[], wordFor: (word: string) => LocalisedText) {
    const offered = allowed.map(wordFor);
    super(
      {
        zh: `当前状态“${wordFor(state).zh}”不能执行“${wordFor(action).zh}”；可执行：${offered.map(({ zh }) => zh).join('、') || '无'}。请刷新后再试。`,
        en: `A ${subject} that is ${wordFor(state).en} does not allow ${wordFor(action).en}; it allows: ${offered.map(({ en }) => en).join(', ') || 'nothing'}.`,
      },
      { state, action, allowed },
    );
  }
}
