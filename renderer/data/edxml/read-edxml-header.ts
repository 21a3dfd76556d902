import { foldForSearch, normalizeLine } from '#shared/base/vietnamese.ts';
import { toPartialDate, type PartialDate } from '#shared/base/partial-date.ts';
import { ABSTRACT_MAX, type Urgency } from '#shared/domain/document/document-record.ts';
import { parseDocumentSymbol, suggestDocumentTypes } from '#shared/domain/document/document-symbol.ts';
import { documentTypes } from '#shared/domain/document/document-type-table.ts';
import type { Letter, PaperRef } from '#shared/domain/exchange/letter.ts';
import { parseEdxmlDate } from './edxml-dates.ts';
import {
  edxmlBusinessKinds,
  type EdxmlAgency,
  type EdxmlBusiness,
  type EdxmlDoubt,
  type EdxmlStaff,
} from './edxml-paper.ts';
import { childOf, childrenOf, nodeAt, type XmlNode } from './xml-tree.ts';

/** Priority of OtherInfo by number (field dictionary of the exchange): the timed `hoả tốc hẹn giờ` (4) is `flash` here. */
const urgencies: readonly Urgency[] = ['normal', 'urgent', 'very-urgent', 'flash', 'flash'];
/** SteeringType 2 is a directive paper, 1 none, 3 a report on one (field dictionary of the exchange). */
const STEERING_DIRECTIVE = '2';

/** An agency; every field is text, empty where nothing is said. */
export function readAgency(node: XmlNode | undefined): EdxmlAgency {
  const say = (name: string): string => sayIn(node, name);
  return {
    organId: say('OrganId'),
    name: say('OrganName'),
    inCharge: say('OrganizationInCharge'),
    address: say('OrganAdd'),
    email: say('Email'),
    telephone: say('Telephone'),
    fax: say('Fax'),
    website: say('Website'),
  };
}

/** Who did it at the sender. */
export function readStaff(node: XmlNode | undefined): EdxmlStaff {
  const say = (name: string): string => sayIn(node, name);
  return { department: say('Department'), name: say('Staff'), email: say('Email'), mobile: say('Mobile') };
}

/** A paper that is answered; undefined when nothing names it. */
export function readReference(node: XmlNode | undefined, doubts: EdxmlDoubt[]): PaperRef | undefined {
  const externalId = cut(sayIn(node, 'DocumentId'), 200, 'ResponseFor.DocumentId', doubts);
  const symbol = cut(sayIn(node, 'Code'), 80, 'ResponseFor.Code', doubts);
  if (externalId === '' && symbol === '') return undefined;
  return {
    externalId,
    organId: cut(sayIn(node, 'OrganId'), 40, 'ResponseFor.OrganId', doubts),
    symbol,
    issuedOn: readDate(sayIn(node, 'PromulgationDate'), 'ResponseFor.PromulgationDate', doubts),
  };
}

/** What the header says of the paper, in our terms; what is odd goes to `doubts`. */
export function readLetter(header: XmlNode, from: EdxmlAgency, doubts: EdxmlDoubt[]): Letter {
  const say = (...way: readonly string[]): string => normalizeLine(nodeAt(header, ...way)?.text ?? '');
  const externalId = cut(say('DocumentId'), 200, 'DocumentId', doubts);
  const symbol = cut(
    joinSymbol(say('Code', 'CodeNumber'), say('Code', 'CodeNotation'), externalId),
    80,
    'Code',
    doubts,
  );
  const issuedOn = readDate(say('PromulgationInfo', 'PromulgationDate'), 'PromulgationDate', doubts);
  const subject = say('Subject') || say('Content');
  const due = say('DueDate');
  const dueOn = parseEdxmlDate(due);
  if (due !== '' && dueOn === undefined) doubts.push({ kind: 'bad-date', field: 'DueDate', value: due });
  if (subject === '') doubts.push({ kind: 'no-subject' });
  if (symbol === '') doubts.push({ kind: 'no-symbol' });
  if (externalId === '') doubts.push({ kind: 'no-document-id' });
  else compareWithId(externalId, symbol, issuedOn, doubts);
  const typeName = cut(say('DocumentType', 'TypeName'), 80, 'TypeName', doubts);
  const pages = Number.parseInt(say('OtherInfo', 'PageAmount'), 10);
  return {
    externalId,
    organId: cut(from.organId, 40, 'OrganId', doubts),
    issuer: cut(from.name || from.inCharge || from.organId, 200, 'OrganName', doubts),
    symbol,
    issuedOn,
    place: cut(say('PromulgationInfo', 'Place'), 80, 'Place', doubts),
    typeId: typeOf(typeName, symbol),
    typeName,
    abstract: cut(subject, ABSTRACT_MAX, 'Subject', doubts),
    signer: cut(say('SignerInfo', 'FullName'), 120, 'FullName', doubts),
    signerPost: cut(say('SignerInfo', 'Position'), 120, 'Position', doubts),
    urgency: urgencies[Number(say('OtherInfo', 'Priority') || '0')] ?? 'normal',
    pages: Number.isSafeInteger(pages) && pages >= 0 && pages <= 100_000 ? pages : 0,
    dueOn: dueOn ?? null,
    isDirective: say('SteeringType') === STEERING_DIRECTIVE,
    replyTo: childrenOf(header, 'ResponseFor')
      .flatMap((node) => readReference(node, doubts) ?? [])
      .slice(0, 20),
    note: '',
  };
}

