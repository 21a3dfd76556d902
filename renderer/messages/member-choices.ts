import {
  academicTitles,
  educationLevels,
  qualificationLevels,
  theoryLevels,
  type Level,
} from '#shared/domain/member/learning-table.ts';
import { dossierChecklist } from '#shared/domain/member/dossier-checklist-table.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { occupationTable } from '#shared/domain/member/occupation-table.ts';
import { candidateStageText } from './member-life.ts';

/** A value and its words, as a list to choose from. */
export type Choice = { readonly value: string; readonly label: string };

const paperStateWords: Readonly<Record<MemberFields['paperState'], string>> = {
  unknown: 'Chưa kiểm tra',
  complete: 'Đủ, còn tốt',
  incomplete: 'Thiếu giấy tờ',
  missing: 'Thất lạc',
  damaged: 'Hư hỏng',
  forged: 'Có dấu hiệu làm giả',
};

const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const levels = (list: readonly Level[]): readonly Choice[] =>
  list.map(({ code, name }) => ({ value: code, label: name }));

/** What the coded fields of a member may hold, in the order in which it is offered. */
export const memberChoices = {
  candidateStage: choicesOf(candidateStageText),
  paperState: choicesOf(paperStateWords),
  occupationGroup: occupationTable.map(({ code, name }) => ({ value: code, label: name })),
  educationLevel: levels(educationLevels),
  qualificationLevel: levels(qualificationLevels),
  theoryLevel: levels(theoryLevels),
  academicTitle: levels(academicTitles),
} as const satisfies Partial<Record<keyof MemberFields, readonly Choice[]>>;

/** A field whose values come from a list. */
export type ChoiceField = keyof typeof memberChoices;

const wordsOf = (choices: readonly Choice[]): Readonly<Record<string, string>> =>
  Object.fromEntries(choices.map(({ value, label }) => [value, label]));

/** Words of every coded value of a member, by field: for histories and conflicts. */
export const memberValueWords: Readonly<Record<ChoiceField, Readonly<Record<string, string>>>> = {
  candidateStage: candidateStageText,
  paperState: paperStateWords,
  occupationGroup: wordsOf(memberChoices.occupationGroup),
  educationLevel: wordsOf(memberChoices.educationLevel),
  qualificationLevel: wordsOf(memberChoices.qualificationLevel),
  theoryLevel: wordsOf(memberChoices.theoryLevel),
  academicTitle: wordsOf(memberChoices.academicTitle),
};

const paperNames = new Map(dossierChecklist.map(({ code, name }) => [code, name]));

/** Name of a paper of the dossier by its code; of a yearly one (`yearly-sheet:2025`) with its year. */
export function dossierPaperName(code: string): string {
  const [paper = '', year] = code.split(':');
  const name = paperNames.get(paper) ?? paper;
  return year === undefined ? name : `${name} ${year}`;
}
