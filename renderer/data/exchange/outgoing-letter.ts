import { letterOfOutgoing } from '#shared/domain/exchange/letter-of-outgoing.ts';
import type { Letter, SentFile } from '#shared/domain/exchange/letter.ts';
import { issuerNameOf } from '#shared/domain/outgoing/issuer-name-of.ts';
import type { Office } from '../office.ts';
import type { OutgoingRow } from '../rows.ts';
import type { RecordReader } from '../write/record-reader.ts';

/** What goes out with a paper: what is said of it, and its files as they stand now. Of files of one name the newest goes: a signed scan in place of the unsigned print. */
export async function readLetter(
  office: Office,
  reader: RecordReader,
  outgoing: OutgoingRow,
  note: string,
): Promise<{ readonly letter: Letter; readonly files: readonly SentFile[] }> {
  const { db, device } = office;
  const own = (await db.agencies.toArray()).find(({ code, removed }) => code === device.commune.id && !removed);
  const body = outgoing.bodyId === null ? undefined : await reader.row('unit', outgoing.bodyId);
  const answered = outgoing.replyToId === null ? undefined : await reader.row('document', outgoing.replyToId);
  const attachments = await db.attachments.where('documentId').equals(outgoing.id).toArray();
  const files = attachments
    .filter(({ removed, ownerType }) => !removed && ownerType === 'outgoing')
    .sort((a, b) => (a.addedAt < b.addedAt || (a.addedAt === b.addedAt && a.id < b.id) ? -1 : 1))
    .filter(({ name }, at, all) => !all.slice(at + 1).some((later) => later.name === name))
    .map(({ hash, name, size, mime }) => ({ hash, name, size, mime }));
  const letter = letterOfOutgoing(outgoing.id, outgoing, {
    issuer: (body === undefined ? undefined : issuerNameOf(body.name)) ?? own?.name ?? device.commune.name,
    organId: own?.organId ?? '',
    replyTo:
      answered === undefined
        ? undefined
        : {
            externalId: answered.externalId,
            organId: answered.organId,
            symbol: answered.symbol,
            issuedOn: answered.issuedOn,
          },
    note,
  });
  return { letter, files };
}
