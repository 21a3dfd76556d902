import { toPlainDate } from '#shared/base/plain-date.ts';
import { findOtherTones } from '#shared/base/vietnamese-tone-place.ts';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import { find, type Finding, type FindingPart } from './finding.ts';
import type { PaperContent } from './paper-content.ts';
import type { PaperFacts } from './paper-facts.ts';
import { linesOfBlock, placeholder } from './paper-template.ts';

type Line = { readonly text: string; readonly part: FindingPart; readonly index: number | null };

/** Day the districts ceased (domain.md 1.7). */
const noDistricts = toPlainDate('2025-07-01');
/** Bodies of a former district, folded. */
const district =
  /\b(?:huyen uy|(?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan|mttq|uy ban mttq|phong [a-z ]{3,40}|toa an nhan dan|cong an) (?:huyen|quan|thi xa)|thi uy|quan uy)\b/;
/** Words that show a paper speaks of the past: an older year, or that something was so before. */
const past = /\b(?:truoc day|truoc khi|nguyen|cu|da sap nhap|ket thuc hoat dong|giai the|20[01]\d|202[0-4])\b/;
const shortNumber = /(?<!\d)số:?\s+([1-9])(?=[-/]\p{Lu})/giu;
const shortDate = /ngày\s+(?:[1-9]\s+tháng\s+\d{1,2}|\d{1,2}\s+tháng\s+[12])(?=\s+năm)/giu;
const uncommaed = /số\s+\d+-[\p{L}]+\/[\p{Lu}\d-]+\s+ngày/giu;
const MOST_WORDS = 6;

/** What is wrong in the words themselves, line by line. */
export function checkText(facts: PaperFacts, content: PaperContent): readonly Finding[] {
  const lines = linesWithPlace(facts, content);
  return [
    ...lines.flatMap((line) => checkLine(line, facts)),
    ...checkSecrecy(lines, facts),
    ...checkTones(lines, facts),
  ];
}

function checkLine({ text, part, index }: Line, { regime, record }: PaperFacts): readonly Finding[] {
  const at = (code: Parameters<typeof find>[1], value: string): Finding => find(regime, code, part, index, [value]);
  const found: Finding[] = [];
  for (const [, field = ''] of text.matchAll(placeholder)) found.push(at('field-left', field));
  for (const [short] of text.matchAll(shortNumber)) found.push(at('number-without-zero', short));
  for (const [short] of text.matchAll(shortDate)) if (!hasZeros(short)) found.push(at('date-without-zero', short));
  if (regime === 'party') for (const [cited] of text.matchAll(uncommaed)) found.push(at('citation-comma', cited));
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const folded = foldForSearch(plain);
  const body = district.exec(folded);
  if (body !== null && !past.test(folded) && (record.issuedOn === null || record.issuedOn >= noDistricts))
    found.push(at('former-district', plain.slice(body.index, body.index + body[0].length)));
  return found;
}

/** A day from 10 on with a month from 3 on needs no zero; `ngày 15 tháng 1` does. */
function hasZeros(text: string): boolean {
  const [day = '', month = ''] = text.match(/\d+/gu) ?? [];
  const isDayRight = Number(day) >= 10 || day.startsWith('0');
  const isMonthRight = Number(month) >= 3 || month.startsWith('0');
  return isDayRight && isMonthRight;
}

function checkSecrecy(lines: readonly Line[], { regime, record, circulation }: PaperFacts): readonly Finding[] {
  const found = lines.flatMap(({ text, part, index }) => {
    const mark = findSecrecyMark(text);
    return mark === undefined ? [] : [find(regime, 'secrecy-mark', part, index, [mark.text])];
  });
  const stamp = findSecrecyMark(circulation);
  if (stamp !== undefined) found.push(find(regime, 'secrecy-mark', 'header', null, [stamp.text]));
  if (record.secrecy !== 'none' && found.length === 0) found.push(find(regime, 'secrecy-mark', 'header', null, []));
  return found;
}

/** Words written against the office's setting for tone marks. Capitalised words may be names, which are left alone; Uỷ in Uỷ ban is none. */
function checkTones(lines: readonly Line[], { regime, style }: PaperFacts): readonly Finding[] {
  const words = lines.flatMap(({ text }) => findOtherTones(text, style.tone));
  const plain = [...new Set(words)].filter(
    (word) => word === word.toLocaleLowerCase('vi') || foldForSearch(word) === 'uy',
  );
  return plain.length === 0 ? [] : [find(regime, 'tones-mixed', 'blocks', null, plain.slice(0, MOST_WORDS))];
}

function linesWithPlace({ abstract }: PaperFacts, content: PaperContent): readonly Line[] {
  const list = (part: FindingPart, texts: readonly string[]): readonly Line[] =>
    texts.map((text, index) => ({ text, part, index }));
  return [
    { text: abstract, part: 'abstract', index: null },
    ...list('addressees', content.addressees),
    { text: content.opening ?? '', part: 'opening', index: null },
    ...list('bases', content.bases),
    ...content.blocks.flatMap((block, index) =>
      linesOfBlock(block).map((text): Line => ({ text, part: 'blocks', index })),
    ),
    ...list('recipients', content.recipients),
    { text: content.recorder ?? '', part: 'recorder', index: null },
  ];
}
