import { placeTones } from '#shared/base/vietnamese-tone-place.ts';
import { foldForSearch, toUpperVietnamese } from '#shared/base/vietnamese.ts';
import {
  findDocumentType,
  type DocumentRegime,
  type DocumentType,
} from '#shared/domain/document/document-type-table.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { SettingValue } from '#shared/domain/setting/setting-table.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import { BLANK, formalDate } from './formal-date.ts';
import { DRAFT_MARK, paperWords, partyBodies, urgencyMarks } from './paper-words-table.ts';
import { signatureBlock, type SignatureBlock } from './signature-block.ts';

/** How the office's papers look where sources disagree (setting `paper-style`). */
export type PaperStyle = SettingValue<'paper-style'>;
/** Who the office is on papers (setting `office-name`). */
export type OfficeName = SettingValue<'office-name'>;

/** Style of an office that has set none: HD 05-HD/VPTW as most sources have it (domain.md 1.6). */
export const defaultPaperStyle: PaperStyle = {
  tone: 'old',
  bodySize: 14,
  lineSpacing: 18,
  basesItalic: false,
  subjectMark: true,
};

/**
 * Which form a paper has. `named`: type and abstract in the middle. `letter`: công văn, no type, its subject under the number.
 * `minutes`: biên bản, no place and date, two signatures. `slip`: giấy giới thiệu and its like, a type without a rule below.
 */
export type PaperForm = 'named' | 'letter' | 'minutes' | 'slip';

/** Everything printed on a paper that is not its content, in words, ready to be set. */
export type PaperFacts = {
  readonly regime: DocumentRegime;
  readonly typeId: string;
  readonly form: PaperForm;
  /** Upper and lower line of the header's left block; the upper is empty for a body with none above it. */
  readonly above: string;
  readonly issuer: string;
  /** `Số 05-NQ/ĐU`, `Số: 15/QĐ-UBND`; with room for the number while it has none. */
  readonly numberLine: string;
  /** `Nà Lầu, ngày 05 tháng 02 năm 2026`; empty on minutes. */
  readonly placeAndDate: string;
  /** Name of the type in capitals; empty in a letter. */
  readonly typeName: string;
  readonly abstract: string;
  /** KHẨN, THƯỢNG KHẨN, HOẢ TỐC or empty. */
  readonly urgencyMark: string;
  readonly circulation: string;
  /** `Dự thảo lần 2` or empty. */
  readonly draftMark: string;
  readonly signature: SignatureBlock;
  /** Initials of who typed it and number of copies, `LTH (15)`; empty when the office writes none. */
  readonly typist: string;
  readonly style: PaperStyle;
  /** The record itself and the sort of body that issues it: what the checker goes by. */
  readonly record: OutgoingFields;
  readonly bodyKind: UnitKind | null;
};

/** What names of other records the paper needs. */
export type PaperNames = {
  readonly body: { readonly name: string; readonly kind: UnitKind } | null;
  /** What the body belongs to. */
  readonly parent: { readonly name: string; readonly kind: UnitKind } | null;
  /** What stands for the body in the symbol, for a paper without a number yet. */
  readonly suffix: string;
  /** Number of the draft, to be printed on it; null on the paper itself. */
  readonly draftVersion: number | null;
  /** Initials of who drafted it; empty to print none. */
  readonly typist: string;
  /** Present year, for a paper without a date yet. */
  readonly year: number;
};

/** What of the settings a paper follows; undefined where the office has set nothing. */
export type PaperSettings = { readonly style: PaperStyle | undefined; readonly office: OfficeName | undefined };

/** Puts record, names and settings together into what is printed. Never fails: what is missing stays empty, and the checker says so. */
export function toPaperFacts(outgoing: OutgoingFields, names: PaperNames, settings: PaperSettings): PaperFacts {
  const { regime } = outgoing;
  const type = findDocumentType(outgoing.typeId);
  const form = formOf(outgoing.typeId);
  const style = settings.style ?? defaultPaperStyle;
  const header =
    regime === 'party' ? partyHeader(names, settings.office, style.tone) : stateHeader(names, settings.office);
  const place = outgoing.place.trim() === '' ? (settings.office?.place ?? '') : outgoing.place.trim();
  const own = (text: string): string => placeTones(text, style.tone);
  return {
    regime,
    typeId: outgoing.typeId,
    form,
    ...header,
    numberLine: numberLine(outgoing, type, names.suffix),
    placeAndDate: form === 'minutes' ? '' : `${place}, ${formalDate(outgoing.issuedOn, names.year)}`.replace(/^, /, ''),
    typeName: form === 'letter' || type === undefined ? '' : own(toUpperVietnamese(type.name)),
    abstract: outgoing.abstract.trim(),
    urgencyMark: own(urgencyMarks[outgoing.urgency]),
    circulation: toUpperVietnamese(outgoing.circulation.trim()),
    draftMark: names.draftVersion === null ? '' : `${DRAFT_MARK} ${String(names.draftVersion)}`,
    signature: signatureBlock(regime, outgoing),
    typist: typistOf(names.typist, outgoing.copies),
    style,
    record: outgoing,
    bodyKind: names.body?.kind ?? null,
  };
}

