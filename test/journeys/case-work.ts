import { randomUUID } from 'node:crypto';
import type { AlertView, CaseSummary, CaseView, MediatorOption, Page } from '@accord/contracts';
import { anAlert, eventually, type Person, type RunningAccord } from './running-accord';

const DAY_MS = 24 * 3600_000;

/** Today in China, or the day so many days later. */
export function chineseDay(later = 0): string {
  return new Date(Date.now() + 8 * 3600_000 + later * DAY_MS).toISOString().slice(0, 10);
}

/** The people of 狮山街道, through whom an alert becomes a case and a case ends. */
export class CaseWork {
  private constructor(
    readonly officer: Person,
    readonly duty: Person,
    readonly chair: Person,
    readonly mediator: Person,
  ) {}

  static async with(accord: RunningAccord): Promise<CaseWork> {
    const people = await Promise.all(['post', 'duty', 'chair', 'mediator'].map((name) => accord.signIn(name)));
    return new CaseWork(...(people as [Person, Person, Person, Person]));
  }

  raise(over: Record<string, unknown> = {}): Promise<AlertView> {
    return done(this.officer, '/api/early-warning/alerts', anAlert(over), { 'idempotency-key': randomUUID() });
  }

  escalate({ id }: { id: string }, headers: Record<string, string> = {}): Promise<AlertView> {
    return done(this.duty, `/api/early-warning/alerts/${id}/escalation`, {}, headers);
  }

  /** The one case of an alert, once it is there. */
  async caseOf(alertId: string): Promise<CaseSummary> {
    const page = await eventually(
      () => this.chair.get<Page<CaseSummary>>(`/api/disputes/cases?alertId=${alertId}`),
      ({ body }) => body.items?.length === 1,
    );
    return page.body.items[0] as CaseSummary;
  }

  /** A case that an alert opened and that nobody has applied for yet. */
  async aCase(): Promise<CaseSummary> {
    const alert = await this.raise();
    await this.escalate(alert);
    return this.caseOf(alert.id);
  }

  async anAppliedCase(applicant: { name: string; phone?: string } = { name: '吴晓' }): Promise<CaseView> {
    const { id } = await this.aCase();
    return done(this.chair, `/api/disputes/cases/${id}/application`, { form: 'written', applicant, request: '支付拖欠的工资' });
  }

  /** Accepted with both consents and led by 钱慧敏. */
  async aCaseInMediation(): Promise<CaseView> {
    const { id } = await this.anAppliedCase();
    const consent = { given: true, on: chineseDay(), how: 'signed' };
    await done(this.chair, `/api/disputes/cases/${id}/acceptance`, { applicantConsent: consent, respondentConsent: consent });
    const options = await this.chair.get<MediatorOption[]>(`/api/disputes/cases/${id}/mediator-options`);
    const mediatorId = options.body.find(({ name, conflict }) => name === '钱慧敏' && conflict === null)?.id;
    return done(this.chair, `/api/disputes/cases/${id}/mediator`, { mediatorId });
  }
}

/** What an act answered; one that was refused is an error of the test. */
async function done<View>(person: Person, path: string, body: unknown, headers: Record<string, string> = {}): Promise<View> {
  const answer = await person.post<View>(path, body, headers);
  if (answer.status !== 200 && answer.status !== 201)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
