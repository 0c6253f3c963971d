import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf } from './processes.mjs';

/**
 * Makes this process the owner of a folder, or tells who is. What a dead process left behind does not count.
 * @param {string} folder
 * @returns {{ release(): void } | { owner: number }}
 */
export function claim(folder) {
  const file = join(folder, 'owner.json');
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) });
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = livingOwner(file);
    if (owner !== null) return { owner };
    rmSync(file, { force: true });
  }
}

function livingOwner(file) {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8'));
    return birthOf(pid) === birth ? pid : null;
  } catch {
    return null;
  }
}
