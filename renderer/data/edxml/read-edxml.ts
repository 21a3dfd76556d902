import { err, ok, type Result } from '#shared/base/result.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { decodeXml } from './decode-xml.ts';
import {
  edxmlStatusCodes,
  type EdxmlDoubt,
  type EdxmlFailure,
  type EdxmlMessage,
  type EdxmlPaper,
  type EdxmlStatus,
} from './edxml-paper.ts';
import { readAgency, readBusiness, readLetter, readReference, readStaff } from './read-edxml-header.ts';
import { beginFileBudget, readEdxmlFiles, type FileBudget, type ReadFiles } from './read-edxml-files.ts';
import { childOf, childrenOf, findNode, nodeAt, parseXmlTree, type XmlNode } from './xml-tree.ts';

/** Largest message read, in bytes: its text lies in memory twice. A larger paper goes by file. */
export const EDXML_MAX_BYTES = 96 * 1024 * 1024;
/** A package may lie in another once; deeper it is hostile. */
const DEEPEST_PACKAGE = 1;

/**
 * Reads an edXML message (QCVN 102:2016/BTTTT) as the exchange really writes them: names matched without prefix, undeclared prefixes and junk before
 * the prolog borne, dates in several shapes, attachments raw or zipped. What contradicts itself is read and told as `doubts`.
 * Errors: `file-too-large`; `edxml-unreadable` (no XML, a DOCTYPE, no such message); `edxml-incomplete` (no sender, or nothing that says what it is about).
 */
export function readEdxml(bytes: Uint8Array): Result<EdxmlMessage, EdxmlFailure> {
  return readAt(bytes, 0, beginFileBudget());
}

function readAt(bytes: Uint8Array, depth: number, budget: FileBudget): Result<EdxmlMessage, EdxmlFailure> {
  if (bytes.length > EDXML_MAX_BYTES) return fail('file-too-large');
  const decoded = decodeXml(bytes);
  const tree = decoded === undefined ? undefined : parseXmlTree(decoded.text);
  if (decoded === undefined || tree?.ok !== true) return fail('edxml-unreadable');
  const root = tree.value;
  const header = findNode(root, 'MessageHeader');
  if (header === undefined) return fail('edxml-unreadable');
  const doubts: EdxmlDoubt[] = decoded.hasJunk ? [{ kind: 'junk-before' }] : [];
  return childOf(header, 'StatusCode') === undefined
    ? readPaper(root, header, doubts, depth, budget)
    : readStatus(header, doubts);
}

function readPaper(
  root: XmlNode,
  header: XmlNode,
  doubts: EdxmlDoubt[],
  depth: number,
  budget: FileBudget,
): Result<EdxmlPaper, EdxmlFailure> {
  const say = (...way: readonly string[]): string => normalizeLine(nodeAt(header, ...way)?.text ?? '');
  const from = readAgency(childOf(header, 'From'));
  const letter = readLetter(header, from, doubts);
  const lacks = [
    ...(from.organId === '' && from.name === '' ? ['From'] : []),
    ...(letter.abstract === '' && letter.symbol === '' && letter.externalId === '' ? ['Subject', 'Code'] : []),
  ];
  if (lacks.length > 0) return fail('edxml-incomplete', lacks, { ...letterTexts(letter), from: from.name });
  const traces = findNode(root, 'TraceHeaderList');
  const business = readBusiness(findNode(root, 'Bussiness') ?? findNode(root, 'Business'), doubts);
  const readNested = (nested: Uint8Array): ReadFiles | undefined => {
    if (depth >= DEEPEST_PACKAGE) return undefined;
    const message = readAt(nested, depth + 1, budget);
    return message.ok && message.value.form === 'paper' ? message.value : undefined;
  };
  const read = readEdxmlFiles(root, readNested, budget);
  const copies = Number.parseInt(say('OtherInfo', 'PromulgationAmount'), 10);
  return ok({
    form: 'paper',
    from,
    to: childrenOf(header, 'To').map(readAgency),
    letter,
    typeClass: say('DocumentType', 'Type'),
    competence: say('SignerInfo', 'Competence'),
    content: say('Content'),
    copies: Number.isSafeInteger(copies) && copies >= 0 ? copies : null,
    wantsAnswer: say('OtherInfo', 'Direction').toLowerCase() === 'true',
    sphere: say('OtherInfo', 'SphereOfPromulgation'),
    typist: say('OtherInfo', 'TyperNotation'),
    appendixes: textsOf(nodeAt(header, 'OtherInfo', 'Appendixes'), 'Appendix'),
    toPlaces: textsOf(childOf(header, 'ToPlaces'), 'Place'),
    business,
    trace: childrenOf(traces, 'TraceHeader').map((station) => ({
      organId: normalizeLine(childOf(station, 'OrganId')?.text ?? '').replace(/^null$/u, ''),
      at: normalizeLine(childOf(station, 'Timestamp')?.text ?? ''),
    })),
    isSigned: findNode(root, 'SignatureValue') !== undefined,
    files: read.files,
    doubts: [...doubts, ...read.doubts],
  });
}

function readStatus(header: XmlNode, doubts: EdxmlDoubt[]): Result<EdxmlStatus, EdxmlFailure> {
  const say = (name: string): string => normalizeLine(childOf(header, name)?.text ?? '');
  const from = readAgency(childOf(header, 'From'));
  const about = readReference(childOf(header, 'ResponseFor'), doubts);
  const typed = say('StatusCode').padStart(2, '0');
  const code = edxmlStatusCodes.find((known) => known === typed);
  const lacks = [
    ...(from.organId === '' && from.name === '' ? ['From'] : []),
    ...(about === undefined ? ['ResponseFor'] : []),
    ...(code === undefined ? ['StatusCode'] : []),
  ];
  if (about === undefined || code === undefined || lacks.length > 0)
    return fail('edxml-incomplete', lacks, { from: from.name, code: typed, description: say('Description') });
  return ok({
    form: 'status',
    from,
    about,
    code,
    description: say('Description'),
    at: say('Timestamp'),
    staff: readStaff(childOf(header, 'StaffInfo')),
    doubts,
  });
}

function textsOf(node: XmlNode | undefined, name: string): readonly string[] {
  return childrenOf(node, name)
    .map(({ text }) => normalizeLine(text))
    .filter((text) => text !== '');
}

function letterTexts(letter: EdxmlPaper['letter']): Record<string, string> {
  const { symbol, abstract, issuer, signer, typeName } = letter;
  return { symbol, abstract, issuer, signer, typeName, issuedOn: letter.issuedOn ?? '' };
}

function fail(
  code: EdxmlFailure['code'],
  lacks: readonly string[] = [],
  read: Readonly<Record<string, string>> = {},
): Result<never, EdxmlFailure> {
  return err({ code, lacks, read: Object.fromEntries(Object.entries(read).filter(([, text]) => text !== '')) });
}
