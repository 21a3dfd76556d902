import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { ChoiceField } from '#renderer/messages/member-choices.ts';

/** How a field of the form is filled. */
export type FieldKind =
  | 'name'
  | 'text'
  | 'long-text'
  | 'partial-date'
  | 'date'
  | 'gender'
  | 'state'
  | 'unit'
  | 'choice'
  | 'yes-no'
  | 'introducers';

/** One field of the form. `suggest` names a list of usual words; other words are taken too. `of`: it is asked of candidates, or of members, only. */
export type FormField = {
  readonly field: keyof MemberFields;
  readonly kind: FieldKind;
  readonly max?: number;
  readonly wide?: true;
  readonly suggest?: 'ethnicity' | 'religion' | 'education' | 'political-theory';
  readonly of?: 'candidates' | 'members';
};

/** A group of the form 1-HSĐV. */
export type FormGroupId = 'identity' | 'party' | 'work' | 'education' | 'history' | 'family' | 'handling';

export type FormGroup = { readonly id: FormGroupId; readonly fields: readonly FormField[] };

const text = (field: keyof MemberFields, max: number, more: Partial<FormField> = {}): FormField => ({
  field,
  kind: 'text',
  max,
  ...more,
});
const long = (field: keyof MemberFields, max: number): FormField => ({ field, kind: 'long-text', max, wide: true });
const choice = (field: ChoiceField, more: Partial<FormField> = {}): FormField => ({ field, kind: 'choice', ...more });
const partial = (field: keyof MemberFields, more: Partial<FormField> = {}): FormField => ({
  field,
  kind: 'partial-date',
  ...more,
});
const yesNo = (field: keyof MemberFields): FormField => ({ field, kind: 'yes-no' });

const ofMembers = { of: 'members' } as const;

/** The form and the record page in the order of the form 1-HSĐV (domain.md 5.3). */
export const memberFormGroups: readonly FormGroup[] = [
  {
    id: 'identity',
    fields: [
      { field: 'name', kind: 'name', max: 120, wide: true },
      text('birthName', 120),
      text('alias', 120),
      { field: 'gender', kind: 'gender' },
      partial('bornOn'),
      text('citizenId', 12),
      text('phone', 20),
      text('ethnicity', 40, { suggest: 'ethnicity' }),
      text('religion', 40, { suggest: 'religion' }),
      text('birthPlace', 200),
      text('birthPlaceNow', 200),
      text('nativePlace', 200),
      text('nativePlaceNow', 200),
      text('address', 200),
      text('residence', 200),
    ],
  },
  {
    id: 'party',
    fields: [
      { field: 'state', kind: 'state' },
      choice('candidateStage', { of: 'candidates' }),
      { field: 'unitId', kind: 'unit' },
      partial('joinedUnionOn'),
      yesNo('isUnionMember'),
      partial('admittedOn', ofMembers),
      text('admittedAt', 200, ofMembers),
      partial('officialOn', ofMembers),
      text('officialAt', 200, ofMembers),
      { field: 'introducers', kind: 'introducers', wide: true },
      partial('readmittedOn', ofMembers),
      text('cardNumber', 12, ofMembers),
      { field: 'cardIssuedOn', kind: 'date', ...ofMembers },
      text('cardIssuedBy', 200, ofMembers),
      text('fileNumber', 12, ofMembers),
    ],
  },
  {
    id: 'work',
    fields: [
      text('occupationAtAdmission', 120, ofMembers),
      text('occupation', 120),
      choice('occupationGroup'),
      yesNo('isPensioner'),
      text('workplace', 200),
      text('partyPost', 120, ofMembers),
      text('post', 120),
      yesNo('isVeteran'),
    ],
  },
  {
    id: 'education',
    fields: [
      text('education', 60, { suggest: 'education' }),
      choice('educationLevel'),
      text('qualification', 120),
      choice('qualificationLevel'),
      text('academicDegree', 60),
      choice('academicTitle'),
      text('politicalTheory', 60, { suggest: 'political-theory' }),
      choice('theoryLevel'),
      text('foreignLanguages', 120),
      text('informatics', 60),
      text('minorityLanguages', 120),
    ],
  },
  { id: 'history', fields: [long('historyNote', 4000), long('selfReview', 4000)] },
  { id: 'family', fields: [long('familyNote', 4000)] },
  {
    id: 'handling',
    fields: [
      { field: 'certifiedOn', kind: 'date' },
      text('certifiedBy', 120),
      text('paperPlace', 120),
      choice('paperState'),
      long('note', 2000),
    ],
  },
];

/** Fields that are filled elsewhere than in the form: papers of the dossier one by one, the portrait as a file,
 * records of others where they are compared, the import by what it was made by. */
export const fieldsFilledElsewhere = [
  'heldPapers',
  'unneededPapers',
  'photoHash',
  'notSameAs',
  'importId',
] as const satisfies readonly (keyof MemberFields)[];

/** Whether a field is asked of somebody in this standing; what is already written stays to be seen. */
export function isAskedOf({ of, field }: FormField, member: MemberFields): boolean {
  if (of === undefined) return true;
  const isCandidate = member.state === 'candidate';
  if ((of === 'candidates') === isCandidate) return true;
  const value = member[field];
  return value !== null && value !== '';
}
