import type { StaffFields } from '#shared/domain/staff/staff-record.ts';
import type { UnitFields } from '#shared/domain/unit/unit-record.ts';
import type { Office } from '../office.ts';
import type { WriteResult } from '../write/commit.ts';
import { addRecord, removeRecord, saveRecord } from '../write/save-record.ts';

/** Adds an organisation to the tree. */
export function addUnit(office: Office, fields: UnitFields): Promise<WriteResult> {
  return addRecord(office, 'unit', fields);
}

/** Changes an organisation; `seen` is the row's `seq` when the form was opened. */
export function saveUnit(office: Office, id: string, changes: Partial<UnitFields>, seen: number): Promise<WriteResult> {
  return saveRecord(office, 'unit', id, changes, seen);
}

/** Takes an organisation entered by mistake off the tree; one that ended gets `validTo` instead. */
export function removeUnit(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'unit', id);
}

/** Adds a person of the office. */
export function addStaff(office: Office, fields: StaffFields): Promise<WriteResult> {
  return addRecord(office, 'staff', fields);
}

/** Changes a person of the office; `seen` is the row's `seq` when the form was opened. */
export function saveStaff(
  office: Office,
  id: string,
  changes: Partial<StaffFields>,
  seen: number,
): Promise<WriteResult> {
  return saveRecord(office, 'staff', id, changes, seen);
}
