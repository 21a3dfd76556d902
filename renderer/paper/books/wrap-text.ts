/** Width of a text in points, as the font draws it. */
export type Measure = (text: string) => number;

/** Breaks a text into lines no wider than `width`, at spaces and after hyphens and slashes; a word too long for a line is cut. */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.normalize('NFC').split('\n')) {
    let line = '';
    let used = 0;
    for (const piece of paragraph.match(/\S*?[-/](?=\S)|\S+\s*|\s+/gu) ?? []) {
      if (used + measure(piece.trimEnd()) <= width) {
        line += piece;
        used += measure(piece);
        continue;
      }
      if (line.trim() !== '') lines.push(line.trimEnd());
      const cut = cutWord(piece, width, measure);
      lines.push(...cut.slice(0, -1));
      line = cut.at(-1) ?? '';
      used = measure(line);
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
  }
  return lines;
}

/** Remembers widths: the same words come again and again in a register. */
export function rememberWidths(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const width = measure(text);
    known.set(text, width);
    return width;
  };
}

function cutWord(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
