import { z } from 'zod';

const hour = z.int().min(0).max(23);

/** How an office spares its line; records always go at once. */
export const lineRulesSchema = z.strictObject({
  /** Hours of the day (Vietnam), from–to, in which large and old files are moved; null: at any time. The night may pass midnight. */
  night: z.strictObject({ from: hour, to: hour }).nullable(),
  /** From this size on (MB, 1,000,000 bytes) a file of the last 30 days waits for the night too. */
  largeMegabytes: z.int().min(1).max(200),
  /** Most bytes of files one PC moves in an hour of the clock (MB); null: no limit. */
  hourlyMegabytes: z.int().min(1).max(100_000).nullable(),
});
export type LineRules = z.infer<typeof lineRulesSchema>;

export const defaultLineRules: LineRules = { night: null, largeMegabytes: 10, hourlyMegabytes: null };

const HOUR_MS = 3_600_000;
const VIETNAM_MS = 7 * HOUR_MS;

/** Hours since 1970 in Vietnam at an instant (milliseconds). */
export function hourOf(nowMs: number): number {
  return Math.floor((nowMs + VIETNAM_MS) / HOUR_MS);
}

/** Whether it is night for the line. A night that begins when it ends is the whole day. */
export function isLineNight({ night }: LineRules, nowMs: number): boolean {
  if (night === null) return true;
  const now = ((hourOf(nowMs) % 24) + 24) % 24;
  const { from, to } = night;
  return from < to ? now >= from && now < to : now >= from || now < to;
}
