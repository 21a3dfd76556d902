import type { z } from 'zod';
import { attachmentSchema, type AttachmentFields } from '#shared/domain/attachment/attachment-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { memberEventSchema, type MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import { memberLineSchema, type MemberLineFields } from '#shared/domain/member/member-line-record.ts';
import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';

/** What a member's record says of this office alone: it does not go along. */
export const stayingFields: Partial<MemberFields> = { unitId: null, paperPlace: '', importId: null };

/** What the host of a guest is told; the dossier stays where the member is kept. */
export const guestFields = [
  'name',
  'birthName',
  'alias',
  'gender',
  'bornOn',
  'nativePlace',
  'address',
  'residence',
  'ethnicity',
  'religion',
  'citizenId',
  'phone',
  'occupation',
  'workplace',
  'partyPost',
  'post',
  'admittedOn',
  'officialOn',
  'readmittedOn',
  'cardNumber',
  'cardIssuedOn',
  'fileNumber',
] as const satisfies readonly (keyof MemberFields)[];

/** A guest's record before anything is filled in: what the host is not told is empty. */
export const blankGuest: MemberFields = { ...blankMember, state: 'guest' };

/** The dossier of an arrival as a screen reads it; parts this build cannot read are left out. */
export type TransferDossier = {
  readonly member: Partial<MemberFields>;
  readonly lines: readonly MemberLineFields[];
  readonly events: readonly MemberEventFields[];
  readonly files: readonly AttachmentFields[];
};

/** Reads what the province put together; an empty dossier is one without anything in it. */
export function readDossier(dossier: Readonly<Record<string, unknown>>): TransferDossier {
  const { member, memberLine, memberEvent, attachment } = dossier;
  return {
    member: readMember(member),
    lines: readEach(memberLine, memberLineSchema),
    events: readEach(memberEvent, memberEventSchema),
    files: readEach(attachment, attachmentSchema),
  };
}

function readMember(values: unknown): Partial<MemberFields> {
  if (typeof values !== 'object' || values === null) return {};
  const shape: Readonly<Record<string, z.ZodType>> = memberSchema.shape;
  const read = Object.entries(values).flatMap(([field, value]) => {
    const parsed = shape[field]?.safeParse(value);
    return parsed?.success === true ? [[field, parsed.data] as const] : [];
  });
  return Object.fromEntries(read);
}

function readEach<T>(list: unknown, schema: z.ZodType<T>): readonly T[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) => {
    const parsed = schema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}
