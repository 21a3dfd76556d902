import type { HandoverFields } from './handover-record.ts';

/**
 * The step a book of incoming papers tells of in its columns Ngày chuyển and Ký nhận: to who leads the work, else to whom it was presented first.
 * Steps taken back or refused do not count. `undefined` while the paper has not left the clerk.
 */
export function bookedHandover<T extends Pick<HandoverFields, 'purpose' | 'state' | 'handedAt'>>(
  handovers: readonly T[],
): T | undefined {
  const standing = handovers
    .filter(({ state, purpose }) => state !== 'returned' && state !== 'recalled' && purpose !== 'return')
    .sort((a, b) => (a.handedAt < b.handedAt ? -1 : 1));
  return (
    standing.findLast(({ purpose }) => purpose === 'lead') ??
    standing.find(({ purpose }) => purpose === 'present') ??
    standing[0]
  );
}
