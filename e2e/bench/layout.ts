/** Time to set a paper of two pages as PDF, content to bytes, in the layout of either regime; and its DOCX. */
import { partyLetters, readPaperFonts, stateLetters, type LayoutLetter } from '#e2e/office/layout-letters.ts';
import { makeLetterDocx } from '#renderer/paper/letter/make-letter-docx.ts';
import { makeLetterPdf } from '#renderer/paper/letter/make-letter-pdf.ts';
import { report } from './report.ts';

const ROUNDS = 30;
const options = { createdAt: new Date('2026-11-22T02:00:00Z') };
const fonts = readPaperFonts();

const twoPages = [...partyLetters, ...stateLetters].filter(({ name }) => /^(?:party|state)-report$/u.test(name));
if (twoPages.length !== 2) throw new Error('the reports of both regimes are two pages long');

/** Milliseconds of one round each. The first, which reads the fonts, is told apart: it happens once for a window. */
async function timeRounds(
  make: (letter: LayoutLetter) => Promise<unknown>,
): Promise<{ readonly first: number; readonly rest: readonly number[] }> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const letter = twoPages[round % 2] as LayoutLetter;
    const begin = performance.now();
    await make(letter);
    times.push(performance.now() - begin);
  }
  const [first = 0, ...rest] = times;
  return { first, rest };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const pdf = await timeRounds((letter) => makeLetterPdf(letter.facts, letter.content, fonts, options));
report('layout', 'pdf-ms', Math.round(median(pdf.rest) * 10) / 10, 'ms');
report('layout', 'pdf-first-ms', Math.round(pdf.first), 'ms', 'with reading the fonts, once for a window');
const docx = await timeRounds((letter) => makeLetterDocx(letter.facts, letter.content, fonts));
report('layout', 'docx-ms', Math.round(median(docx.rest) * 10) / 10, 'ms');
