import {
  AlertAcknowledged,
  AlertEscalated,
  AlertGraded,
  AlertJoined,
  AlertRaised,
  AlertResolved,
  AlertStoodDown,
  AlertUnanswered,
  AlertVerified,
} from '@accord/contracts';
import { dueAt, on, type TaskKind, when } from './task-kind';

/**
 * A person who sends an alert to mediation has answered it, and leaves nothing to verify; one that the rule sent there is
 * still to be acknowledged and verified.
 */
const escalatedByPerson = when(AlertEscalated, ({ escalatedBy }) => escalatedBy !== null);

/** Another level gives more time, or less. */
const withItsLevel = on(AlertGraded, ({ answerBy }) => (answerBy === undefined ? null : { due: dueAt(answerBy) }));

/** What alerts ask people to do. */
export const alertTasks: readonly TaskKind[] = [
  {
    key: 'acknowledge-alert',
    title: { zh: '签收预警', en: 'Acknowledge the alert' },
    audience: 'duty_officer',
    raisedBy: [
      on(AlertRaised, ({ acknowledgeBy }) => ({ due: dueAt(acknowledgeBy) })),
      on(AlertUnanswered, ({ climbedToArea, acknowledgeBy }) => ({ areaCode: climbedToArea, due: dueAt(acknowledgeBy) })),
    ],
    redatedBy: [withItsLevel],
    completedBy: [AlertAcknowledged, AlertVerified, escalatedByPerson],
    cancelledBy: [AlertUnanswered, AlertStoodDown, AlertJoined, AlertResolved],
  },
  {
    key: 'verify-alert',
    title: { zh: '核实预警', en: 'Verify the alert' },
    audience: 'duty_officer',
    raisedBy: [on(AlertAcknowledged, ({ acknowledgedBy, expiresAt }) => ({ assigneeId: acknowledgedBy, due: dueAt(expiresAt) }))],
    redatedBy: [withItsLevel],
    completedBy: [AlertVerified],
    cancelledBy: [AlertUnanswered, escalatedByPerson, AlertStoodDown, AlertJoined, AlertResolved],
  },
  {
    key: 'decide-escalation',
    title: { zh: '研判是否转入调解', en: 'Decide whether the alert needs mediation' },
    audience: 'duty_officer',
    raisedBy: [on(AlertVerified, (_, { escalated }) => (escalated ? null : {}))],
    completedBy: [AlertEscalated],
    cancelledBy: [AlertStoodDown, AlertJoined, AlertResolved],
  },
  {
    key: 'follow-up-alert',
    title: { zh: '调解未成，跟进处置', en: 'Mediation did not solve it: follow the alert up' },
    audience: 'duty_officer',
    raisedBy: [on(AlertResolved, ({ outcome }) => (outcome === 'settled' ? null : {}))],
    completedBy: [AlertStoodDown, AlertJoined],
    cancelledBy: [],
  },
  {
    key: 'tell-raiser',
    title: { zh: '您上报的预警已有结果', en: 'What became of the alert you raised' },
    audience: 'post_officer',
    notice: true,
    raisedBy: [on(AlertResolved, ({ raisedBy }) => ({ assigneeId: raisedBy }))],
    completedBy: [],
    cancelledBy: [],
  },
];
