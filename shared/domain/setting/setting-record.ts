import { z } from 'zod';

/** A choice of the office that all its PCs follow. `key` names one of `setting-table.ts`; the value is checked against it when read. */
export const settingSchema = z.strictObject({
  key: z.string().min(1).max(60),
  value: z.json(),
});
export type SettingFields = z.infer<typeof settingSchema>;
