import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import type { MemberRow } from '../rows.ts';

const fields = Object.keys(memberSchema.shape) as readonly (keyof MemberFields)[];

/** The record's fields alone, without what the row carries beside them. */
export function memberFieldsOf(row: MemberRow): MemberFields {
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as MemberFields;
}
