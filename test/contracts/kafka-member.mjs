// A member of a group as a process of its own, to be killed and frozen: node kafka-member.mjs BROKER TOPIC GROUP. It tells its
// parent when it has joined, and the value of every record that it is given.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const [, , broker, topic, group] = process.argv;
const { KafkaLog } = await bundled('libs/messaging/src/log/kafka-log.ts');

await new KafkaLog({ brokers: [broker] }).subscribe({
  group,
  topics: [topic],
  from: 'beginning',
  onBatch: async (batch) => {
    for (const { value, offset } of batch.records) {
      process.send?.({ value });
      batch.done(offset);
    }
  },
  onCrash: () => process.exit(1),
});
process.send?.({ joined: true });
process.once('disconnect', () => process.exit(0));

async function bundled(source) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'accord-member-'));
  const file = join(folder, 'member.mjs');
  try {
    const bundle = await rolldown({
      input: join(root, source),
      cwd: root,
      platform: 'node',
      tsconfig: join(root, 'tsconfig.base.json'),
    });
    await bundle.write({ file, format: 'esm', codeSplitting: false });
    await bundle.close();
    return await import(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
