// From an escalation answered over HTTP to its case committed in another service, and the same work on Nest's own transport.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel } from 'kafkajs';
import { measureFloor } from './floor.mjs';
import { atOnce, atRate, quantile } from './load.mjs';
import { openSystem } from './system.mjs';

const BENCH = 'propagation';
const LATENCY_GOAL = 2;
const THROUGHPUT_GOAL = 5;
const STOCK = fileURLToPath(new URL('./dist/main.js', import.meta.url));
const STOCK_GROUP = 'bench-stock';
const ALERT_TOPIC = 'accord.early-warning.alert';

export const about = 'an escalation answered over HTTP, until its case is committed in disputes';
export const goals = [
  `at a steady rate: median ≤ ${LATENCY_GOAL} × floor (two durable commits and one acks-all round trip)`,
  `a backlog of escalations: cases per second ≥ ${THROUGHPUT_GOAL} × Nest's own Kafka transport with one transaction per event (on Kafka)`,
];

export async function measure({ transports, quick, say }) {
  const figures = [];
  for (const transport of transports)
    figures.push(
      ...(await measureOn(
        transport,
        quick ? { steady: 200, rate: 20, backlog: 500 } : { steady: 800, rate: 20, backlog: 2000 },
        say,
      )),
    );
  return figures;
}

async function measureOn(transport, size, say) {
  say(`${transport}: starting the system`);
  const system = await openSystem(transport, say);
  try {
    const bench = await openBench(system);
    await system.quiet();
    say(`${transport}: taking the floor`);
    const floor = await measureFloor(system, 500);
    const figure = (metric, value, unit, beside = {}) => {
      const { against = null, ratio = null, goal = null, met = null } = beside;
      return { bench: BENCH, transport, metric, value, unit, against, ratio, goal, met };
    };
    const figures = [figure('floor p50', floor, 'ms')];

    say(`${transport}: ${size.steady} escalations at ${size.rate}/s`);
    await bench.steady(Math.ceil(size.steady / 10), size.rate); // warm
    const { answered, committed } = await bench.steady(size.steady, size.rate);
    const p50 = quantile(answered, 0.5);
    figures.push(
      figure('steady, answered → case committed, p50', p50, 'ms', {
        against: 'floor p50',
        ratio: p50 / floor,
        goal: `≤ ${LATENCY_GOAL}`,
        met: p50 / floor <= LATENCY_GOAL,
      }),
      figure('steady, answered → case committed, p99', quantile(answered, 0.99), 'ms', {
        against: 'floor p50',
        ratio: quantile(answered, 0.99) / floor,
      }),
      figure('steady, escalation committed → case committed, p50', quantile(committed, 0.5), 'ms', {
        against: 'floor p50',
        ratio: quantile(committed, 0.5) / floor,
      }),
      figure('steady, escalation committed → case committed, p99', quantile(committed, 0.99), 'ms', {
        against: 'floor p50',
        ratio: quantile(committed, 0.99) / floor,
      }),
    );

    say(`${transport}: ${size.backlog} escalations flat out`);
    const flat = await bench.flatOut(size.backlog);
    figures.push(
      figure('flat out, escalations answered', flat.answeredPerSecond, '/s'),
      figure('flat out, cases committed', flat.casesPerSecond, '/s', {
        against: 'escalations answered',
        ratio: flat.casesPerSecond / flat.answeredPerSecond,
      }),
    );

    say(`${transport}: a backlog of ${size.backlog}, disputes started behind it`);
    await system.stopDisputes();
    const behind = await bench.escalate(size.backlog);
    await system.quiet();
    await system.startDisputes();
    const ours = await bench.drained(behind);
    if (transport !== 'kafka') return [...figures, figure('backlog, cases committed', ours, '/s')];

    say(`${transport}: the same backlog on Nest's own transport`);
    await system.stopDisputes();
    await skipToNow(system.brokers);
    const forStock = await bench.escalate(size.backlog);
    await system.quiet();
    const stop = await startStock(system);
    const stock = await bench.drained(forStock);
    await stop();
    return [
      ...figures,
      figure('backlog, cases committed, Nest’s own transport', stock, '/s'),
      figure('backlog, cases committed', ours, '/s', {
        against: 'Nest’s own transport',
        ratio: ours / stock,
        goal: `≥ ${THROUGHPUT_GOAL}`,
        met: ours / stock >= THROUGHPUT_GOAL,
      }),
    ];
  } finally {
    await system.close();
  }
}

