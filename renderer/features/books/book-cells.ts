import { isSecret } from '#shared/domain/document/document-record.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { HandoverLine, IncomingLine, OutgoingLine } from '#renderer/data/books/read-book-lines.ts';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import type { DocumentRow, HandoverRow } from '#renderer/data/rows.ts';
import { booksText as text } from '#renderer/messages/books.ts';
import { petitionKindText } from '#renderer/messages/routing.ts';
import { secrecyText } from '#renderer/messages/record-fields.ts';
import { bookDate, bookDay } from './book-date.ts';

type Cells = readonly string[];

/** Cells of a line in sổ đăng ký văn bản đến, and in the secret one with Mức độ mật. */
export function incomingCells({ document, handover }: IncomingLine, names: KnownNames): Cells {
  const secrecy = document.book === 'incoming-secret' ? [secrecyText[document.secrecy]] : [];
  return [
    bookDate(document.receivedOn),
    arrivalNumberOf(document),
    document.issuer,
    document.symbol === '' ? text.noSymbol : document.symbol,
    document.issuedOn === null ? '' : bookDate(document.issuedOn),
    ...secrecy,
    abstractOf(document.typeId, document.abstract),
    holderOf(document, names),
    ...stepCells(handover, names),
    noteOf(document),
  ];
}

/** Cells of a line in sổ đơn thư. */
export function petitionCells({ document, handover }: IncomingLine, names: KnownNames): Cells {
  return [
    bookDate(document.receivedOn),
    arrivalNumberOf(document),
    document.issuer,
    document.senderAddress,
    document.petitionKind === null ? '' : petitionKindText[document.petitionKind],
    document.issuedOn === null ? '' : bookDate(document.issuedOn),
    document.abstract,
    holderOf(document, names),
    ...stepCells(handover, names),
    noteOf(document),
  ];
}

/** Cells of a line in sổ đăng ký văn bản đi, and in the secret one with Mức độ mật; numbers without a paper say why in their place. */
export function outgoingCells(line: OutgoingLine): Cells {
  if (line.kind === 'entry') {
    const { from, to, kind, reason } = line.row;
    return [text.numbers(from, to), bookDate(line.on), text.entries[kind], '', '', '', '', reason];
  }
  const { row } = line;
  const state =
    row.state === 'void' ? text.voided(row.reason) : row.state === 'recalled' ? text.recalled(row.reason) : '';
  return [
    row.symbol,
    bookDate(line.on),
    ...(isSecret(row) ? [secrecyText[row.secrecy]] : []),
    abstractOf(row.typeId, row.abstract),
    row.signer,
    row.recipients,
    row.archiveKeeper,
    row.copies === 0 ? '' : String(row.copies),
    [state, row.numberReason, row.note].filter((words) => words !== '').join('. '),
  ];
}

/** Cells of a line in sổ chuyển giao văn bản đến. */
export function handoverCells({ handover, document }: HandoverLine, names: KnownNames): Cells {
  const secrecy = document.secrecy === 'none' ? [] : [secrecyText[document.secrecy]];
  const fate =
    handover.state === 'returned'
      ? text.returned(handover.reason)
      : handover.state === 'recalled'
        ? text.takenBack(handover.reason)
        : '';
  const isPetition = document.book === 'petition' ? text.petitionMark : '';
  return [
    bookDay(handover.handedAt),
    arrivalNumberOf(document),
    ...secrecy,
    receiverOf(handover, names),
    receiptOf(handover, names),
    [text.purposes[handover.purpose], isPetition, fate, handover.note].filter((words) => words !== '').join('. '),
  ];
}

/** Số đến; what waits for one says so. */
function arrivalNumberOf({ arrivalNumber }: DocumentRow): string {
  return arrivalNumber === null ? text.waitingNumber : String(arrivalNumber);
}

/** Type and abstract; the type is not said twice. An abstract is not asked of a secret paper (domain.md 2.6). */
function abstractOf(typeId: string | null, abstract: string): string {
  const type = typeId === null ? '' : (findDocumentType(typeId)?.name ?? '');
  if (abstract === '') return type === '' ? text.noAbstract : type;
  const repeats = type === '' || abstract.toLocaleLowerCase('vi').startsWith(type.toLocaleLowerCase('vi'));
  return repeats ? abstract : `${type}: ${abstract}`;
}

function noteOf({ withdrawn, note }: DocumentRow): string {
  return [withdrawn === 'no' ? '' : text.withdrawn[withdrawn], note].filter((words) => words !== '').join('. ');
}

function holderOf({ holderUnitId, holderStaffId }: DocumentRow, names: KnownNames): string {
  return nameOf(holderUnitId, holderStaffId, names);
}

function receiverOf({ toUnitId, toStaffId }: HandoverRow, names: KnownNames): string {
  return nameOf(toUnitId, toStaffId, names);
}

function nameOf(unitId: string | null, staffId: string | null, names: KnownNames): string {
  const unit = unitId === null ? undefined : (names.unit(unitId) ?? text.unknownUnit);
  const staff = staffId === null ? undefined : (names.staff(staffId) ?? text.unknownPerson);
  if (unit !== undefined && staff !== undefined) return `${unit} (${staff})`;
  return unit ?? staff ?? '';
}

/** Ngày chuyển and Ký nhận; the latter stays free for a hand where nobody signed on a PC. */
function stepCells(handover: HandoverRow | undefined, names: KnownNames): Cells {
  return handover === undefined ? ['', ''] : [bookDay(handover.handedAt), receiptOf(handover, names)];
}

function receiptOf({ receivedBy, receivedAt }: HandoverRow, names: KnownNames): string {
  if (receivedBy === null || receivedAt === null) return '';
  return text.signedFor(names.staff(receivedBy) ?? text.unknownPerson, bookDay(receivedAt));
}
