import { urgencySchema, type Urgency } from '#shared/domain/document/document-record.ts';
import { isLineNight, type LineRules } from './line-rules.ts';

/** What the order of files on their way is chosen by. */
export type OpenTransfer = {
  readonly hash: string;
  readonly direction: 'up' | 'down';
  /** Bytes, and how many of them have gone. */
  readonly size: number;
  readonly offset: number;
  /** Of its paper; `normal` when it belongs to none. */
  readonly urgency: Urgency;
  /** When its record was made, milliseconds. */
  readonly madeAtMs: number;
};

/** Files up to this size go before larger ones: someone reads them while a scan is still on its way. Bytes. */
export const SMALL_FILE_BYTES = 200 * 1024;

/** A paper is news for 30 days; an urgent one is urgent for as long. */
export const RECENT_MS = 30 * 86_400_000;

const MEGABYTE = 1_000_000;

/** What holds at the moment of choosing. */
export type TransferMoment = {
  readonly nowMs: number;
  /** File a person waits for. */
  readonly wanted: string | undefined;
  readonly rules: LineRules;
  /** Bytes of files moved in this hour of the clock. */
  readonly movedThisHour: number;
};

/**
 * Puts open transfers in order: urgent papers (hoả tốc, thượng khẩn, khẩn), small files, those of the last 30 days, up before down, what is nearest to its
 * end, newest. A total order, whatever order they come in.
 */
export function orderTransfers(open: readonly OpenTransfer[], nowMs: number): OpenTransfer[] {
  const keys = new Map(open.map((each) => [each, keyOf(each, nowMs)]));
  return open.toSorted((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []) || (a.hash < b.hash ? -1 : 1));
}

/**
 * The next file to move a piece of, of ordered ones: the one a person waits for; else the first that needs not wait for the night, nor for the next hour
 * because this one's bytes are used up. What is urgent, or waited for, waits for neither.
 */
export function chooseTransfer(ordered: readonly OpenTransfer[], moment: TransferMoment): OpenTransfer | undefined {
  const { wanted } = moment;
  const asked = wanted === undefined ? undefined : ordered.find(({ hash }) => hash === wanted);
  return asked ?? ordered.find((each) => heldFor(each, moment) === undefined);
}

/** What a file waits for although the line is there: the night, or the next hour of the clock because this one's bytes are used up. */
export type HeldFor = 'night' | 'next-hour';

/** Why a file is not moved at this moment; `undefined`: it may be. */
export function heldFor(transfer: OpenTransfer, moment: TransferMoment): HeldFor | undefined {
  const { wanted, rules, nowMs, movedThisHour } = moment;
  if (transfer.hash === wanted || urgencyOf(transfer, nowMs) > 0) return undefined;
  if (!isLineNight(rules, nowMs) && waitsForNight(transfer, rules, nowMs)) return 'night';
  const isUsedUp = rules.hourlyMegabytes !== null && movedThisHour >= rules.hourlyMegabytes * MEGABYTE;
  return isUsedUp ? 'next-hour' : undefined;
}

/** Whether a file can wait for the night: one that is not small, and old or large. */
function waitsForNight(transfer: OpenTransfer, { largeMegabytes }: LineRules, nowMs: number): boolean {
  const { size } = transfer;
  return size > SMALL_FILE_BYTES && (!isRecent(transfer, nowMs) || size >= largeMegabytes * MEGABYTE);
}

function keyOf(transfer: OpenTransfer, nowMs: number): readonly number[] {
  const { size, offset, direction, madeAtMs } = transfer;
  return [
    -urgencyOf(transfer, nowMs),
    size <= SMALL_FILE_BYTES ? 0 : 1,
    isRecent(transfer, nowMs) ? 0 : 1,
    direction === 'up' ? 0 : 1,
    size - offset,
    -madeAtMs,
  ];
}

function urgencyOf(transfer: OpenTransfer, nowMs: number): number {
  return isRecent(transfer, nowMs) ? urgencySchema.options.indexOf(transfer.urgency) : 0;
}

/** A clock that was set back makes nothing old. */
function isRecent({ madeAtMs }: OpenTransfer, nowMs: number): boolean {
  return nowMs - madeAtMs <= RECENT_MS;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
