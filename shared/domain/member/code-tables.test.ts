import { describe, expect, it } from 'vitest';
import { blankMember } from './blank-member.ts';
import { codeOfWords, withDerivedCodes } from './derived-codes.ts';
import { dossierChecklist } from './dossier-checklist-table.ts';
import { ethnicityTable, findEthnicity } from './ethnicity-table.ts';
import {
  academicTitles,
  educationLevels,
  qualificationLevels,
  qualificationWords,
  theoryLevels,
} from './learning-table.ts';
import { memberSchema } from './member-record.ts';
import { findOccupation, occupationTable, occupationWords } from './occupation-table.ts';
import { findReligion, religionTable } from './religion-table.ts';

describe('coded lists', () => {
  it('have each code once, and codes that fit their fields', () => {
    for (const list of [
      occupationTable,
      educationLevels,
      qualificationLevels,
      theoryLevels,
      academicTitles,
      ethnicityTable,
      religionTable,
      dossierChecklist,
    ]) {
      const codes = list.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.filter((code) => !/^[a-z0-9-]{2,35}$/.test(code))).toEqual([]);
    }
    expect(
      memberSchema.safeParse({ ...blankMember, name: { full: 'An', family: '', middle: '', given: 'An' } }).success,
    ).toBe(true);
  });

  it('have the rows of form 6-TCTW: fifteen for those who work, two for those who do not', () => {
    const rows = (section: string): number[] => [
      ...new Set(occupationTable.filter((line) => line.section === section).map(({ row }) => row)),
    ];
    expect(rows('working')).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
    expect(rows('stopped')).toEqual([1, 3]);
    expect(occupationWords.filter(([, code]) => findOccupation(code) === undefined)).toEqual([]);
    const levels: readonly string[] = qualificationLevels.map(({ code }) => code);
    expect(qualificationWords.filter(([, code]) => !levels.includes(code))).toEqual([]);
  });
});

describe('ethnic groups', () => {
  it('are 54, members of foreign origin and others, each known under its own name', () => {
    expect(ethnicityTable).toHaveLength(56);
    expect(ethnicityTable.filter((group) => findEthnicity(group.name) !== group)).toEqual([]);
  });

  it.each([
    ["H'Mông", 'Mông'],
    ['H’mông', 'Mông'],
    ['KINH', 'Kinh'],
    ['Ê-đê', 'Ê Đê'],
    ['Cao Lan', 'Sán Chay'],
    ['bru-vân kiều', 'Bru - Vân Kiều'],
    ['muong', 'Mường'],
  ])('are found as %s', (written, name) => {
    expect(findEthnicity(written)?.name).toBe(name);
  });

  it('without marks are not guessed where two groups would be meant, and strange words are none', () => {
    expect(findEthnicity('Thổ')?.name).toBe('Thổ');
    for (const text of ['', 'lu', 'Việt kiều Pháp'])
      expect([text, findEthnicity(text)?.name ?? '']).toEqual([text, text === 'lu' ? 'Lự' : '']);
  });
});

describe('religions', () => {
  it.each([
    ['Không', 'none'],
    ['Thiên Chúa giáo', 'catholic'],
    ['Phật giáo', 'buddhist'],
    ['Phật giáo Hoà Hảo', 'hoa-hao'],
    ['Tin lành Việt Nam (miền Bắc)', 'protestant'],
    ['Bà-la-môn', 'other'],
  ])('are counted: %s as %s', (written, code) => {
    expect(findReligion(written)?.code).toBe(code);
  });
  it('are not told by an empty field', () => {
    expect(findReligion(' ')).toBeUndefined();
  });
});

describe('codes told by words', () => {
  it.each([
    ['educationLevel', '12/12', 'upper-secondary'],
    ['educationLevel', '10/10', 'upper-secondary'],
    ['educationLevel', '11/12', 'lower-secondary'],
    ['educationLevel', '7/10', 'lower-secondary'],
    ['educationLevel', 'Lớp 5/12', 'primary'],
    ['educationLevel', 'Tốt nghiệp THPT', 'upper-secondary'],
    ['educationLevel', '13/12', ''],
    ['qualificationLevel', 'Đại học Luật', 'university'],
    ['qualificationLevel', 'Thạc sĩ Quản lý công', 'master'],
    ['qualificationLevel', 'Trung cấp Y', 'vocational'],
    ['qualificationLevel', 'Thợ mộc', ''],
    ['theoryLevel', 'Trung cấp lý luận chính trị', 'intermediate'],
    ['theoryLevel', 'Sơ cấp', 'elementary'],
    ['occupationGroup', 'Bộ đội nghỉ hưu', 'retired'],
    ['occupationGroup', 'Nông dân', 'farming'],
    ['occupationGroup', 'Công nhân', ''],
  ] as const)('%s of %s', (field, words, code) => {
    expect(codeOfWords(field, words)).toBe(code);
  });
  it('do not replace one that was chosen', () => {
    const member = { ...blankMember, education: '12/12', occupation: 'Nông dân', occupationGroup: 'forestry' };
    expect(withDerivedCodes(member)).toMatchObject({ educationLevel: 'upper-secondary', occupationGroup: 'forestry' });
  });
});
