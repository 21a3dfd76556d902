import { err, ok } from '#shared/base/result.ts';
import { settingTable, type SettingKey, type SettingValue } from '#shared/domain/setting/setting-table.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';

/**
 * Sets a choice all PCs of the office follow. The record's id is fixed by the table, so that two PCs that set it at once meet in one record.
 * Refuses with `bad-value` what the table does not allow.
 */
export function saveSetting<K extends SettingKey>(
  office: Office,
  key: K,
  value: SettingValue<K>,
): Promise<WriteResult> {
  return commit(office, () => {
    const { id, schema } = settingTable[key];
    if (!schema.safeParse(value).success) return Promise.resolve(err({ code: 'bad-value' as const, field: 'value' }));
    const fields = { key, value: value as FieldValue };
    return Promise.resolve(ok([{ t: 'set' as const, stream: office.stream, type: 'setting', id, f: fields }]));
  });
}
