/** The test servers could not give what a test asked for; the message says what this machine lacks. */
export class TestServerUnavailable extends Error {
  override readonly name = 'TestServerUnavailable';
}

/** Asks the process that opened the run's servers (`libs/testing/servers`) over HTTP. */
export async function askTestServers<Answer>(path: string, options: Record<string, unknown> = {}): Promise<Answer> {
  const desk = process.env.ACCORD_TEST_SERVERS;
  if (desk === undefined) {
    throw new TestServerUnavailable(
      'No test servers are open: run the specs with jest.config.mjs, or call openTestServers() first.',
    );
  }
  const response = await fetch(`${desk}/${path}`, { method: 'POST', body: JSON.stringify(options) });
  const body = (await response.json()) as Answer & { message?: string };
  if (!response.ok) throw new TestServerUnavailable(body.message);
  return body;
}
