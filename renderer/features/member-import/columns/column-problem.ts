import type { ImportField } from '#shared/domain/import/import-field-table.ts';
import { importFieldWords } from '#renderer/messages/import-fields.ts';
import { importText } from '#renderer/messages/imports.ts';

const text = importText.columns;
const names: readonly ImportField[] = ['name', 'given', 'familyMiddle'];

/** Why these columns cannot be checked, in words; undefined when they can. */
export function columnProblem(columns: readonly (ImportField | null)[]): string | undefined {
  const chosen = columns.flatMap((field) => (field === null ? [] : [field]));
  const twice = chosen.find((field, at) => chosen.indexOf(field) !== at);
  if (twice !== undefined) return text.twice(importFieldWords[twice]);
  return names.some((field) => chosen.includes(field)) ? undefined : text.needName;
}
