import { foldForSearch } from '#shared/base/vietnamese.ts';
import { qualificationWords, theoryLevels, type educationLevels, type qualificationLevels } from './learning-table.ts';

type EducationLevel = (typeof educationLevels)[number]['code'];
type QualificationLevel = (typeof qualificationLevels)[number]['code'];
type TheoryLevel = (typeof theoryLevels)[number]['code'];

/** Last class of each school of the ten-year and the twelve-year system. */
const schoolEnds: Readonly<Record<string, readonly [primary: number, lower: number, upper: number]>> = {
  '10': [4, 7, 10],
  '12': [5, 9, 12],
};

/** The level a class means: `12/12`, `10/10`, `lớp 9/12`; the school that was finished. Undefined when the words say nothing. */
export function educationLevelOf(words: string): EducationLevel | undefined {
  const folded = foldForSearch(words);
  const [, typed = '', system = ''] = /(\d{1,2})\s*\/\s*(1[02])\b/.exec(folded) ?? [];
  const ends = schoolEnds[system];
  if (ends !== undefined) {
    const [primary, lower, upper] = ends;
    const reached = Number(typed);
    if (reached > upper) return undefined;
    if (reached === upper) return 'upper-secondary';
    if (reached >= lower) return 'lower-secondary';
    return reached >= primary ? 'primary' : 'literate';
  }
  if (/\b(thpt|cap 3|cap iii|trung hoc pho thong)\b/.test(folded)) return 'upper-secondary';
  if (/\b(thcs|cap 2|cap ii|trung hoc co so)\b/.test(folded)) return 'lower-secondary';
  if (/\b(tieu hoc|cap 1|cap i)\b/.test(folded)) return 'primary';
  return undefined;
}

/** The level a qualification means: `Đại học Luật`, `Thạc sĩ Quản lý công`. */
export function qualificationLevelOf(words: string): QualificationLevel | undefined {
  const folded = foldForSearch(words);
  return qualificationWords.find(([word]) => folded.includes(word))?.[1];
}

const foldedTheory = theoryLevels.map(({ code, name }) => [foldForSearch(name), code] as const);

/** The level of political theory: `Trung cấp lý luận chính trị`. */
export function theoryLevelOf(words: string): TheoryLevel | undefined {
  const folded = foldForSearch(words);
  return foldedTheory.find(([name]) => folded.includes(name))?.[1];
}
