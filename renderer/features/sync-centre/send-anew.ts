import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { err, type Result } from '#shared/base/result.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { EntityType } from '#shared/entities.ts';
import { saveDocument } from '#renderer/data/documents/document-repository.ts';
import { saveMember } from '#renderer/data/members/member-repository.ts';
import type { Office } from '#renderer/data/office.ts';
import { saveStaff, saveUnit } from '#renderer/data/organisation/organisation-repository.ts';

/** Writes repaired values over the record as it stands now. Kinds without a form of their own answer `bad-command`. */
export function sendAnew(
  office: Office,
  type: EntityType,
  id: string,
  values: Readonly<Record<string, FieldValue>>,
): Promise<Result<unknown, { readonly code: ErrorCode }>> {
  const { [REMOVED]: _mark, command: _command, ...fields } = values;
  const seen = Number.MAX_SAFE_INTEGER;
  switch (type) {
    case 'document':
      return saveDocument(office, id, fields, seen);
    case 'member':
      return saveMember(office, id, fields, seen);
    case 'unit':
      return saveUnit(office, id, fields, seen);
    case 'staff':
      return saveStaff(office, id, fields, seen);
    case 'directive':
    case 'attachment':
    case 'register':
    case 'device':
      return Promise.resolve(err({ code: 'bad-command' }));
  }
}
