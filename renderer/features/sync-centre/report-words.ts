import type { ErrorCode } from '#shared/base/errors.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';

/** What came and went. */
type Moved = {
  readonly opsSent: number;
  readonly rowsReceived: number;
  readonly filesSent: number;
  readonly filesReceived: number;
};

/** What a run did, and why it ended early or goes on. */
type Report = Moved & { readonly failure: ErrorCode | null; readonly isGoingOn: boolean };

/** What waits after it: unsent changes, files to be sent, files that have not come, things that need a person. */
export type StillWaiting = {
  readonly changes: number;
  readonly files: number;
  readonly filesElsewhere: number;
  readonly attention: number;
  /** Of the files, those that wait for the hour the office has set. */
  readonly held: number;
};

const { report: text } = syncNowText;

/** What came and went, in words: "đã gửi 3 thay đổi, 1 tệp; nhận 12 mục"; empty when nothing did. */
export function movedInWords({ opsSent, rowsReceived, filesSent, filesReceived }: Moved): string {
  const sent = partsOf([
    [opsSent, text.ops],
    [filesSent, text.files],
  ]);
  const received = partsOf([
    [rowsReceived, text.rows],
    [filesReceived, text.files],
  ]);
  return [sent === '' ? '' : text.sent(sent), received === '' ? '' : text.received(received)]
    .filter((part) => part !== '')
    .join(text.join);
}

/** What "sync now" did, in a sentence without a full stop. */
export function reportInWords(report: Report, waiting: StillWaiting): string {
  const moved = movedInWords(report);
  if (moved === '' && report.failure !== null) return text.failed[isNoLine(report.failure) ? 'offline' : 'refused'];
  const left = leftInWords(report, waiting);
  const done = moved === '' ? (left === '' ? text.nothing : '') : moved;
  return [done, left].filter((part) => part !== '').join(text.join);
}

function leftInWords(
  { failure, isGoingOn }: Report,
  { changes, files, filesElsewhere, attention, held }: StillWaiting,
): string {
  const own = partsOf([
    [changes, text.ops],
    [files, text.files],
  ]);
  if (own === '')
    return filesElsewhere === 0
      ? ''
      : text.waiting(text.files(formatCount(filesElsewhere)), isGoingOn ? text.why.goingOn : text.why.elsewhere);
  if (failure !== null) return text.waiting(own, isNoLine(failure) ? text.why.offline : text.why.refused);
  if (isGoingOn) return text.waiting(own, text.why.goingOn);
  if (attention > 0) return text.waiting(own, text.why.attention);
  return text.waiting(own, changes === 0 && held >= files ? text.why.held : text.why.later);
}

function partsOf(parts: readonly (readonly [number, (count: string) => string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => words(formatCount(count)))
    .join(text.and);
}

function isNoLine(failure: ErrorCode): boolean {
  return failure === 'offline';
}
