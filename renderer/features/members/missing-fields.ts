import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** Fields every complete record has (domain.md 5.3); those of the probationary come later for them. */
const expected: readonly (keyof MemberFields)[] = [
  'bornOn',
  'nativePlace',
  'address',
  'ethnicity',
  'religion',
  'citizenId',
  'phone',
  'occupation',
  'workplace',
  'education',
  'politicalTheory',
  'admittedOn',
  'admittedAt',
  'fileNumber',
  'unitId',
];
const expectedOfOfficial: readonly (keyof MemberFields)[] = ['officialOn', 'officialAt', 'cardNumber', 'cardIssuedOn'];

/** What a record lacks, in the order of the form, and how complete it is in whole percent. */
export type Completeness = { readonly missing: readonly (keyof MemberFields)[]; readonly percent: number };

export function findMissingFields(member: MemberFields): Completeness {
  const wanted = member.state === 'probationary' ? expected : [...expected, ...expectedOfOfficial];
  const missing = wanted.filter((field) => member[field] === null || member[field] === '');
  return { missing, percent: Math.round(((wanted.length - missing.length) / wanted.length) * 100) };
}
