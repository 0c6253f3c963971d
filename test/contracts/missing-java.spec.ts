import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const module = new URL('../../deploy/kafka/kafka.mjs', import.meta.url).href;

let programs: string;

beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'accord-programs-'));
});

afterEach(() => rmSync(programs, { recursive: true }));

function install(name: string, says: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\necho '${says}'\n`);
  chmodSync(join(programs, name), 0o755);
}

/** What the machine with only these programs is told. */
function verdict(): { possible: boolean; why: string; text: { zh: string; en: string } } {
  const script = `import { kafkaWithoutDocker } from '${module}'; console.log(JSON.stringify(kafkaWithoutDocker({ jars: '/nowhere' })))`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { PATH: programs } });
  return JSON.parse(run.stdout) as ReturnType<typeof verdict>;
}

describe('asking for a broker without Docker', () => {
  it('names Java where there is none', () => {
    expect(verdict()).toMatchObject({ possible: false, why: expect.stringContaining('Java 17') });
  });

  it('names the version of a Java that is too old', () => {
    install('java', 'openjdk 11.0.2 2019-01-15');

    expect(verdict().why).toContain('this is 11');
  });

  it('names Maven where the jars are not there yet, in Chinese too', () => {
    install('java', 'openjdk 17.0.15 2025-04-15');

    expect(verdict()).toMatchObject({
      possible: false,
      why: expect.stringContaining('Maven'),
      text: { zh: expect.stringContaining('未安装 Maven') },
    });
  });

  it('is content with both', () => {
    install('java', 'openjdk 21.0.1 2023-10-17');
    install('mvn', 'Apache Maven 3.9.9');

    expect(verdict()).toMatchObject({ possible: true, why: '' });
  });
});
