import type { LetterStatus } from '#shared/domain/exchange/letter.ts';
import type { Office } from '../office.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';

/**
 * What the sender of a paper hears of its handling (04 phân công, 05 đang xử lý, 06 hoàn thành), as part of the act on the register line: empty when
 * the line did not come over the exchange. A line made of an arrival bears its id.
 */
export async function progressOps(
  office: Office,
  reader: RecordReader,
  documentId: string,
  status: Extract<LetterStatus, '04' | '05' | '06'>,
): Promise<OpDraft[]> {
  const arrival = await reader.row('arrival', documentId);
  if (arrival === undefined || arrival.removed || arrival.documentId !== documentId || arrival.status === status)
    return [];
  return [statusOp(office, arrival, { status })];
}

/** The op by which this office says something of an arrival. */
export function statusOp(
  office: Office,
  { id, stream }: { readonly id: string; readonly stream: string },
  said: { readonly status: LetterStatus; readonly statusNote?: string },
): OpDraft {
  const statusAt = new Date(office.nowMs()).toISOString();
  return {
    t: 'set',
    stream,
    type: 'arrival',
    id,
    f: { ...said, statusAt, statusBy: office.actor === '' ? null : office.actor },
  };
}
