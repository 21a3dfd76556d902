import { splitPersonName } from '#shared/base/person-name.ts';
import { normalizeLine, normalizeText } from '#shared/base/vietnamese.ts';
import { codeOfWords, wordsOfCode, type DerivedField } from '#shared/domain/member/derived-codes.ts';
import type { MemberFields, PersonName } from '#shared/domain/member/member-record.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { memberFormGroups } from './member-form-fields.ts';

/** A form in work. `opened` is what the record held when it was opened: the measure of what was changed, and by whom. */
export type MemberDraft = {
  readonly values: MemberFields;
  readonly opened: MemberFields;
  /** Sequence of the record when the form opened; 0 for a new one. */
  readonly seen: number;
  /** The person parts the name by hand. */
  readonly ownParts: boolean;
};

const derivedFields = Object.keys(wordsOfCode) as readonly DerivedField[];
const longTexts: ReadonlySet<string> = new Set(
  memberFormGroups.flatMap(({ fields }) => fields.flatMap(({ field, kind }) => (kind === 'long-text' ? [field] : []))),
);

/** What stands in the way of saving. */
export type DraftProblem =
  | { readonly field: keyof MemberFields; readonly kind: 'required' }
  | { readonly field: keyof MemberFields; readonly kind: 'too-long'; readonly max: number };

export function createMemberDraft(opened: MemberFields, seen: number): MemberDraft {
  return { values: opened, opened, seen, ownParts: !isGuessed(opened.name) };
}

/** Whether the parts of a name are what splitting at the first and last space gives. */
export function isGuessed(name: PersonName): boolean {
  return name.full === '' || equalValues(name, splitPersonName(name.full));
}

/** The draft after one field was filled. A code that is told by words follows them until the person chooses another. */
export function fillField<F extends keyof MemberFields>(
  draft: MemberDraft,
  field: F,
  value: MemberFields[F],
): MemberDraft {
  const { values } = draft;
  const filled: MemberFields = { ...values, [field]: value };
  const code = derivedFields.find((derived) => wordsOfCode[derived] === field);
  if (code === undefined || !['', codeOfWords(code, values[wordsOfCode[code]])].includes(values[code]))
    return { ...draft, values: filled };
  return { ...draft, values: { ...filled, [code]: codeOfWords(code, filled[wordsOfCode[code]]) } };
}

/** The draft after the whole name was typed: the parts follow unless the person gave their own. */
export function fillFullName(draft: MemberDraft, full: string): MemberDraft {
  const parts = draft.ownParts ? { ...draft.values.name, full } : { ...splitPersonName(full), full };
  return fillField(draft, 'name', parts);
}

/** Switches between guessed and own parts. */
export function partNameByHand(draft: MemberDraft, ownParts: boolean): MemberDraft {
  const name = ownParts
    ? draft.values.name
    : { ...splitPersonName(draft.values.name.full), full: draft.values.name.full };
  return { ...fillField(draft, 'name', name), ownParts };
}

/** Values in their stored form: texts normalised, numbers without spaces. */
export function cleanMember(values: MemberFields): MemberFields {
  const texts = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      typeof value === 'string' ? (longTexts.has(field) ? normalizeText(value) : normalizeLine(value)) : value,
    ]),
  ) as MemberFields;
  const compact = (text: string): string => text.replace(/[\s.]/g, '');
  const { full, family, middle, given } = values.name;
  return {
    ...texts,
    name: {
      full: normalizeLine(full),
      family: normalizeLine(family),
      middle: normalizeLine(middle),
      given: normalizeLine(given),
    },
    introducers: values.introducers
      .map(({ name, post }) => ({ name: normalizeLine(name), post: normalizeLine(post) }))
      .filter(({ name, post }) => name !== '' || post !== ''),
    citizenId: compact(texts.citizenId),
    cardNumber: compact(texts.cardNumber),
    fileNumber: compact(texts.fileNumber),
  };
}

/** Fields that differ from what the form opened with: only these are written, so that nobody else's edits are touched. */
export function changedFields(draft: MemberDraft): Partial<MemberFields> {
  const values = cleanMember(draft.values);
  const entries = (Object.keys(values) as (keyof MemberFields)[]).filter(
    (field) =>
      !equalValues(draft.values[field], draft.opened[field]) && !equalValues(values[field], draft.opened[field]),
  );
  return Object.fromEntries(entries.map((field) => [field, values[field]]));
}

/** Fields somebody else changed since the form opened. */
export function changedBelow(draft: MemberDraft, now: MemberFields): readonly (keyof MemberFields)[] {
  return (Object.keys(draft.opened) as (keyof MemberFields)[]).filter(
    (field) => !equalValues(now[field], draft.opened[field]),
  );
}

export function findProblems(values: MemberFields): readonly DraftProblem[] {
  const clean = cleanMember(values);
  const problems: DraftProblem[] =
    clean.name.full === '' || clean.name.given === '' ? [{ field: 'name', kind: 'required' }] : [];
  for (const { field, max } of memberFormGroups.flatMap(({ fields }) => fields)) {
    const value = field === 'name' ? clean.name.full : clean[field];
    if (max !== undefined && typeof value === 'string' && value.length > max)
      problems.push({ field, kind: 'too-long', max });
  }
  return problems;
}