/** What is done with the paper; a message without this part brings a new one. */
export function readBusiness(node: XmlNode | undefined, doubts: EdxmlDoubt[]): EdxmlBusiness {
  const typed = sayIn(node, 'BussinessDocType') || '0';
  const kind = edxmlBusinessKinds[Number(typed)];
  if (kind === undefined) doubts.push({ kind: 'unknown-business', value: typed });
  const replaced = childrenOf(childOf(node, 'ReplacementInfoList'), 'ReplacementInfo').map((info) => ({
    externalId: sayIn(info, 'DocumentId'),
    organIds: childrenOf(childOf(info, 'OrganIdList'), 'OrganId').map(({ text }) => normalizeLine(text)),
  }));
  const own = sayIn(node, 'DocumentId');
  const all = [...(own === '' ? [] : [{ externalId: own, organIds: [] }]), ...replaced];
  const targets = all.filter(
    ({ externalId }, at) => externalId !== '' && all.findIndex((other) => other.externalId === externalId) === at,
  );
  if (kind !== 'new' && kind !== undefined && targets.length === 0) doubts.push({ kind: 'target-unclear', value: '' });
  for (const { externalId } of targets) {
    const [, date] = partsOfId(externalId) ?? [];
    if (date !== undefined && parseEdxmlDate(date) === undefined)
      doubts.push({ kind: 'target-unclear', value: externalId });
  }
  const info = childOf(node, 'BussinessDocumentInfo');
  return {
    kind: kind ?? 'new',
    reason: sayIn(node, 'BussinessDocReason'),
    targets,
    changesPaper: sayIn(info, 'DocumentInfo') === '1',
    receivers: childrenOf(childOf(info, 'ReceiverList'), 'Receiver').map((receiver) => ({
      organId: sayIn(receiver, 'OrganId'),
      change: sayIn(receiver, 'ReceiverType') === '1' ? ('added' as const) : ('removed' as const),
    })),
    staff: readStaff(childOf(node, 'StaffInfo')),
  };
}

function readDate(text: string, field: string, doubts: EdxmlDoubt[]): PartialDate | null {
  if (text === '') return null;
  const date = parseEdxmlDate(text);
  if (date === undefined) doubts.push({ kind: 'bad-date', field, value: text });
  return date === undefined ? null : toPartialDate(date);
}

/** `<OrganId>,<yyyy/MM/dd>,<số>/<ký hiệu>` taken apart; undefined for a UUID or anything else. */
function partsOfId(externalId: string): readonly [organId: string, date: string, symbol: string] | undefined {
  const match = /^([^,]+),([^,]+),(.+)$/u.exec(externalId);
  return match === null ? undefined : [match[1] ?? '', (match[2] ?? '').trim(), (match[3] ?? '').trim()];
}

function compareWithId(externalId: string, symbol: string, issuedOn: PartialDate | null, doubts: EdxmlDoubt[]): void {
  const parts = partsOfId(externalId);
  if (parts === undefined) return;
  const [, date, named] = parts;
  if (issuedOn !== null && parseEdxmlDate(date)?.toString() !== issuedOn.toString())
    doubts.push({ kind: 'id-says-otherwise', field: 'date', value: date });
  if (symbol !== '' && lettersOf(named) !== lettersOf(symbol))
    doubts.push({ kind: 'id-says-otherwise', field: 'symbol', value: named });
}

/** Number and notation joined as the paper has it: as DocumentId writes it, else `/` for the State and `-` for the Party (HD 05-HD/VPTW). */
function joinSymbol(number: string, notation: string, externalId: string): string {
  if (number === '' || notation === '') return number === '' ? notation : number;
  const named = partsOfId(externalId)?.[2] ?? '';
  const parted = `${number}/${notation}`;
  if (lettersOf(named) === lettersOf(parted)) return named;
  return parseDocumentSymbol(`${number}-${notation}`).regime === 'party' && notation.includes('/')
    ? `${number}-${notation}`
    : parted;
}

function typeOf(typeName: string, symbol: string): string | null {
  const parsed = parseDocumentSymbol(symbol);
  const suggested = suggestDocumentTypes(parsed);
  const folded = foldForSearch(typeName);
  const byName = documentTypes.filter(({ name }) => foldForSearch(name) === folded);
  const agreed = byName.find(({ id }) => suggested.some((type) => type.id === id));
  const wanted = parsed.regime === 'party' ? 'party' : 'state';
  return (agreed ?? byName.find(({ regime }) => regime === wanted) ?? byName[0] ?? suggested[0])?.id ?? null;
}

function lettersOf(text: string): string {
  return foldForSearch(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function cut(text: string, most: number, field: string, doubts: EdxmlDoubt[]): string {
  if (text.length <= most) return text;
  doubts.push({ kind: 'shortened', field });
  return text.slice(0, most).trimEnd();
}

function sayIn(node: XmlNode | undefined, name: string): string {
  return normalizeLine(childOf(node, name)?.text ?? '');
}
