import { DomainError, type LocalisedText } from '@accord/case-model';

/** Working hours are not written as ordered windows `HH:MM–HH:MM`. */
export class InvalidWorkingHours extends DomainError {
  readonly code = 'INVALID_WORKING_HOURS';
  readonly kind = 'invalid';
  override readonly field = 'windows';

  constructor(given: string) {
    super(
      {
        zh: `工作时段“${given}”无效：请按 HH:MM 先后填写，且互不重叠。`,
        en: `"${given}" is not a list of working windows: write HH:MM, in order, without overlap.`,
      },
      { given },
    );
  }
}

/** A clock in hours or minutes was started with a date alone; it needs the instant. */
export class ClockStartNeedsInstant extends DomainError {
  readonly code = 'CLOCK_START_NEEDS_INSTANT';
  readonly kind = 'invalid';
  override readonly field = 'start';

  constructor(key: string) {
    super(
      {
        zh: `期限“${key}”按小时或分钟计算，须给出起算时刻。`,
        en: `The clock "${key}" runs in hours or minutes and needs the instant it starts.`,
      },
      { key },
    );
  }
}

type Because = 'not_extendable' | 'not_suspendable' | 'consent_missing' | 'too_long' | 'not_later' | 'too_late' | 'nothing_asked';

const TEXT: Record<Because, LocalisedText> = {
  not_extendable: { zh: '该期限不能延长。', en: 'This limit cannot be extended.' },
  not_suspendable: { zh: '该期限不能中止。', en: 'This limit cannot be suspended.' },
  consent_missing: { zh: '须双方当事人同意。', en: 'Both parties must agree.' },
  too_long: { zh: '延长的时间超过规定上限。', en: 'The extension is longer than the rule allows.' },
  not_later: { zh: '新的届满日须晚于原届满日。', en: 'The new due date must be later than the old one.' },
  too_late: { zh: '原期限已届满，不能再延长。', en: 'The limit has already run out and cannot be extended any more.' },
  nothing_asked: { zh: '请写明延长至何日或延长多久。', en: 'Say until when, or by how much, to extend.' },
};

/** A limit was to be moved in a way its rule does not allow; the old due date stands. */
export class ClockChangeRefused extends DomainError {
  readonly code = 'CLOCK_CHANGE_REFUSED';
  readonly kind = 'refused';

  constructor(
    key: string,
    because: Because,
    override readonly field: string,
    details: Record<string, unknown> = {},
  ) {
    super(TEXT[because], { key, because, ...details });
  }
}
