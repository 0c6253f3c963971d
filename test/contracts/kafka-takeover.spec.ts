import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KafkaLog } from '@accord/messaging';
import { startKafka } from '@accord/testing';
import { until } from '../../libs/messaging/src/testing/until';

const PATIENCE_MS = 120_000;
/** Twice the session after which the group gives a silent member's partitions to the others. */
const FREEZE_MS = 12_000;

const program = fileURLToPath(new URL('kafka-member.mjs', import.meta.url));

let brokers: readonly string[];
let log: KafkaLog;
let topic: string;
let group: string;
let members: Member[] = [];
let written: number;

/** One process of the group, and what it was given. */
class Member {
  readonly given: string[] = [];
  joined = false;
  readonly process: ChildProcess;

  constructor() {
    this.process = spawn(process.execPath, [program, brokers[0] as string, topic, group], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.process.on('message', (message: { value?: string; joined?: boolean }) => {
      if (message.value !== undefined) this.given.push(message.value);
      if (message.joined) this.joined = true;
    });
  }
}

beforeAll(async () => {
  ({ brokers } = await startKafka());
}, PATIENCE_MS);

beforeEach(async () => {
  log = new KafkaLog({ brokers });
  topic = `accord.test.${randomUUID()}`;
  group = randomUUID();
  written = 0;
  await log.prepare([topic]);
  members = [new Member(), new Member()];
  await until(
    'both members work',
    async () => {
      await write(64);
      return members.every(({ joined, given }) => joined && given.length > 0);
    },
    PATIENCE_MS,
  );
}, PATIENCE_MS);

afterEach(async () => {
  for (const { process } of members.splice(0)) process.kill('SIGKILL');
  await log.close();
});

async function write(count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, n) => ({ topic, key: `key-${n}`, headers: {}, value: `${written + n}` }));
  await log.append(records);
  written += count;
}

async function writeFor(milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    await write(64);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const arrived = () => new Set(members.flatMap(({ given }) => given)).size;

describe('a member of a group that is killed', () => {
  it(
    'leaves its partitions to the others, and nothing is lost',
    async () => {
      const [victim, heir] = members as [Member, Member];

      victim.process.kill('SIGKILL');
      await writeFor(1_000);
      await until('everything that was written has arrived', () => arrived() === written, 60_000);

      expect(new Set(heir.given).size).toBeGreaterThan(written / 2);
    },
    PATIENCE_MS,
  );
});

describe('a member of a group that is frozen and wakes up', () => {
  it(
    'does not work off what the others have taken over meanwhile',
    async () => {
      const [sleeper, heir] = members as [Member, Member];
      await until('everything so far has arrived', () => arrived() === written);

      sleeper.process.kill('SIGSTOP');
      await writeFor(FREEZE_MS);
      await until('the other has taken over', () => arrived() === written, 60_000);
      const takenOver = new Set(heir.given);
      const before = sleeper.given.length;
      sleeper.process.kill('SIGCONT');
      await until(
        'it works again',
        async () => {
          await write(64);
          return sleeper.given.slice(before).some((value) => !takenOver.has(value));
        },
        60_000,
      );
      await until('nothing is missing', () => arrived() === written, 60_000);

      const again = sleeper.given.slice(before).filter((value) => takenOver.has(value)).length;
      expect(again).toBeLessThan(takenOver.size / 10);
    },
    PATIENCE_MS,
  );
});
