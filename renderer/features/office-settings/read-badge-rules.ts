/** A day of every year as it is written on paper, `dd/MM`, of `MM-dd`. */
export function writeYearDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Reads `3/2` or `03/02` to `MM-dd`; `undefined` when it is no day that every year has. The setting takes none after the 28th. */
export function readYearDay(text: string): string | undefined {
  const [, day = '', month = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})\s*$/.exec(text) ?? [];
  const [d, m] = [Number(day), Number(month)];
  if (d < 1 || d > 28 || m < 1 || m > 12) return undefined;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Reads years of party membership, 1 to 120. */
export function readBadgeYears(text: string): number | undefined {
  const years = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return years >= 1 && years <= 120 ? years : undefined;
}
