import type { AlertAction, CaseAction, TaskView } from '@accord/contracts';

/** Where the evidence for a task lies. */
export function pathOf({ subject }: TaskView): string {
  return subject.kind === 'alert' ? `/alerts/${subject.id}` : `/cases/${subject.id}`;
}

/** The act that completes a task, by its kind, best first: the record's allowed actions decide which of them is open. */
const ACTS: Record<string, (AlertAction | CaseAction)[]> = {
  'acknowledge-alert': ['acknowledge'],
  'verify-alert': ['verify'],
  'decide-escalation': ['escalate', 'standDown'],
  'ask-both-sides': ['accept', 'receiveApplication', 'decline'],
  'decide-acceptance': ['accept', 'decline'],
  'assign-mediator': ['assignMediator'],
  'hold-first-session': ['holdSession'],
  'reach-agreement': ['draftAgreement', 'holdSession'],
  'complete-signatures': ['putInForce', 'draftAgreement'],
};

export function actsOf({ kind }: TaskView): string[] {
  return ACTS[kind] ?? [];
}

/** Tasks that ask for nothing but to be read; claiming one confirms it. */
const NOTICES = ['tell-raiser'];

export function isNotice({ kind }: TaskView): boolean {
  return NOTICES.includes(kind);
}
