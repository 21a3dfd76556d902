import type { Office } from '../office.ts';
import type { OutboxRow } from '../rows.ts';

/** Reasons by which the province refuses a number. */
const numberRefusals: readonly string[] = ['number-taken', 'number-not-leased'];

/** Notes that a numbered paper left the screen on paper or as a file: from then on its number may not change in silence. */
export async function notePrinted({ db }: Office, outgoingId: string): Promise<void> {
  await db.localMeta.put({ key: printedKey(outgoingId), value: true });
}

/** Whether the number may be in somebody's hands: printed, kept as a file, or sent. */
export async function isPrinted({ db }: Office, outgoingId: string): Promise<boolean> {
  const [noted, files, dispatches] = await Promise.all([
    db.localMeta.get(printedKey(outgoingId)),
    db.attachments.where('documentId').equals(outgoingId).count(),
    db.dispatches.where('outgoingId').equals(outgoingId).count(),
  ]);
  return noted !== undefined || files > 0 || dispatches > 0;
}

/** Whether this own change gave a number that the province refused and that still stands for a person to judge. */
export function isNumberRefusal({ type, op, state, renewedBy }: OutboxRow): boolean {
  if (renewedBy !== undefined || state.kind !== 'rejected' || !numberRefusals.includes(state.reason)) return false;
  const field = type === 'document' ? 'arrivalNumber' : 'number';
  return (type === 'document' || type === 'outgoing') && typeof op.f[field] === 'number';
}

/** Whether a number of this paper was refused after it had been printed: it is numbered again only with a person's reason. */
export async function hasPrintedRefusal(office: Office, outgoingId: string): Promise<boolean> {
  const own = await office.db.outbox.where('[type+id]').equals(['outgoing', outgoingId]).toArray();
  return own.some(isNumberRefusal) && (await isPrinted(office, outgoingId));
}

function printedKey(outgoingId: string): string {
  return `printed:${outgoingId}`;
}
