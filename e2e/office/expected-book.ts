import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { DocumentRow, HandoverRow, LedgerEntryRow, OutgoingRow } from '#renderer/data/rows.ts';
import { petitionKindText } from '#renderer/messages/routing.ts';
import { secrecyText } from '#renderer/messages/record-fields.ts';
import type { OfficePc } from './office-pc.ts';

/** What the store of a PC holds of its books. */
export type BookStore = {
  readonly documents: readonly DocumentRow[];
  readonly handovers: readonly HandoverRow[];
  readonly outgoings: readonly OutgoingRow[];
  readonly entries: readonly LedgerEntryRow[];
  readonly names: Readonly<Record<string, string>>;
};

/** The lines a book must have, cell by cell, and the numbers its closing lines must say; worked out from the store, not by the program's own printing. */
export type ExpectedBook = { readonly rows: readonly (readonly string[])[]; readonly sums: readonly string[] };

type Span = { readonly from: string; readonly to: string };

/** Reads the rows behind the books. */
export function readBookStore(pc: OfficePc): Promise<BookStore> {
  return pc.page.evaluate(async () => {
    const db = window.officeForTests?.office.db;
    if (db === undefined) throw new Error('the app is not open to tests');
    const units = (await db.units.toArray()).map(({ id, name }) => [id, name] as const);
    const staff = (await db.staff.toArray()).map(({ id, name }) => [id, name.full] as const);
    return {
      documents: await db.documents.toArray(),
      handovers: await db.handovers.toArray(),
      outgoings: await db.outgoings.toArray(),
      entries: await db.ledgerEntries.toArray(),
      names: Object.fromEntries([...units, ...staff]),
    };
  });
}

/** A book of what came in. */
export function expectIncoming(store: BookStore, book: DocumentRow['book'], { from, to }: Span): ExpectedBook {
  const lines = store.documents
    .filter((row) => row.book === book && !row.removed && from <= row.receivedOn && row.receivedOn <= to)
    .sort(
      (a, b) =>
        Number(a.receivedOn.slice(0, 4)) - Number(b.receivedOn.slice(0, 4)) ||
        (a.arrivalNumber ?? 1e9) - (b.arrivalNumber ?? 1e9),
    );
  const rows = lines.map((row) => {
    const steps = store.handovers
      .filter(({ documentId, state }) => documentId === row.id && state !== 'returned' && state !== 'recalled')
      .sort((a, b) => (a.handedAt < b.handedAt ? -1 : 1));
    const step = [...steps].reverse().find(({ purpose }) => purpose === 'lead') ?? steps[0];
    const forwarded = step === undefined ? '' : dayOf(step.handedAt);
    const tail = [holder(store, row.holderUnitId, row.holderStaffId), forwarded, receipt(store, step), row.note];
    const issued = row.issuedOn === null ? '' : date(row.issuedOn);
    const number = row.arrivalNumber === null ? 'chờ cấp' : String(row.arrivalNumber);
    const head = [date(row.receivedOn), number, row.issuer];
    if (book === 'petition') {
      const kind = row.petitionKind === null ? '' : petitionKindText[row.petitionKind];
      return [...head, row.senderAddress, kind, issued, row.abstract, ...tail];
    }
    const symbol = row.symbol === '' ? 'Không số' : row.symbol;
    const secrecy = book === 'incoming-secret' ? [secrecyText[row.secrecy]] : [];
    return [...head, symbol, issued, ...secrecy, titled(row.typeId, row.abstract), ...tail];
  });
  const word = book === 'petition' ? 'đơn, thư' : 'văn bản';
  return { rows, sums: [`Cộng: ${String(rows.length)} ${word}.`] };
}

/** A register of what went out, with the numbers no paper bears. */
export function expectOutgoing(store: BookStore, registerId: string, { from, to }: Span): ExpectedBook {
  const papers = store.outgoings.filter(
    (row) =>
      row.registerId === registerId &&
      row.number !== null &&
      (row.issuedOn ?? '') >= from &&
      (row.issuedOn ?? '') <= to,
  );
  const entries = store.entries.filter(
    (row) => row.registerId === registerId && !row.isReleased && row.on >= from && row.on <= to,
  );
  const lines = [
    ...papers.map((row) => ({
      order: [row.issuedOn ?? '', row.series, pad(row.number ?? 0), row.id].join(' '),
      cells: [
        row.symbol,
        date(row.issuedOn ?? ''),
        titled(row.typeId, row.abstract),
        row.signer,
        row.recipients,
        row.archiveKeeper,
        row.copies === 0 ? '' : String(row.copies),
        [fate(row), row.numberReason, row.note].filter((words) => words !== '').join('. '),
      ],
    })),
    ...entries.map((row) => ({
      order: [row.on, row.series, pad(row.from), row.id].join(' '),
      cells: [span(row.from, row.to), date(row.on), entryWords[row.kind], '', '', '', '', row.reason],
    })),
  ].sort((a, b) => (a.order < b.order ? -1 : 1));
  const copies = papers.reduce((sum, row) => sum + (row.state === 'void' ? 0 : row.copies), 0);
  const voided = papers.filter(({ state }) => state === 'void').length;
  const unborn = entries.reduce((sum, row) => sum + row.to - row.from + 1, 0);
  return {
    rows: lines.map(({ cells }) => cells),
    sums: [
      `Cộng: ${String(papers.length)} văn bản.`,
      ...(copies === 0 ? [] : [`Tổng số bản: ${copies.toLocaleString('vi-VN').replaceAll('.', ' ')}.`]),
      ...(voided === 0 ? [] : [`Đã huỷ: ${String(voided)}.`]),
      ...(unborn === 0 ? [] : [`Số không có văn bản (giữ trước, bỏ trống, huỷ, sổ giấy): ${String(unborn)}.`]),
    ],
  };
}

