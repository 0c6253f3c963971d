// One real Postgres and one real Kafka for a whole test run, each started when the first test asks. Tests run in workers of
// their own, so they ask over HTTP; the servers belong to the process that opened this and end with it, kill -9 included.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { startKafkaFor } from './kafka-for-tests.mjs';
import { startPostgresFor } from './postgres-for-tests.mjs';

const START = { postgres: startPostgresFor, kafka: startKafkaFor };
/** A kept connection that we close for idleness just when a test asks again would fail that test. */
const ONE_ANSWER = { connection: 'close' };
const ACTS = ['stop', 'kill', 'start', 'close'];

/**
 * Opens the desk at which tests ask for servers; nothing is started yet. Its address is in ACCORD_TEST_SERVERS afterwards,
 * for this process and its children.
 * @returns {Promise<{ close(): Promise<void> }>}
 */
export async function openTestServers() {
  const secret = randomUUID();
  const shared = new Map();
  const own = new Map();

  const sharedServer = (kind) => {
    if (!shared.has(kind)) shared.set(kind, START[kind]({ own: false }));
    return shared.get(kind);
  };

  /** `/postgres` the shared one, `/postgres/own` one for the caller alone, `/<id>/kill` and the like for one's own. */
  const answer = async ([first, second, parameter], options) => {
    if (first in START && second === undefined) return (await sharedServer(first)).address;
    if (first in START && second === 'own') {
      const server = await START[first]({ own: true, ...options });
      const id = randomUUID();
      own.set(id, server);
      return { ...server.address, id };
    }
    if (own.has(first) && ACTS.includes(second)) return (await own.get(first)[second](parameter)) ?? {};
    throw new Error(`The test servers know nothing of /${[first, second].join('/')}`);
  };

  const desk = createServer((request, response) => {
    const [given, ...path] = (request.url ?? '').slice(1).split('/');
    const answered =
      given === secret ? bodyOf(request).then((options) => answer(path, options)) : Promise.reject(new Error('Wrong secret'));
    answered.then(
      (body) => response.writeHead(200, ONE_ANSWER).end(JSON.stringify(body)),
      (error) =>
        response
          .writeHead(500, ONE_ANSWER)
          .end(JSON.stringify({ message: String(error.message ?? error), code: error.code ?? null })),
    );
  });
  await new Promise((resolve, reject) => desk.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)));
  process.env.ACCORD_TEST_SERVERS = `http://127.0.0.1:${desk.address().port}/${secret}`;

  return {
    close: async () => {
      delete process.env.ACCORD_TEST_SERVERS;
      desk.closeAllConnections();
      desk.close();
      const started = await Promise.allSettled([...shared.values(), ...own.values()]);
      await Promise.all(started.filter(({ status }) => status === 'fulfilled').map(({ value }) => value.close()));
    },
  };
}

async function bodyOf(request) {
  const text = (await request.toArray()).join('');
  return text === '' ? {} : JSON.parse(text);
}
