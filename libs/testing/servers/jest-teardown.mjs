/** After all tests: ends the servers that this run started. */
export default async function tearDown() {
  await globalThis.accordTestServers?.close();
}
