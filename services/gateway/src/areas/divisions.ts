import { readFileSync } from 'node:fs';
import type { AreaNode } from '@accord/contracts';
import { OperatorError } from '@accord/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { pinyin } from 'pinyin-pro';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway-config';

const LEVELS: Record<string, AreaNode['level']> = { city: 'city', district: 'district', street: 'town', village: 'village' };
const CODE_LENGTHS = [2, 4, 6, 9, 12];
const MOST_FOUND = 30;

/** The administrative divisions, in memory: reference data that changes with a release, not with a request. */
@Injectable()
export class Divisions {
  private readonly nodes = new Map<string, AreaNode>();
  private readonly below = new Map<string, AreaNode[]>();
  private spellings: { node: AreaNode; full: string; initials: string }[] | undefined;

  constructor(@Inject(GATEWAY_CONFIG) { DIVISIONS_FILE: file }: GatewayConfig) {
    for (const line of read(file).trim().split(/\r?\n/).slice(1)) this.add(line, file);
  }

  has(code: string): boolean {
    return this.nodes.has(code);
  }

  /** What lies directly below; of null, the top. */
  childrenOf(code: string | null): AreaNode[] {
    return this.below.get(code ?? '') ?? [];
  }

  /** From the top down to the division itself; empty for a code that is none. */
  pathOf(code: string): AreaNode[] {
    if (!this.has(code)) return [];
    return CODE_LENGTHS.filter((length) => length <= code.length).flatMap(
      (length) => this.nodes.get(code.slice(0, length)) ?? [],
    );
  }

  /** By part of the name, or by the beginning of its pinyin or its initials; the widest first. */
  search(text: string): AreaNode[] {
    const wanted = text.toLowerCase().replaceAll(' ', '');
    return this.spelled()
      .filter(({ node, full, initials }) => node.name.includes(wanted) || full.startsWith(wanted) || initials.startsWith(wanted))
      .map(({ node }) => node)
      .sort(byCodeLength)
      .slice(0, MOST_FOUND);
  }

  private add(line: string, file: string): void {
    const [code = '', name = '', level = '', parent = ''] = line.split(',');
    const known = LEVELS[level];
    if (known === undefined)
      throw new OperatorError(`${file}: cannot read the line "${line}"; expected code,name,level,parent_code.`);
    const node = { code, name, level: known };
    this.nodes.set(code, node);
    const siblingsUnder = this.nodes.has(parent) ? parent : '';
    const siblings = this.below.get(siblingsUnder) ?? [];
    this.below.set(siblingsUnder, siblings);
    siblings.push(node);
  }

  private spelled(): { node: AreaNode; full: string; initials: string }[] {
    this.spellings ??= [...this.nodes.values()].map((node) => {
      const syllables = pinyin(node.name, { toneType: 'none', type: 'array' });
      return { node, full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
    });
    return this.spellings;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new OperatorError(
      `The list of divisions is not at ${file}. Set DIVISIONS_FILE to services/gateway/data/divisions.csv.`,
    );
  }
}

function byCodeLength(one: AreaNode, other: AreaNode): number {
  return one.code.length - other.code.length || one.code.localeCompare(other.code);
}
