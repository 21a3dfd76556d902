import type { MemberFields } from './member-record.ts';

/** From which standing on a record should have a field: everybody, whoever was admitted, whoever was recognised. */
export type FieldStage = 'everybody' | 'admitted' | 'recognised';

/** What a field counts in how complete a record is (weights of one to four, like those of `dossier-checklist-table.ts`). */
export const fieldWeights: readonly (readonly [field: keyof MemberFields, stage: FieldStage, weight: number])[] = [
  ['bornOn', 'everybody', 3],
  ['citizenId', 'everybody', 3],
  ['phone', 'everybody', 1],
  ['ethnicity', 'everybody', 2],
  ['religion', 'everybody', 1],
  ['birthPlace', 'everybody', 1],
  ['nativePlace', 'everybody', 2],
  ['address', 'everybody', 2],
  ['unitId', 'everybody', 3],
  ['admittedOn', 'admitted', 4],
  ['admittedAt', 'admitted', 1],
  ['fileNumber', 'admitted', 3],
  ['officialOn', 'recognised', 4],
  ['officialAt', 'recognised', 1],
  ['cardNumber', 'recognised', 3],
  ['cardIssuedOn', 'recognised', 1],
  ['occupation', 'everybody', 2],
  ['occupationGroup', 'everybody', 1],
  ['education', 'everybody', 2],
  ['educationLevel', 'everybody', 1],
  ['paperPlace', 'admitted', 1],
  ['photoHash', 'admitted', 2],
];
