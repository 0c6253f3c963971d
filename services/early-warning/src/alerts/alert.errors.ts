import { DomainError } from '@accord/case-model';
import type { AlertLevel, AlertState } from '@accord/contracts';

/** There is no such alert in the areas of whoever asks. */
export class AlertNotFound extends DomainError {
  readonly code = 'ALERT_NOT_FOUND';
  readonly kind = 'not_found';

  constructor(alertId: string) {
    super({ zh: '没有找到该预警。', en: 'There is no such alert in your areas.' }, { alertId });
  }
}

/** A person wants another level than the rule gives, without saying why. */
export class LevelReasonRequired extends DomainError {
  readonly code = 'LEVEL_REASON_REQUIRED';
  readonly kind = 'invalid';
  override readonly field = 'levelReason';

  constructor(level: AlertLevel, byRule: AlertLevel) {
    super(
      { zh: '所选级别与分级规则不一致，请填写调整理由。', en: `The rule gives ${byRule}; say why it should be ${level}.` },
      { level, byRule },
    );
  }
}

/** A regrading to the level that the alert has already. */
export class LevelUnchanged extends DomainError {
  readonly code = 'LEVEL_UNCHANGED';
  readonly kind = 'invalid';
  override readonly field = 'level';

  constructor(level: AlertLevel) {
    super({ zh: '预警已是该级别。', en: `The alert is ${level} already.` }, { level });
  }
}

/** The alert that others should be followed under does not exist in the caller's areas, is this one, or has ended. */
export class LeadAlertUnfit extends DomainError {
  readonly code = 'LEAD_ALERT_UNFIT';
  readonly kind = 'invalid';
  override readonly field = 'leadAlertId';

  constructor(leadAlertId: string, because: 'unknown' | 'itself' | AlertState) {
    super(
      {
        zh:
          because === 'itself'
            ? '不能并入自身。'
            : because === 'unknown'
              ? '没有找到要并入的预警。'
              : '要并入的预警已经结束，请选择处理中的预警。',
        en:
          because === 'itself'
            ? 'An alert cannot be joined to itself.'
            : because === 'unknown'
              ? 'There is no such alert in your areas to join to.'
              : `The alert to join to is ${because}; choose one that is still open.`,
      },
      { leadAlertId, because },
    );
  }
}
