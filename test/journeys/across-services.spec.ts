import { randomBytes } from 'node:crypto';
import type { AlertView } from '@accord/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseWork } from './case-work';
import { LiveReader } from './live-reader';
import { anAlert, eventually, type Person, RunningAccord, transport } from './running-accord';

let accord: RunningAccord;
let work: CaseWork;
let supervisor: Person;
let otherDistrict: Person;

beforeAll(async () => {
  accord = await RunningAccord.start();
  work = await CaseWork.with(accord);
  [supervisor, otherDistrict] = (await Promise.all(['supervisor', 'duty-320506'].map((name) => accord.signIn(name)))) as [
    Person,
    Person,
  ];
}, 240_000);

afterAll(async () => {
  await accord?.stop();
}, 60_000);

/**
 * The traces of the events of a type that a service has sent and whose payload names this subject. After a first start the
 * history of the demo comes before them.
 */
function tracesOf(service: string, type: string, subject: string): Promise<string[]> {
  const sent = (): Promise<{ traceparent: string }[]> =>
    accord.rows(service, `SELECT traceparent FROM messaging.archive WHERE type = $1 AND strpos(payload::text, $2) > 0`, [
      type,
      subject,
    ]);
  return eventually(sent, (rows) => rows.length > 0, 60).then((rows) => rows.map(({ traceparent }) => traceparent));
}

