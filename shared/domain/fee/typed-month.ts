/** `2026-02` as it is shown and typed: `02/2026`. */
export function showMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

/** A month as somebody typed it (`2/2026`, `022026`, `02-2026`); undefined when it is none. */
export function readMonth(typed: string): string | undefined {
  const found = /^(\d{1,2})\s*[/.\- ]?\s*(\d{4})$/.exec(typed.trim());
  const [, month = '', year = ''] = found ?? [];
  const value = `${year}-${month.padStart(2, '0')}`;
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

/** Money as somebody typed it (`50.000`, `50 000`, `50000`), VND; undefined when it is none. */
export function readMoney(typed: string): number | undefined {
  const digits = typed.trim().replaceAll(/[.\s\u00a0]/gu, '');
  return /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
}
