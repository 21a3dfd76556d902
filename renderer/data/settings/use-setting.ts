import { settingTable, type SettingKey, type SettingValue } from '#shared/domain/setting/setting-table.ts';
import type { Office } from '../office.ts';
import { useLive } from '../use-live.ts';

/** A setting of the office as this PC knows it; null when nobody set it, or its value is of a later build. */
export async function readSetting<K extends SettingKey>({ db }: Office, key: K): Promise<SettingValue<K> | null> {
  const row = await db.settings.get(settingTable[key].id);
  if (row === undefined || row.removed) return null;
  const parsed = settingTable[key].schema.safeParse(row.value);
  return parsed.success ? (parsed.data as SettingValue<K>) : null;
}

/** A setting of the office, live: null when nobody set it, undefined while loading. */
export function useSetting<K extends SettingKey>(key: K): SettingValue<K> | null | undefined {
  return useLive((office) => readSetting(office, key), [key]);
}
