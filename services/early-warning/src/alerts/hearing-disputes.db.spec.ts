import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Announcing } from '@accord/case-model';
import { type AlertView, CaseOpened, CaseSettled } from '@accord/contracts';
import { Outbox } from '@accord/messaging';
import { Database } from '@accord/postgres';
import { type Caller, RunningEarlyWarning } from '../early-warning.builder';

/** Speaks for disputes through a real outbox, relay and log. */
class TellingCase extends Announcing {
  readonly id = randomUUID();
  readonly about = { caseId: this.id, areaCode: '320505002' };

  open({ id: alertId, employer, claimTypes, headCount }: AlertView): void {
    this.announce(CaseOpened, {
      ...this.about,
      caseNo: `TJ-${this.id}`,
      origin: 'alert',
      alertId,
      alertLevel: 'blue',
      employer,
      claimTypes,
      headCount,
      collective: true,
      bodyId: null,
      openedOn: '2026-11-18',
      reachBothSides: null,
    });
  }

  settle(alertId: string): void {
    this.announce(CaseSettled, {
      ...this.about,
      alertId,
      inForceOn: '2026-11-18',
      amountFen: null,
      withinClockA: null,
      withinClockB: true,
    });
  }
}

let service: RunningEarlyWarning;
let officer: Caller;
let duty: Caller;

beforeAll(async () => {
  service = await RunningEarlyWarning.start();
  officer = await service.caller('顾秀英', ['post_officer', '320505002']);
  duty = await service.caller('陆卫东', ['duty_officer', '320505']);
});

afterAll(() => service.stop());

async function until(id: string, holds: (alert: AlertView) => boolean): Promise<AlertView> {
  for (;;) {
    const { body } = await duty.get<AlertView>(`/alerts/${id}`);
    if (holds(body)) return body;
    await pause(50);
  }
}

describe('an escalated alert', () => {
  it('hears over the log that its case opened and settled, and its raiser is told', async () => {
    const alert = await officer.raises();
    await duty.post(`/alerts/${alert.id}/escalation`, {});
    const disputes = new TellingCase();

    disputes.open(alert);
    disputes.settle(alert.id);
    await service.app.get(Database).asService((tx) => service.app.get(Outbox).announce(tx, disputes));

    const resolved = await until(alert.id, ({ state }) => state === 'resolved');
    expect(resolved).toMatchObject({ caseId: disputes.id, outcome: 'settled' });
    expect((await service.announced(alert.id)).at(-1)).toMatchObject({
      type: 'early-warning.alert-resolved',
      payload: { raisedBy: officer.id },
    });
  });
});
