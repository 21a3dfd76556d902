import { foldForSearch } from '#shared/base/vietnamese.ts';
import { educationLevelOf, qualificationLevelOf, theoryLevelOf } from './learning-levels.ts';
import type { MemberFields } from './member-record.ts';
import { occupationWords } from './occupation-table.ts';

/** A code that is counted, and the field whose words say it. */
export const wordsOfCode = {
  educationLevel: 'education',
  qualificationLevel: 'qualification',
  theoryLevel: 'politicalTheory',
  occupationGroup: 'occupation',
} as const satisfies Partial<Record<keyof MemberFields, keyof MemberFields>>;

/** A field that holds a code told by the words of another one. */
export type DerivedField = keyof typeof wordsOfCode;

const readers: Readonly<Record<DerivedField, (words: string) => string | undefined>> = {
  educationLevel: educationLevelOf,
  qualificationLevel: qualificationLevelOf,
  theoryLevel: theoryLevelOf,
  occupationGroup: occupationOf,
};

/** The code that words say; empty where they leave it open. A person may always choose another one. */
export function codeOfWords(field: DerivedField, words: string): string {
  return readers[field](words) ?? '';
}

/** The record with the codes its words say, where none was chosen: for records made from words alone (import). */
export function withDerivedCodes(member: MemberFields): MemberFields {
  const fields = Object.keys(wordsOfCode) as readonly DerivedField[];
  const codes = fields.map(
    (field) => [field, member[field] || codeOfWords(field, member[wordsOfCode[field]])] as const,
  );
  return { ...member, ...Object.fromEntries(codes) };
}

function occupationOf(words: string): string | undefined {
  const folded = foldForSearch(words);
  return occupationWords.find(([word]) => folded.includes(word))?.[1];
}