describe(`a traceparent that a client gives on the ${transport} transport`, () => {
  it('is on every event from the escalation to the task that the case raises, each with a span of its own', async () => {
    const traceId = randomBytes(16).toString('hex');
    const clientSpan = randomBytes(8).toString('hex');
    const alert = await work.raise();

    await work.escalate(alert, { traceparent: `00-${traceId}-${clientSpan}-01` });
    const { id: caseId } = await work.caseOf(alert.id);

    const traces = [
      ...(await tracesOf('early-warning', 'early-warning.alert-escalated', alert.id)),
      ...(await tracesOf('disputes', 'disputes.case-opened', alert.id)),
      ...(await tracesOf('worklist', 'worklist.task-raised', caseId)),
    ];
    expect(traces.length).toBeGreaterThanOrEqual(3);
    expect(traces.map((traceparent) => traceparent.split('-')[1])).toEqual(traces.map(() => traceId));
    expect(new Set([clientSpan, ...traces.map((traceparent) => traceparent.split('-')[2])]).size).toBe(traces.length + 1);
  }, 120_000);

  it('that is malformed is replaced by a trace of our own, the same in every service', async () => {
    const alert = await work.raise();

    await work.escalate(alert, { traceparent: `00-${'0'.repeat(32)}-1-01` });

    const [escalated] = await tracesOf('early-warning', 'early-warning.alert-escalated', alert.id);
    const [opened] = await tracesOf('disputes', 'disputes.case-opened', alert.id);
    const traceId = escalated?.split('-')[1];
    expect(traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
    expect(opened?.split('-')[1]).toBe(traceId);
  }, 60_000);

  it('keeps apart what was escalated at the same moment by others', async () => {
    const alerts = await Promise.all(Array.from({ length: 6 }, () => work.raise()));
    const traceIds = alerts.map(() => randomBytes(16).toString('hex'));

    await Promise.all(alerts.map((alert, i) => work.escalate(alert, { traceparent: `00-${traceIds[i]}-00f067aa0ba902b7-01` })));

    const opened = await Promise.all(alerts.map(({ id }) => tracesOf('disputes', 'disputes.case-opened', id)));
    expect(opened.map(([traceparent]) => traceparent?.split('-')[1])).toEqual(traceIds);
    const cases = await Promise.all(alerts.map(({ id }) => work.caseOf(id)));
    const raised = await Promise.all(cases.map(({ id }) => tracesOf('worklist', 'worklist.task-raised', id)));
    expect(raised.map(([traceparent]) => traceparent?.split('-')[1])).toEqual(traceIds);
  }, 60_000);
});

describe('somebody who listens at /api/live', () => {
  it('hears of a case of their area as it opens, and nothing of another district’s', async () => {
    const [city, district] = await Promise.all(
      [supervisor, otherDistrict].map(({ token }) => LiveReader.open(accord.address, token)),
    );
    if (city === undefined || district === undefined) throw new Error('Two people listen.');
    try {
      const alert = await work.raise();
      await work.escalate(alert);
      const { id } = await work.caseOf(alert.id);
      const heard = await city.hears(({ type, subject }) => type === 'disputes.case-opened' && subject.id === id);
      const neighbour = await accord.signIn('post-320506001');
      const { body: theirs } = await neighbour.post<AlertView>('/api/early-warning/alerts', anAlert({ areaCode: '320506001' }));
      await district.hears(({ subject }) => subject.id === theirs.id);

      expect(city.contentType).toMatch(/^text\/event-stream/);
      expect(heard).toEqual({
        type: 'disputes.case-opened',
        subject: { kind: 'case', id },
        areaCode: '320505002',
        at: expect.any(String),
      });
      expect(district.messages.filter(({ areaCode }) => !areaCode.startsWith('320506'))).toEqual([]);
    } finally {
      city.close();
      district.close();
    }
  }, 60_000);

  it('hears nothing more once they have signed out', async () => {
    const leaving = await accord.signIn('supervisor');
    const stream = await LiveReader.open(accord.address, leaving.token);
    const staying = await LiveReader.open(accord.address, supervisor.token);
    try {
      await leaving.send('DELETE', '/api/session');
      const before = stream.messages.length;
      const alert = await work.raise();
      await staying.hears(({ subject }) => subject.id === alert.id);

      expect(stream.messages.slice(before).filter(({ subject }) => subject.id === alert.id)).toEqual([]);
    } finally {
      stream.close();
      staying.close();
    }
  }, 60_000);
});

interface Operation {
  parameters?: { in: string; name: string }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

const PROMISED: Record<string, string[]> = {
  '/api/session': ['post'],
  '/api/early-warning/alerts': ['get', 'post'],
  '/api/early-warning/alerts/{id}': ['get'],
  '/api/early-warning/alerts/{id}/acknowledgement': ['post'],
  '/api/early-warning/alerts/{id}/verification': ['post'],
  '/api/early-warning/alerts/{id}/escalation': ['post'],
  '/api/early-warning/alerts/{id}/standing-down': ['post'],
  '/api/disputes/cases': ['get', 'post'],
  '/api/disputes/cases/{id}': ['get'],
  '/api/disputes/cases/{id}/acceptance': ['post'],
  '/api/disputes/cases/{id}/refusal': ['post'],
  '/api/disputes/cases/{id}/mediator': ['post'],
  '/api/disputes/cases/{id}/sessions': ['post'],
  '/api/disputes/cases/{id}/agreement': ['post'],
  '/api/disputes/cases/{id}/failure': ['post'],
  '/api/disputes/cases/{id}/withdrawal': ['post'],
  '/api/worklist/tasks': ['get'],
  '/api/supervision/indicators': ['get'],
  '/api/live': ['get'],
};

describe('the document at /api/docs', () => {
  let document: Document;

  beforeAll(async () => {
    const answer = await fetch(`${accord.address}/api/docs`, { headers: { accept: 'application/json' } });
    document = (await answer.json()) as Document;
  });

  const parametersOf = (path: string, method: string): string[] =>
    (document.paths[path]?.[method]?.parameters ?? []).map(({ in: place, name }) => `${place} ${name}`);

  it('is OpenAPI 3.1 and has every route of the interface', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    for (const [path, methods] of Object.entries(PROMISED))
      expect([path, ...Object.keys(document.paths[path] ?? {})]).toEqual(expect.arrayContaining([path, ...methods]));
  });

  it('shows how lists are filtered and paged, and which routes take an Idempotency-Key', () => {
    const filters = ['alertId', 'state', 'area', 'mediator', 'overdue', 'cursor', 'limit'].map((name) => `query ${name}`);

    expect(parametersOf('/api/disputes/cases', 'get')).toEqual(expect.arrayContaining(filters));
    for (const path of ['/api/early-warning/alerts', '/api/disputes/cases', '/api/disputes/cases/{id}/sessions', '/api/staff'])
      expect([path, ...parametersOf(path, 'post')]).toContain('header Idempotency-Key');
  });

  it('says of every route that acts on alerts and cases how it refuses', () => {
    const silent = Object.keys(PROMISED)
      .filter((path) => /alerts|cases/.test(path))
      .flatMap((path) =>
        Object.entries(document.paths[path] ?? {}).map(([method, { responses }]) => ({ path, method, responses })),
      )
      .filter(({ responses }) => responses.default?.content?.['application/problem+json'] === undefined);

    expect(silent.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
  });
});
