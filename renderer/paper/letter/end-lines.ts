const typedStart = /^[-–•+*]\s+/u;
const typedEnd = /[\s;,.]+$/u;

/** Lines of a list with one mark at the end of each and another at the end of the last; marks somebody typed are not doubled, empty lines are left out. */
export function endLines(lines: readonly string[], each: string, last: string): readonly string[] {
  const bare = lines
    .map((line) => line.trim().replace(typedStart, '').replace(typedEnd, ''))
    .filter((line) => line !== '');
  return bare.map((line, index) => `${line}${index === bare.length - 1 ? last : each}`);
}
