import { openTestServers } from './test-servers.mjs';

/** Before all tests: opens the desk, unless whoever started Jest has one open for several runs. */
export default async function setUp() {
  if (process.env.ACCORD_TEST_SERVERS === undefined) globalThis.accordTestServers = await openTestServers();
}