const slips = new Set([
  'introduction',
  'leave',
  'travel-order',
  'certificate',
  'sending-slip',
  'forwarding-slip',
  'authorisation',
]);

/** Which form papers of a type have, of either regime. */
export function formOf(typeId: string): PaperForm {
  const sort = sortOfType(typeId);
  if (sort === 'letter' || sort === 'courtesy-letter') return 'letter';
  if (sort === 'minutes') return 'minutes';
  return slips.has(sort) ? 'slip' : 'named';
}

/** The sort of a type without its regime: `decision` of `party-decision` and `state-decision`. */
export function sortOfType(typeId: string): string {
  return typeId.replace(/^(?:party|state)-/, '');
}

function numberLine({ regime, symbol }: OutgoingFields, type: DocumentType | undefined, suffix: string): string {
  const word = paperWords[regime].number;
  if (symbol !== '') return `${word} ${symbol}`;
  const code = type?.code ?? '';
  if (regime === 'party') return `${word} ${BLANK}-${[code, suffix].filter(isFilled).join('/')}`;
  return `${word} ${BLANK}/${[code, suffix].filter(isFilled).join('-')}`;
}

/** A committee's papers name what is above it as a collective (ĐẢNG BỘ TỈNH …), those of its offices name the committee. */
function partyHeader(
  { body, parent }: PaperNames,
  office: OfficeName | undefined,
  tone: PaperStyle['tone'],
): Pick<PaperFacts, 'above' | 'issuer'> {
  const committee = toUpperVietnamese(office?.partyName ?? '');
  if (body === null || body.kind === 'committee') {
    const issuer = committee === '' ? toUpperVietnamese(body?.name ?? '') : committee;
    return { above: toUpperVietnamese(office?.partyAbove ?? ''), issuer: asCommittee(issuer, tone) };
  }
  const parentName = toUpperVietnamese(parent?.name ?? '');
  const isDirect = parent === null || parent.kind === 'committee';
  if (body.kind === 'office') {
    return {
      above: isDirect && committee !== '' ? committee : asCommittee(parentName, tone),
      issuer: toUpperVietnamese(body.name),
    };
  }
  const above = isDirect && committee !== '' ? committee : parentName;
  return { above: asCollective(above), issuer: asCommittee(toUpperVietnamese(body.name), tone) };
}

function stateHeader({ body }: PaperNames, office: OfficeName | undefined): Pick<PaperFacts, 'above' | 'issuer'> {
  const ownName = toUpperVietnamese(office?.stateName ?? '');
  const above = toUpperVietnamese(office?.stateAbove ?? '');
  const isOwn = body === null || /^(?:uy ban nhan dan|ubnd)\b/.test(foldForSearch(body.name));
  if (isOwn) return { above, issuer: ownName === '' ? toUpperVietnamese(body?.name ?? '') : ownName };
  // People's councils and bodies of their own have nobody above them on their papers; offices of the committee name it.
  const isOffice = body.kind === 'office';
  return { above: isOffice ? ownName : '', issuer: toUpperVietnamese(body.name) };
}

function asCommittee(name: string, tone: PaperStyle['tone']): string {
  return name.startsWith(partyBodies.collective)
    ? `${placeTones(partyBodies.committee, tone)}${name.slice(partyBodies.collective.length)}`
    : name;
}

function asCollective(name: string): string {
  const folded = foldForSearch(name.slice(0, partyBodies.committee.length));
  return folded === 'dang uy' ? `${partyBodies.collective}${name.slice(partyBodies.committee.length)}` : name;
}

function typistOf(initials: string, copies: number): string {
  if (initials === '') return '';
  return copies > 0 ? `${initials} (${String(copies)})` : initials;
}

function isFilled(text: string): boolean {
  return text !== '';
}
