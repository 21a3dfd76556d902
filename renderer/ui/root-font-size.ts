/** What a rem is now, in pixels: it grows with the type a person chose. */
export function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
