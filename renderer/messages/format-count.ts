/** A whole number as the office writes it: thousands apart by a space that does not break, `1 284`. */
export function formatCount(count: number): string {
  return count.toLocaleString('vi-VN').replaceAll('.', '\u00a0');
}
