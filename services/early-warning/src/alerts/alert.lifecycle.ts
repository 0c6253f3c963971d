import { Lifecycle, type LocalisedText } from '@accord/case-model';
import type { AlertAction, AlertState } from '@accord/contracts';

/** What happens to an alert without a user: time runs out, or the mediation that it led to ends. */
export type AlertOccurrence = 'expireAcknowledgement' | 'climb' | 'settle' | 'fail' | 'giveBack';

export const alertWords: Record<AlertState | AlertAction | AlertOccurrence, LocalisedText> = {
  raised: { zh: '已上报', en: 'raised' },
  acknowledged: { zh: '已签收', en: 'acknowledged' },
  verified: { zh: '已核实', en: 'verified' },
  escalated: { zh: '已转调解', en: 'escalated' },
  resolved: { zh: '已化解', en: 'resolved' },
  unresolved: { zh: '调解未成', en: 'unresolved' },
  stood_down: { zh: '已解除', en: 'stood down' },
  joined: { zh: '已并入', en: 'joined to another' },
  acknowledge: { zh: '签收', en: 'acknowledging' },
  verify: { zh: '核实', en: 'verifying' },
  escalate: { zh: '转调解', en: 'escalating' },
  standDown: { zh: '解除', en: 'standing down' },
  join: { zh: '并入', en: 'joining' },
  regrade: { zh: '调整级别', en: 'regrading' },
  expireAcknowledgement: { zh: '签收失效', en: 'expiry of the acknowledgement' },
  climb: { zh: '逐级上报', en: 'climbing' },
  settle: { zh: '调解成功', en: 'settling' },
  fail: { zh: '调解不成', en: 'failing' },
  giveBack: { zh: '退回', en: 'giving back' },
};

export const alertLifecycle = new Lifecycle<AlertState, AlertAction | AlertOccurrence>(
  'alert',
  'raised',
  {
    raised: {
      acknowledge: 'acknowledged',
      escalate: 'escalated',
      standDown: 'stood_down',
      join: 'joined',
      regrade: 'raised',
      climb: 'raised',
    },
    acknowledged: {
      verify: 'verified',
      escalate: 'escalated',
      standDown: 'stood_down',
      join: 'joined',
      regrade: 'acknowledged',
      expireAcknowledgement: 'raised',
    },
    verified: { escalate: 'escalated', standDown: 'stood_down', join: 'joined', regrade: 'verified' },
    escalated: {
      acknowledge: 'escalated',
      verify: 'escalated',
      climb: 'escalated',
      settle: 'resolved',
      fail: 'unresolved',
      giveBack: 'verified',
    },
    resolved: {},
    unresolved: { standDown: 'stood_down' },
    stood_down: {},
    joined: {},
  },
  alertWords,
);

/** States in which somebody still has the trouble before them; only such an alert can be a duplicate or lead others. */
export const OPEN_STATES = ['raised', 'acknowledged', 'verified', 'escalated', 'unresolved'] as const satisfies AlertState[];

export function isOpen(state: AlertState): boolean {
  return (OPEN_STATES as readonly AlertState[]).includes(state);
}