async function openBench(system) {
  const [officer, duty] = await Promise.all([system.signIn('post'), system.signIn('duty')]);
  const [warnings, disputes] = await Promise.all([system.connect('early_warning'), system.connect('disputes')]);

  const raise = async () => {
    const { status, body } = await officer.post('/api/early-warning/alerts', anAlert(), { 'idempotency-key': randomUUID() });
    if (status !== 201) throw new Error(`Raising an alert answered ${status}: ${JSON.stringify(body)}`);
    return body.id;
  };
  const escalateOne = async (id) => {
    const { status, body, at } = await duty.post(`/api/early-warning/alerts/${id}/escalation`, {});
    if (status !== 200) throw new Error(`Escalating answered ${status}: ${JSON.stringify(body)}`);
    return { id, at };
  };
  const raiseMany = (count) => atOnce([...Array(count).keys()], 16, raise);
  const settle = async (ids) => {
    for (let waited = 0; waited < 120_000; waited += 100) {
      const { rows } = await disputes.query('SELECT count(*)::int AS cases FROM mediation_cases WHERE alert_id = ANY($1)', [ids]);
      if (rows[0].cases === ids.length) return;
      await pause(100);
    }
    throw new Error('Not every escalation became a case within two minutes.');
  };
  const casesCommitted = async (ids) => {
    await settle(ids);
    const { rows } = await disputes.query(
      'SELECT alert_id, extract(epoch FROM pg_xact_commit_timestamp(c.xmin)) * 1000 AS at FROM case_timeline c JOIN mediation_cases m ON m.id = c.case_id WHERE m.alert_id = ANY($1) ORDER BY at DESC',
      [ids],
    );
    return new Map(rows.map(({ alert_id, at }) => [alert_id, Number(at)])); // the earliest line of each is its opening
  };
  const escalationsCommitted = async (ids) => {
    const { rows } = await warnings.query(
      "SELECT alert_id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at FROM alert_timeline WHERE what = 'escalated' AND alert_id = ANY($1)",
      [ids],
    );
    return new Map(rows.map(({ alert_id, at }) => [alert_id, Number(at)]));
  };
  const rateOf = (moments) => {
    const sorted = [...moments].sort((a, b) => a - b);
    return (sorted.length * 1000) / Math.max(1, sorted.at(-1) - sorted[0]);
  };

  return {
    async steady(count, rate) {
      const ids = await raiseMany(count);
      await system.quiet();
      const answers = await atRate(ids, rate, escalateOne);
      const [cases, escalations] = [await casesCommitted(ids), await escalationsCommitted(ids)];
      return {
        answered: answers.map(({ id, at }) => cases.get(id) - at),
        committed: ids.map((id) => cases.get(id) - escalations.get(id)),
      };
    },
    async escalate(count) {
      const ids = await raiseMany(count);
      await system.quiet();
      await atOnce(ids, 32, escalateOne);
      return ids;
    },
    async flatOut(count) {
      const ids = await raiseMany(count);
      await system.quiet();
      const answers = await atOnce(ids, 32, escalateOne);
      return {
        answeredPerSecond: rateOf(answers.map(({ at }) => at)),
        casesPerSecond: rateOf((await casesCommitted(ids)).values()),
      };
    },
    async drained(ids) {
      return rateOf((await casesCommitted(ids)).values());
    },
  };
}

function anAlert() {
  return {
    employer: { name: `苏州${randomUUID().slice(0, 8)}电子有限公司` },
    areaCode: '320505002',
    headCount: 37,
    claimTypes: ['unpaid_wages'],
    observed: '三十多名职工聚在厂门口，说三个月没发工资。',
  };
}

/** Nest's own consumer begins behind everything that is in the topic now. */
async function skipToNow(brokers) {
  const admin = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(ALERT_TOPIC);
  await admin.setOffsets({
    groupId: `${STOCK_GROUP}-server`,
    topic: ALERT_TOPIC,
    partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
  });
  await admin.disconnect();
}

async function startStock(system) {
  const db = await system.connect('disputes');
  await db.query(
    'CREATE TABLE IF NOT EXISTS bench_receipts (event_id uuid PRIMARY KEY); GRANT SELECT, INSERT ON bench_receipts TO disputes_worker',
  );
  await db.end();
  const child = fork(STOCK, {
    env: { ...process.env, ...system.settings.disputes, STOCK_GROUP, ALERT_TOPIC },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The stock consumer ended with ${code}.`)));
  });
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
}
