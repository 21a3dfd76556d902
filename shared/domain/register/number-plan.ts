import type { LedgerKind } from './ledger-entry-record.ts';

/** Numbers `from` to `to`, both included. */
export type NumberSpan = { readonly from: number; readonly to: number };

/** A ledger entry as the numbering needs it. */
export type EntrySpan = NumberSpan & { readonly id: string; readonly kind: LedgerKind; readonly isReleased: boolean };

/** A block as the numbering needs it: without numbers while it is only asked for. */
export type BlockSpan = {
  readonly id: string;
  readonly forDevice: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly returnedAt: string | null;
  readonly usedTo: number | null;
};

/** All that is known of the numbers of one series: those papers bear, those spoken for, those ceded. */
export type SeriesNumbers = {
  readonly isUsed: (number: number) => boolean;
  /** Highest number a paper bears; undefined while none does. */
  readonly highestUsed: number | undefined;
  readonly entries: readonly EntrySpan[];
  readonly blocks: readonly BlockSpan[];
};

/** Who wants to number: the device, and whether it holds the book. */
export type Standing = { readonly device: number; readonly isHolder: boolean };

/** How the next paper gets its number: at once from the book, at once from a block, or at sync by the PC that holds the book. */
export type NextInSeries =
  | { readonly how: 'holder'; readonly number: number }
  | { readonly how: 'block'; readonly number: number; readonly left: number }
  | { readonly how: 'late'; readonly fault: 'block-used-up' | undefined };

/** Why a number may not be given by this PC. */
export type NumberFault = 'number-taken' | 'number-not-leased';

/** Kinds of entries whose numbers a paper may still take: kept for one, or used by one of the paper book that is entered now. */
const openKinds: readonly LedgerKind[] = ['reserved', 'paper-book'];

/**
 * The number the next paper gets without anybody choosing one. The holder goes on after everything known of the series, so that what it cedes or
 * keeps is never touched; a PC with a block goes on in its oldest block that has room; any other PC waits for the holder.
 */
export function planNext(numbers: SeriesNumbers, { device, isHolder }: Standing): NextInSeries {
  if (isHolder) return { how: 'holder', number: highestSpoken(numbers) + 1 };
  const blocks = numbers.blocks.filter(isOpenBlock).filter(({ forDevice }) => forDevice === device);
  for (const span of blocks.sort((a, b) => a.from - b.from)) {
    let next = span.to + 1;
    while (next > span.from && !isUsedOrSpoken(numbers, next - 1)) next -= 1;
    if (next <= span.to) return { how: 'block', number: next, left: span.to - next + 1 };
  }
  return { how: 'late', fault: blocks.length > 0 ? 'block-used-up' : undefined };
}

/** Why this PC may not give a number that somebody chose (a reserved one, a gap, one of the paper book), or `undefined`. */
export function refuseNumber(numbers: SeriesNumbers, standing: Standing, wanted: number): NumberFault | undefined {
  if (!mayTouch(numbers, standing, wanted)) return 'number-not-leased';
  if (numbers.isUsed(wanted)) return 'number-taken';
  const isClosed = numbers.entries.some((entry) => stands(entry, wanted) && !openKinds.includes(entry.kind));
  return isClosed ? 'number-taken' : undefined;
}

/**
 * Why this PC may not write a ledger entry over these numbers, or `undefined`. Numbers of the paper book may cover papers entered since;
 * everything else may cover neither a paper nor another entry.
 */
export function refuseEntry(
  numbers: SeriesNumbers,
  standing: Standing,
  { from, to, kind }: NumberSpan & { readonly kind: LedgerKind },
): NumberFault | undefined {
  if (numbers.entries.some((entry) => !entry.isReleased && overlaps(entry, { from, to }))) return 'number-taken';
  const blocks = numbers.blocks.filter((block) => overlapsBlock(block, { from, to }));
  // Without a block among them, what holds for one number holds for all.
  if (blocks.length === 0 && !standing.isHolder) return 'number-not-leased';
  if (blocks.length === 0 && kind === 'paper-book') return undefined;
  const near = { ...numbers, blocks };
  for (let number = from; number <= to; number += 1) {
    if (blocks.length > 0 && !mayTouch(near, standing, number)) return 'number-not-leased';
    if (kind !== 'paper-book' && numbers.isUsed(number)) return 'number-taken';
  }
  return undefined;
}

/** The numbers of a block the holder cedes now: the next ones that nobody has spoken for. */
export function nextBlock(numbers: SeriesNumbers, count: number): NumberSpan {
  const from = highestSpoken(numbers) + 1;
  return { from, to: from + count - 1 };
}

/** How far a block was used: its highest number that a paper bears; one less than its first when none does. */
export function usedOfBlock({ from, to }: NumberSpan, isUsed: SeriesNumbers['isUsed']): number {
  let last = to;
  while (last >= from && !isUsed(last)) last -= 1;
  return last;
}

/** Whether numbers were granted and not given back. */
export function isOpenBlock(block: BlockSpan): block is BlockSpan & NumberSpan {
  return block.from !== null && block.to !== null && block.returnedAt === null;
}

/** Highest number that is borne, spoken for or ceded; 0 in a series nobody has begun. */
export function highestSpoken({ highestUsed, entries, blocks }: SeriesNumbers): number {
  const tops = [
    highestUsed ?? 0,
    ...entries.filter(({ isReleased }) => !isReleased).map(({ to }) => to),
    ...blocks.map(({ to }) => to ?? 0),
  ];
  return tops.reduce((top, each) => Math.max(top, each), 0);
}

/** Whether this PC may say anything of a number: the holder of all but what it has ceded, a PC with a block of its own open numbers. */
function mayTouch({ blocks }: SeriesNumbers, { device, isHolder }: Standing, number: number): boolean {
  const ceded = blocks.filter(
    (block) => block.from !== null && block.to !== null && block.from <= number && number <= block.to,
  );
  if (ceded.some((block) => isOpenBlock(block) && block.forDevice === device)) return true;
  return isHolder && ceded.every(({ returnedAt, usedTo }) => returnedAt !== null && (usedTo ?? 0) < number);
}

function isUsedOrSpoken({ isUsed, entries }: SeriesNumbers, number: number): boolean {
  return isUsed(number) || entries.some((entry) => stands(entry, number));
}

function stands(entry: EntrySpan, number: number): boolean {
  return !entry.isReleased && entry.from <= number && number <= entry.to;
}

function overlapsBlock({ from, to }: BlockSpan, span: NumberSpan): boolean {
  return from !== null && to !== null && overlaps({ from, to }, span);
}

function overlaps(a: NumberSpan, b: NumberSpan): boolean {
  return a.from <= b.to && b.from <= a.to;
}
