import { patterns, pieces, type PieceName } from './abstract-table.ts';
import type { Random } from './random.ts';

/** Invents the abstract of a paper of this family and type code, as of a year. Thousands of different ones. */
export function inventAbstract(family: 'party' | 'state' | 'front', typeCode: string, year: number, random: Random): string {
  const choices = patterns[family][typeCode];
  if (choices === undefined) throw new Error(`no abstracts for ${family} ${typeCode}`);
  return fill(random.pick(choices), year, random);
}

/** The type codes a family has abstracts for. */
export function typeCodesOf(family: 'party' | 'state' | 'front'): readonly string[] {
  return Object.keys(patterns[family]);
}

function fill(pattern: string, year: number, random: Random): string {
  return pattern.replace(/\{(\w+)\}/gu, (_, name: string) => {
    if (name === 'year') return String(year);
    if (name === 'nextyear') return String(year + 1);
    if (name === 'n') return String(random.int(4, 99)).padStart(2, '0');
    return fill(random.pick(pieces[name as PieceName]), year, random);
  });
}
