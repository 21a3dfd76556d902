import { partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import { patterns, pieces, type AbstractFamily } from './abstract-table.ts';
import type { Random } from './random.ts';

/** What an abstract is made for. */
export type AbstractOrder = {
  readonly family: AbstractFamily;
  readonly typeCode: string;
  readonly topics: readonly string[];
  readonly issuedOn: PlainDate;
};

/** Invents the abstract of a paper. Thousands of different ones. */
export function inventAbstract(order: AbstractOrder, random: Random): string {
  const choices = patterns[order.family][order.typeCode];
  if (choices === undefined) throw new Error(`no abstracts for ${order.family} ${order.typeCode}`);
  return fill(random.pick(choices), order, random);
}

function fill(pattern: string, order: AbstractOrder, random: Random): string {
  return pattern.replace(/\{(\w+)\}/gu, (_, name: string) => fillOne(name, order, random));
}

function fillOne(name: string, order: AbstractOrder, random: Random): string {
  const { year, month } = partsOf(order.issuedOn);
  if (name === 'topic') return random.pick(order.topics);
  if (name === 'year') return String(year);
  if (name === 'nextyear') return String(year + 1);
  if (name === 'storm') return String(Math.max(1, month - 4));
  if (name === 'n') return String(random.int(4, 99)).padStart(2, '0');
  if (name === 'period') return inventPeriod(year, month, random);
  const choices: readonly string[] | undefined = Object.hasOwn(pieces, name)
    ? pieces[name as keyof typeof pieces]
    : undefined;
  if (choices === undefined) throw new Error(`no pieces named ${name}`);
  return fill(random.pick(choices), order, random);
}

/** The stretch of time a report of that month speaks of. */
function inventPeriod(year: number, month: number, random: Random): string {
  const quarter = ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? 'I';
  const spans = [
    `tháng ${month <= 2 ? `0${month}` : month}`,
    `tháng ${month <= 2 ? `0${month}` : month}`,
    `quý ${quarter}`,
  ];
  if (month === 6 || month === 7) spans.push('6 tháng đầu năm', '6 tháng đầu năm');
  if (month === 9 || month === 10) spans.push('9 tháng đầu năm');
  if (month >= 11) spans.push(`năm ${year}`, `năm ${year}`);
  return random.pick(spans);
}