/** The hand-over book, or the one of secret papers. */
export function expectHandovers(store: BookStore, isSecret: boolean, { from, to }: Span): ExpectedBook {
  const papers = new Map(store.documents.map((row) => [row.id, row]));
  const lines = store.handovers
    .filter((step) => isoDay(step.handedAt) >= from && isoDay(step.handedAt) <= to)
    .filter((step) => (papers.get(step.documentId)?.secrecy !== 'none') === isSecret)
    .sort((a, b) => (a.handedAt + a.id < b.handedAt + b.id ? -1 : 1));
  const rows = lines.map((step) => {
    const paper = papers.get(step.documentId);
    const settled = { returned: 'Đã trả lại', recalled: 'Đã thu hồi', sent: '', received: '', done: '' }[step.state];
    const why = settled === '' ? '' : `${settled}${step.reason === '' ? '' : `: ${step.reason}`}`;
    const petition = paper?.book === 'petition' ? 'Đơn thư' : '';
    return [
      dayOf(step.handedAt),
      paper?.arrivalNumber === null ? 'chờ cấp' : String(paper?.arrivalNumber),
      ...(isSecret && paper !== undefined ? [secrecyText[paper.secrecy]] : []),
      holder(store, step.toUnitId, step.toStaffId),
      receipt(store, step),
      [purposes[step.purpose], petition, why, step.note].filter((words) => words !== '').join('. '),
    ];
  });
  const signed = lines.filter(({ receivedAt }) => receivedAt !== null).length;
  return {
    rows,
    sums: [
      `Cộng: ${String(rows.length)} lượt chuyển giao.`,
      ...(signed === 0 ? [] : [`Đã ký nhận trên máy: ${String(signed)}.`]),
    ],
  };
}

const purposes = { present: 'Trình', lead: 'Chủ trì', support: 'Phối hợp', inform: 'Để biết', return: 'Chuyển trả' };
const entryWords = {
  reserved: '(Số giữ trước)',
  skipped: '(Số bỏ trống)',
  cancelled: '(Số huỷ)',
  'paper-book': '(Đã ghi ở sổ giấy)',
  secret: '(Văn bản mật, ghi ở sổ mật)',
};

function fate({ state, reason }: OutgoingRow): string {
  const word = state === 'void' ? 'Đã huỷ' : state === 'recalled' ? 'Đã thu hồi' : '';
  return word === '' || reason === '' ? word : `${word}: ${reason}`;
}

function titled(typeId: string | null, abstract: string): string {
  const type = findDocumentType(typeId ?? '')?.name ?? '';
  if (abstract === '') return type === '' ? '(không ghi)' : type;
  return type === '' || abstract.toLowerCase().startsWith(type.toLowerCase()) ? abstract : `${type}: ${abstract}`;
}

function holder({ names }: BookStore, unitId: string | null, staffId: string | null): string {
  const [unit, person] = [names[unitId ?? ''], names[staffId ?? '']];
  return unit !== undefined && person !== undefined ? `${unit} (${person})` : (unit ?? person ?? '');
}

function receipt({ names }: BookStore, step: HandoverRow | undefined): string {
  if (step?.receivedAt === null || step?.receivedBy === null || step === undefined) return '';
  return `${names[step.receivedBy] ?? ''}, ký trên máy ${dayOf(step.receivedAt)}`;
}

/** Days and months with the zeros the rules ask for: days below 10, January and February. */
function date(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const monthWords = month === '01' || month === '02' || Number(month) > 9 ? month : month.replace(/^0/u, '');
  return [day, monthWords, year].filter((part) => part !== '').join('/');
}

function isoDay(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}

function dayOf(instant: string): string {
  return date(isoDay(instant));
}

function pad(number: number): string {
  return String(number).padStart(7, '0');
}

function span(from: number, to: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return from === to ? two(from) : `${two(from)} - ${two(to)}`;
}
