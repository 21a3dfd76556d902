/** What of a book stands in the symbol of its papers. */
export type SymbolParts = { readonly regime: 'party' | 'state' | null; readonly suffix: string };

/**
 * Số, ký hiệu as printed after the word Số: Party `05-NQ/ĐU` (HD 05-HD/VPTW), State `05/QĐ-UBND` (NĐ 30/2020, Phụ lục I). Numbers below 10 get a zero in both.
 * A type without code leaves it out: the State letter is `15/UBND`.
 */
export function symbolOf({ regime, suffix }: SymbolParts, typeCode: string, number: number): string {
  const digits = String(number).padStart(2, '0');
  if (regime === 'state') return `${digits}/${[typeCode, suffix].filter((part) => part !== '').join('-')}`;
  return typeCode === '' ? `${digits}/${suffix}` : `${digits}-${typeCode}/${suffix}`;
}
