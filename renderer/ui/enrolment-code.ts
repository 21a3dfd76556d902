const GROUPS = /.{1,5}/g;

/** Code as it is printed: upper case, groups of five with dashes, however it was typed or pasted. */
export function formatEnrolmentCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 15);
  return (letters.match(GROUPS) ?? []).join('-');
}

/** Whether all fifteen characters are there and none is of the letters that look like digits. */
export function isWholeCode(code: string): boolean {
  return /^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/.test(code);
}
