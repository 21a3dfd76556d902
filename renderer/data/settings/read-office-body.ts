import type { Office } from '../office.ts';
import { readSetting } from './use-setting.ts';

/** The Party committee in whose name lists leave the office; the commune's name until it was set. */
export async function readOfficeBody(office: Office): Promise<string> {
  const name = await readSetting(office, 'office-name');
  return name?.partyName ?? office.device.commune.name;
}
