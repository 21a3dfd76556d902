const typedMonth = /^(0?[1-9]|1[0-2])[/.\-\s]?([1-9]\d{3})$/;

/** A month as people write it: `11/2026`; empty for none. */
export function formatMonth(month: string | null): string {
  return month === null ? '' : `${month.slice(5, 7)}/${month.slice(0, 4)}`;
}

/** The month typed as `11/2026` or `112026`; null for an empty field, undefined when it is none. */
export function parseMonth(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const match = typedMonth.exec(text);
  return match === null ? undefined : `${match[2] ?? ''}-${(match[1] ?? '').padStart(2, '0')}`;
}
