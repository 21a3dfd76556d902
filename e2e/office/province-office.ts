import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import type { SamplePc } from '#e2e/sample/sample-pc.ts';
import { fakeOutgoing } from '#renderer/platform/fake-outgoing.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';

const NOW = '2026-11-20T01:00:00.000Z';

/** A paper of the province's office on its way, its file not yet at the province. */
export type PaperOfProvince = { readonly dispatchId: string; readonly hash: string; readonly bytes: Uint8Array };

/** The province's office, by the protocol: its first person, its book, one issued paper with a file, sent; the file is kept back. */
export async function sendFromProvince(pc: SamplePc, recipient: string): Promise<PaperOfProvince> {
  const [head, book, outgoing, attachment, dispatch] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()] as const;
  const facts = {
    symbol: '1/KH-VP',
    issuedOn: toPartialDate('2026-11-20'),
    issuer: 'Văn phòng Tỉnh uỷ',
    typeId: 'state-plan',
    abstract: 'Triển khai kế hoạch',
    signer: 'Lê Văn Mẫu',
    urgency: 'urgent',
  } as const;
  const bytes = await generatePdf({ seed: 'exchange/province', facts });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = { hash, name: 'Kế hoạch.pdf', size: bytes.length, mime: 'application/pdf' };
  const name = { full: 'Lê Văn Mẫu', family: 'Lê', middle: 'Văn', given: 'Mẫu' };
  const person = { name, post: '', role: 'office-head', unitId: null, order: 1, active: true };
  const register = { book: 'outgoing', name: 'Sổ', bodyId: null, regime: 'state', suffix: 'VP', counting: 'year' };
  const set = (type: string, id: string, f: Readonly<Record<string, FieldValue>>) => ({
    t: 'set' as const,
    type,
    id,
    f,
  });
  await pc.send([set('staff', head, person)], head);
  await pc.send([set('register', book, { ...register, closedOn: null, origin: '' })], head);
  await pc.send([{ t: 'cmd', type: 'register', id: book, f: { command: TAKE_REGISTER } }], head);
  const paper = fakeOutgoing('Triển khai kế hoạch', { regime: 'state', typeId: 'state-plan' });
  const numbered = { registerId: book, series: '2026', number: 1, symbol: '1/KH-VP', issuedOn: '2026-11-20' };
  const issued = { numberReason: '', numberedBy: head, numberedAt: NOW, state: 'issued', reason: '', drafterId: head };
  const letter = {
    externalId: outgoing,
    organId: '',
    issuer: 'Văn phòng Tỉnh uỷ',
    symbol: '1/KH-VP',
    issuedOn: '2026-11-20',
    place: '',
    typeId: 'state-plan',
    typeName: 'Kế hoạch',
    abstract: 'Triển khai kế hoạch',
    signer: 'Lê Văn Mẫu',
    signerPost: 'Chánh Văn phòng',
    urgency: 'urgent',
    pages: 1,
    dueOn: null,
    isDirective: false,
    replyTo: [],
    note: '',
  };
  const sending = {
    outgoingId: outgoing,
    recipientKind: 'agency',
    recipient,
    recipientName: 'Đảng uỷ xã nhận',
    channel: 'exchange',
    kind: 'new',
    replacesId: null,
    letter,
    files: [file],
    revision: 1,
    revisionNote: '',
    sentAt: NOW,
    sentBy: head,
    recallAt: null,
    recallReason: '',
  };
  await pc.send(
    [
      set('outgoing', outgoing, { ...paper, ...numbered, ...issued, createdAt: NOW }),
      set('attachment', attachment, { ...file, documentId: outgoing, ownerType: 'outgoing', pages: 1, addedAt: NOW }),
      set('dispatch', dispatch, sending),
    ],
    head,
  );
  return { dispatchId: dispatch, hash, bytes };
}
