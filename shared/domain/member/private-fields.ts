import { blankMember } from './blank-member.ts';
import { memberSchema, type MemberFields } from './member-record.ts';
import type { MemberEventKind } from './member-event-record.ts';

/** Parts of a record that go beyond what a cell's own list shows (Sổ danh sách đảng viên, form 7-HSĐV; domain.md 5.2). */
export type PrivatePart = 'identity' | 'residence' | 'family' | 'history' | 'dossier';

/**
 * Which fields are in which part. Only people with `member.read-private` see them, wherever they would stand: record, form, list, search, export, history,
 * conflict. Fields in none are those of form 7-HSĐV, which every cell keeps of its own members.
 */
export const privateParts: Readonly<Record<PrivatePart, readonly (keyof MemberFields)[]>> = {
  identity: ['citizenId', 'alias', 'birthPlace', 'birthPlaceNow'],
  residence: ['address', 'residence'],
  family: ['familyNote'],
  history: ['historyNote', 'selfReview', 'introducers'],
  dossier: ['certifiedOn', 'certifiedBy', 'paperPlace', 'paperState', 'heldPapers', 'unneededPapers', 'note'],
};

/** The parts, in the order of the form. */
export const privatePartIds = Object.keys(privateParts) as readonly PrivatePart[];

const privateFields: ReadonlySet<string> = new Set(Object.values(privateParts).flat());

/** Events of discipline, and exits that follow from it. */
const privateEventKinds: ReadonlySet<MemberEventKind> = new Set([
  'disciplined',
  'discipline-lifted',
  'struck-off',
  'expelled',
]);

/** Records that hang on a member and are private as a whole where they are shown field by field; a transfer carries the whole record. */
const privateEntities: ReadonlySet<string> = new Set([
  'memberLine',
  'memberEvent',
  'memberChange',
  'memberTransfer',
  'memberArrival',
]);

/** Whether a field of a record needs `member.read-private` to be seen. */
export function isPrivateField(type: string, field: string): boolean {
  return privateEntities.has(type) || (type === 'member' && privateFields.has(field));
}

/** Whether an event needs `member.read-private` to be seen. */
export function isPrivateEvent(kind: MemberEventKind): boolean {
  return privateEventKinds.has(kind);
}

/** Fields that whoever may read members sees. */
export const openFields = (Object.keys(memberSchema.shape) as readonly (keyof MemberFields)[]).filter(
  (field) => !privateFields.has(field),
);

/** A record with its private fields blank: what somebody without the right is shown, whoever draws it. */
export function withoutPrivate<T extends MemberFields>(member: T): T {
  const blank = Object.fromEntries(
    Object.values(privateParts).flatMap((fields) => fields.map((field) => [field, blankMember[field]])),
  );
  return { ...member, ...blank };
}
