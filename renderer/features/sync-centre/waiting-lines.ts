import { formatCount } from '#renderer/messages/format-count.ts';
import type { HeldFor } from '#shared/domain/attachment/transfer-order.ts';
import type { EntityType } from '#shared/entities.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { countedRecords, syncText } from '#renderer/messages/sync.ts';

/** A line of what waits to be sent. `share`: part already at the province, 0 to 1, for files. */
export type WaitingLine = {
  readonly key: string;
  readonly what: string;
  readonly size: string;
  readonly when: string;
  readonly share?: number;
};

/** A file on its way, as far as the list shows it. */
export type WaitingFile = {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly offset: number;
  readonly direction: 'up' | 'down';
  readonly state: 'unasked' | 'waiting' | 'moving' | 'done' | 'failed';
};

/** Files that wait although the line is there, and the hour at which the night of the line begins. */
export type Held = { readonly reasons: ReadonlyMap<string, HeldFor>; readonly nightFrom: number };

const noneHeld: Held = { reasons: new Map(), nightFrom: 0 };

const order: readonly EntityType[] = ['document', 'directive', 'attachment', 'member', 'unit', 'staff', 'register'];
const shownFiles = 20;

/** Records first, as they are sent first; then files with how far each has come, or what it waits for. */
export function toWaitingLines(
  byType: Readonly<Partial<Record<EntityType, number>>>,
  files: readonly WaitingFile[],
  held: Held = noneHeld,
): readonly WaitingLine[] {
  const { waiting } = syncText;
  const others = (Object.keys(byType) as readonly EntityType[]).filter((type) => !order.includes(type));
  const records = [...order, ...others].flatMap((type): WaitingLine[] => {
    const count = byType[type] ?? 0;
    return count === 0
      ? []
      : [
          {
            key: type,
            what: countedRecords[type](formatCount(count)),
            size: waiting.smallSize,
            when: waiting.first,
          },
        ];
  });
  const open = files.filter(({ state }) => state !== 'done');
  const lines = open.slice(0, shownFiles).map((file) => ({
    key: file.hash,
    what: waiting.file(file.name),
    size: sharedText.bytes(file.size),
    when: whenOf(file, held),
    share: file.size === 0 ? 0 : file.offset / file.size,
  }));
  const rest = open.slice(shownFiles);
  if (rest.length === 0) return [...records, ...lines];
  const more = waiting.moreFiles(
    formatCount(rest.length),
    sharedText.bytes(rest.reduce((sum, { size }) => sum + size, 0)),
  );
  return [...records, ...lines, { key: 'more', what: more.what, size: more.size, when: waiting.afterRecords }];
}

/** Milliseconds the line needs for what is left, or `undefined` while its speed is unknown. */
export function timeLeftMs(bytes: number, bytesPerSecond: number | null): number | undefined {
  return bytesPerSecond === null || bytesPerSecond <= 0 ? undefined : (bytes / bytesPerSecond) * 1000;
}

function whenOf(file: WaitingFile, { reasons, nightFrom }: Held): string {
  const { waiting } = syncText;
  if (file.state === 'failed') return waiting.failed;
  const reason = reasons.get(file.hash);
  if (reason === 'next-hour') return waiting.nextHour;
  if (reason === 'night') return waiting.night(String(nightFrom));
  const percent = String(Math.floor((file.offset / Math.max(1, file.size)) * 100));
  if (file.direction === 'down') return file.offset > 0 ? waiting.percentDown(percent) : waiting.down;
  return file.offset > 0 ? waiting.percent(percent) : waiting.afterRecords;
}
