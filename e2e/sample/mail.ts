import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import type { Urgency } from '#shared/domain/document/document-record.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { DispatchFields } from '#shared/domain/exchange/dispatch-record.ts';
import type { Letter } from '#shared/domain/exchange/letter.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import { TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import { symbolOf } from '#shared/domain/register/symbol-of.ts';
import type { RunningServer } from '#server/start-server.ts';
import { generatePdf } from './paper-pdf.ts';
import { createRandom, createSampleIds } from './random.ts';
import { enrolSamplePc, type SampleAct } from './sample-pc.ts';

/** The office of the province that writes to the sample communes. */
const sender = { id: 'van-phong-tinh-uy', name: 'Văn phòng Tỉnh uỷ', province: 'Tỉnh Mẫu', kind: 'province' } as const;

/** Time the province's courier takes, amply, in milliseconds. */
const DELIVERY_MS = 1500;

type Mail = readonly [typeId: string, urgency: Urgency, abstract: string, recalled: string];

const mail: readonly Mail[] = [
  ['party-letter', 'urgent', 'Về việc báo cáo kết quả chuyển đổi số trong các cơ quan đảng quý IV', ''],
  ['party-plan', 'normal', 'Tổng kết công tác văn thư, lưu trữ năm 2026', ''],
  [
    'party-invitation',
    'normal',
    'Dự hội nghị trực tuyến công tác văn phòng cấp uỷ',
    'Thời gian họp thay đổi, sẽ gửi giấy mời khác',
  ],
];

/** Lets the province's office send a few papers over the exchange, one of them called back. `today`: the day they are issued. */
export async function sendSampleMail(
  server: RunningServer,
  to: { readonly id: string; readonly name: string },
  today: PlainDate,
  now: () => number,
): Promise<void> {
  await server.createCommune(sender);
  const pc = await enrolSamplePc(
    server.url,
    await server.createCode(sender.id, { holdsRegister: true }),
    'Máy mẫu',
    now,
  );
  const makeId = createSampleIds(createRandom(`mail/${to.id}`));
  const nextId = (): string => makeId(now());
  const head = nextId();
  const person = {
    name: splitPersonName('Lương Văn Hải'),
    post: 'Chánh Văn phòng',
    role: 'office-head',
    unitId: null,
    order: 1,
    active: true,
  };
  const register = {
    book: 'outgoing',
    name: 'Sổ văn bản đi',
    bodyId: null,
    regime: 'party',
    suffix: 'VPTU',
    counting: 'type-year',
    closedOn: null,
    origin: '',
  } as const;
  const book = nextId();
  await pc.send(
    [
      { t: 'set', type: 'staff', id: head, f: person },
      { t: 'set', type: 'register', id: book, f: register },
      { t: 'cmd', type: 'register', id: book, f: { command: TAKE_REGISTER } },
    ],
    head,
  );
  const recalls: SampleAct[] = [];
  for (const [at, paper] of mail.entries()) {
    const outgoing = toOutgoing(paper, { book, head, number: 40 + at, today, at: new Date(now()).toISOString() });
    const facts = { ...outgoing, issuer: sender.name, issuedOn: toPartialDate(today) };
    const bytes = await generatePdf({ seed: `mail/${String(at)}`, facts });
    const file = {
      hash: await pc.upload(bytes),
      name: `${outgoing.symbol.replaceAll('/', '-')}.pdf`,
      size: bytes.length,
      mime: 'application/pdf',
    };
    const id = nextId();
    const dispatch = toDispatch(id, outgoing, to, head, file);
    const attached = { ...file, documentId: id, ownerType: 'outgoing', pages: null, addedAt: outgoing.createdAt };
    const dispatchId = nextId();
    const acts: SampleAct[] = [
      { t: 'set', type: 'outgoing', id, f: outgoing },
      { t: 'set', type: 'attachment', id: nextId(), f: attached },
      { t: 'set', type: 'dispatch', id: dispatchId, f: dispatch },
    ];
    await pc.send(acts, head);
    if (paper[3] !== '')
      recalls.push({
        t: 'set',
        type: 'dispatch',
        id: dispatchId,
        f: { recallAt: outgoing.createdAt, recallReason: paper[3] },
      });
  }
  // What was called back before it was delivered would never be seen.
  await new Promise((resolve) => setTimeout(resolve, DELIVERY_MS));
  await pc.send(recalls, head);
  await pc.close();
}

type Issue = {
  readonly book: string;
  readonly head: string;
  readonly number: number;
  readonly today: PlainDate;
  readonly at: string;
};

function toOutgoing([typeId, urgency, abstract]: Mail, { book, head, number, today, at }: Issue): OutgoingFields {
  const code = findDocumentType(typeId)?.code ?? '';
  return {
    regime: 'party',
    bodyId: null,
    typeId,
    abstract,
    registerId: book,
    series: `${typeId}@${today.slice(0, 4)}`,
    number,
    symbol: symbolOf({ regime: 'party', suffix: 'VPTU' }, code, number),
    issuedOn: today,
    numberReason: 'Dữ liệu mẫu',
    numberedBy: head,
    numberedAt: at,
    place: 'Tỉnh Mẫu',
    signMode: 'direct',
    signBody: '',
    signPost: 'CHÁNH VĂN PHÒNG',
    signer: 'Lương Văn Hải',
    signerId: head,
    urgency,
    secrecy: 'none',
    circulation: '',
    recipients: 'Đảng uỷ các xã, phường',
    archiveKeeper: 'Văn phòng Tỉnh uỷ',
    copies: 1,
    pages: 2,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    state: 'issued',
    reason: '',
    note: '',
    drafterId: head,
    createdAt: at,
  };
}

function toDispatch(
  id: string,
  paper: OutgoingFields,
  to: { readonly id: string; readonly name: string },
  sentBy: string,
  file: DispatchFields['files'][number],
): Omit<
  DispatchFields,
  'status' | 'statusNote' | 'statusAt' | 'recallStatus' | 'recallNote' | 'recallAnsweredFor' | 'deliveredTo'
> {
  const letter: Letter = {
    externalId: id,
    organId: '',
    issuer: sender.name,
    symbol: paper.symbol,
    issuedOn: paper.issuedOn === null ? null : toPartialDate(paper.issuedOn),
    place: paper.place,
    typeId: paper.typeId,
    typeName: findDocumentType(paper.typeId)?.name ?? '',
    abstract: paper.abstract,
    signer: paper.signer,
    signerPost: 'Chánh Văn phòng',
    urgency: paper.urgency,
    pages: paper.pages,
    dueOn: null,
    isDirective: false,
    replyTo: [],
    note: '',
  };
  return {
    outgoingId: id,
    recipientKind: 'agency',
    recipient: to.id,
    recipientName: `Đảng uỷ ${to.name}`,
    channel: 'exchange',
    kind: 'new',
    replacesId: null,
    letter,
    files: [file],
    revision: 1,
    revisionNote: '',
    sentAt: paper.createdAt,
    sentBy,
    recallAt: null,
    recallReason: '',
  };
}
