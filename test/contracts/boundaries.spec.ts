import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const broken: string[] = [];

afterEach(() => {
  for (const file of broken.splice(0)) rmSync(file, { force: true });
});

/** Puts a file with a deliberate break into the house and says what the checks answer. */
function checked(file: string, source: string): { lint: string; boundaries: string; passed: boolean } {
  const path = join(root, file);
  writeFileSync(path, source);
  broken.push(path);
  const run = (bin: string, ...args: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', bin), args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false' },
    });
    return { status, output: `${stdout}${stderr}` };
  };
  const lint = run('eslint', file);
  const boundaries = run('depcruise', '--config', '.dependency-cruiser.cjs', file, '--output-type', 'err');
  return { lint: lint.output, boundaries: boundaries.output, passed: lint.status === 0 && boundaries.status === 0 };
}

describe('the checks refuse', () => {
  it('a service that imports a service', () => {
    const answer = checked(
      'services/disputes/src/deliberate-break.ts',
      "import { Alert } from '../../early-warning/src/alerts/alert.entity';\n\nexport const stolen = Alert;\n",
    );

    expect(answer.passed).toBe(false);
    expect(answer.boundaries).toContain('services-know-no-service');
    expect(answer.lint).toContain('enforce-module-boundaries');
  }, 60_000);

  it('a lib that imports a service', () => {
    const answer = checked(
      'libs/http/src/deliberate-break.ts',
      "import { Alert } from '../../../services/early-warning/src/alerts/alert.entity';\n\nexport const stolen = Alert;\n",
    );

    expect(answer.boundaries).toContain('libs-know-no-service');
  }, 60_000);

  it('kafkajs outside messaging', () => {
    const answer = checked(
      'services/worklist/src/deliberate-break.ts',
      "import { Kafka } from 'kafkajs';\n\nexport const own = Kafka;\n",
    );

    expect(answer.boundaries).toContain('kafkajs-stays-in-messaging');
  }, 60_000);

  it('a route without a permission, a vague file name, and a promise nobody waits for', () => {
    const route = checked(
      'services/worklist/src/break-utils.ts',
      "import { Controller, Get } from '@nestjs/common';\n\n@Controller()\nexport class Open {\n  @Get()\n  async all(): Promise<void> {\n    Promise.resolve(1);\n  }\n}\n",
    );

    expect(route.lint).toContain('accord/guarded-route');
    expect(route.lint).toContain('accord/telling-file-name');
    expect(route.lint).toContain('no-floating-promises');
  }, 60_000);

  it('a rule that reaches for the framework', () => {
    const answer = checked(
      'services/disputes/src/deliberate-break.rules.ts',
      "import { Injectable } from '@nestjs/common';\n\nexport const used = Injectable;\n",
    );

    expect(answer.boundaries).toContain('lifecycles-and-rules-are-pure');
  }, 60_000);
});
