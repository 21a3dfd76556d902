import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** How a field of the form is filled. */
export type FieldKind = 'name' | 'text' | 'long-text' | 'partial-date' | 'date' | 'gender' | 'state' | 'unit';

/** One field of the form. `suggest` names a list of usual words; other words are taken too. */
export type FormField = {
  readonly field: keyof MemberFields;
  readonly kind: FieldKind;
  readonly max?: number;
  readonly wide?: true;
  readonly suggest?: 'ethnicity' | 'religion' | 'education' | 'political-theory';
};

export type FormGroup = {
  readonly id: 'identity' | 'work' | 'education' | 'party' | 'other';
  readonly fields: readonly FormField[];
};

/** The form and the record page in the order of the form 1-HSĐV (domain.md 5.3). */
export const memberFormGroups: readonly FormGroup[] = [
  {
    id: 'identity',
    fields: [
      { field: 'name', kind: 'name', max: 120, wide: true },
      { field: 'birthName', kind: 'text', max: 120 },
      { field: 'gender', kind: 'gender' },
      { field: 'bornOn', kind: 'partial-date' },
      { field: 'citizenId', kind: 'text', max: 12 },
      { field: 'phone', kind: 'text', max: 20 },
      { field: 'ethnicity', kind: 'text', max: 40, suggest: 'ethnicity' },
      { field: 'religion', kind: 'text', max: 40, suggest: 'religion' },
      { field: 'birthPlace', kind: 'text', max: 200 },
      { field: 'nativePlace', kind: 'text', max: 200 },
      { field: 'address', kind: 'text', max: 200 },
    ],
  },
  {
    id: 'party',
    fields: [
      { field: 'state', kind: 'state' },
      { field: 'unitId', kind: 'unit' },
      { field: 'admittedOn', kind: 'partial-date' },
      { field: 'admittedAt', kind: 'text', max: 200 },
      { field: 'officialOn', kind: 'partial-date' },
      { field: 'officialAt', kind: 'text', max: 200 },
      { field: 'cardNumber', kind: 'text', max: 12 },
      { field: 'cardIssuedOn', kind: 'date' },
      { field: 'fileNumber', kind: 'text', max: 12 },
      { field: 'joinedUnionOn', kind: 'partial-date' },
    ],
  },
  {
    id: 'work',
    fields: [
      { field: 'occupation', kind: 'text', max: 120 },
      { field: 'workplace', kind: 'text', max: 200 },
      { field: 'partyPost', kind: 'text', max: 120 },
      { field: 'post', kind: 'text', max: 120 },
    ],
  },
  {
    id: 'education',
    fields: [
      { field: 'education', kind: 'text', max: 60, suggest: 'education' },
      { field: 'qualification', kind: 'text', max: 120 },
      { field: 'politicalTheory', kind: 'text', max: 60, suggest: 'political-theory' },
    ],
  },
  { id: 'other', fields: [{ field: 'note', kind: 'long-text', max: 2000, wide: true }] },
];
