import type { NewId } from '#shared/base/ids.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { withDerivedCodes } from '#shared/domain/member/derived-codes.ts';
import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import type { CheckedRow, ImportCheck } from './check-import.ts';

/** A record to be made, or a record that is there to be changed, as the writing takes it. */
export type PlannedStep =
  | { readonly kind: 'make'; readonly type: 'member' | 'unit'; readonly id: string; readonly fields: object }
  | {
      readonly kind: 'change';
      readonly lineId: string;
      readonly memberId: string;
      readonly row: number;
      readonly was: Partial<MemberFields>;
      readonly to: Partial<MemberFields>;
      readonly proposals: readonly {
        readonly changeId: string;
        readonly field: string;
        readonly from: unknown;
        readonly to: unknown;
      }[];
    };

/** Fields every record has to name; the others are known without being written. */
const neededFields = new Set(
  (Object.keys(blankMember) as (keyof MemberFields)[]).filter(
    (field) => !memberSchema.shape[field].safeParse(undefined).success,
  ),
);

/** What a checked sheet would write: units first, then a step for each row that is new or changes something. Rows with errors or questions write nothing. */
export function planRows({ rows, newUnits }: ImportCheck, newId: NewId): readonly PlannedStep[] {
  const unitIds = new Map<string, string>();
  const wanted = new Set(rows.flatMap(({ standing, newUnit }) => (isWritten(standing) ? (newUnit ?? []) : [])));
  const units = [...newUnits].flatMap(([folded, { name, parentId }], at): PlannedStep[] => {
    if (!wanted.has(folded)) return [];
    const id = newId();
    unitIds.set(folded, id);
    const place = { parentId, order: 900 + at, validFrom: null, validTo: null };
    return [{ kind: 'make', type: 'unit', id, fields: { ...usualUnit, name, kind: 'cell', ...place } }];
  });
  return [...units, ...rows.flatMap((row) => (isWritten(row.standing) ? [stepOf(row, unitIds, newId)] : []))];
}

function isWritten(standing: CheckedRow['standing']): boolean {
  return standing === 'make' || standing === 'change';
}

function stepOf(row: CheckedRow, unitIds: ReadonlyMap<string, string>, newId: NewId): PlannedStep {
  const unitId = row.newUnit === null ? undefined : unitIds.get(row.newUnit);
  const unit = unitId === undefined ? {} : { unitId };
  if (row.standing === 'make' || row.memberId === null)
    return { kind: 'make', type: 'member', id: newId(), fields: madeFields({ ...row.values, ...unit }) };
  const { was = {}, to = {}, proposed = [] } = row.changes ?? {};
  return {
    kind: 'change',
    lineId: newId(),
    memberId: row.memberId,
    row: row.row,
    was: unitId === undefined ? was : { ...was, unitId: null },
    to: { ...to, ...unit },
    proposals: proposed.map((proposal) => ({ changeId: newId(), ...proposal })),
  };
}

/** A whole record of what a row says, with the codes its words mean; fields that say nothing and need not be named are left out. */
function madeFields(values: Partial<MemberFields>): Partial<MemberFields> {
  const whole = withDerivedCodes({ ...blankMember, ...values });
  const said = (Object.keys(whole) as (keyof MemberFields)[]).filter(
    (field) => neededFields.has(field) || field in values || whole[field] !== blankMember[field],
  );
  return Object.fromEntries(said.map((field) => [field, whole[field]]));
}
