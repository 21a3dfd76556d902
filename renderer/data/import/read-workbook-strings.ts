import { countOddWords, fromTcvn3, fromVni, hasUnicodeVietnamese } from '#shared/base/legacy-encoding.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import { attributeOf, walkXml } from '#shared/base/xml-walk.ts';

/** A stretch of a cell's text; `font` is empty where it is that of the cell. */
export type TextRun = { readonly text: string; readonly font: string };

/** A text of the workbook: whole, or in runs where one of them has a font of its own. */
export type WorkbookString = string | readonly TextRun[];

/** Gathers a rich text (`si`, `is`) while an XML part is walked: the visitor of the part hands on what it meets. */
export class RichText {
  #runs: TextRun[] = [];
  #font = '';
  #inText = false;
  #phonetic = 0;

  begin(): void {
    this.#runs = [];
    this.#font = '';
  }

  open(name: string, attributes: string): void {
    if (name === 'r') this.#font = '';
    else if (name === 'rFont') this.#font = attributeOf(attributes, 'val') ?? '';
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 't') {
      this.#inText = this.#phonetic === 0;
      if (this.#inText) this.#runs.push({ text: '', font: this.#font });
    }
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#phonetic -= 1;
  }

  text(piece: string): void {
    const last = this.#runs.at(-1);
    if (this.#inText && last !== undefined) this.#runs[this.#runs.length - 1] = { ...last, text: last.text + piece };
  }

  end(): WorkbookString {
    const runs = this.#runs.map(({ text, font }) => ({ font, text: unescape(text) }));
    return runs.some(({ font }) => font !== '') ? runs : runs.map(({ text }) => text).join('');
  }
}

/** Shared strings in order. */
export function readWorkbookStrings(xml: string): readonly WorkbookString[] {
  const strings: WorkbookString[] = [];
  const rich = new RichText();
  walkXml(
    xml,
    {
      open: (name, attributes) => {
        if (name === 'si') rich.begin();
        else rich.open(name, attributes);
      },
      close: (name) => {
        if (name === 'si') strings.push(rich.end());
        else rich.close(name);
      },
      text: (piece) => rich.text(piece),
    },
    { depth: 40, tags: 30_000_000 },
  );
  return strings;
}

/** Font names of the workbook's cells by the index a cell names (`s`). */
export function readCellFonts(stylesXml: string): readonly string[] {
  const names: string[] = [];
  const fonts: string[] = [];
  let within = '';
  walkXml(stylesXml, {
    open: (name, attributes) => {
      if (name === 'fonts' || name === 'cellXfs') within = name;
      else if (within === 'fonts' && name === 'font') names.push('');
      else if (within === 'fonts' && name === 'name') names[names.length - 1] = attributeOf(attributes, 'val') ?? '';
      else if (within === 'cellXfs' && name === 'xf')
        fonts.push(names[Number(attributeOf(attributes, 'fontId') ?? '0')] ?? '');
    },
    close: (name) => {
      if (name === within) within = '';
    },
  });
  return fonts;
}

export function plainText(string: WorkbookString): string {
  return typeof string === 'string' ? string : string.map(({ text }) => text).join('');
}

/**
 * The text in Unicode, when the fonts of its runs are those of an old encoding: `.VnTime`, `.VnTimeH` (lower-case codes shown as capitals), `VNI-Times`.
 * Undefined when nothing changes. A run that holds letters only Unicode has was typed with another keyboard and stays.
 */
export function convertByFont(string: WorkbookString, cellFont: string): string | undefined {
  if (typeof string === 'string' && cellFont === '') return undefined;
  const runs = typeof string === 'string' ? [{ text: string, font: '' }] : string;
  const converted = runs.map(({ text, font }) => convertRun(text, font === '' ? cellFont : font)).join('');
  return converted === plainText(string) ? undefined : converted;
}

function convertRun(text: string, font: string): string {
  const isTcvn3 = /^\.vn/iu.test(font);
  if (!isTcvn3 && !/^vni[-_ ]/iu.test(font)) return text;
  if (!/[^\u0020-\u007e\s]/u.test(text) && !/^\.vn.*h$/iu.test(font)) return text;
  if (hasUnicodeVietnamese(text)) return text;
  const converted = isTcvn3 ? fromTcvn3(text) : fromVni(text);
  // Typed in Unicode into a cell that kept its old font: what was Vietnamese would be none after it.
  if (countOddWords(converted) > countOddWords(text)) return text;
  return isTcvn3 && /h$/iu.test(font) ? toUpperVietnamese(converted) : converted;
}

/** Excel writes control characters as `_x000D_`, and a `_x` that only looks so as `_x005F_x`. */
function unescape(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
