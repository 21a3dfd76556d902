import { yearOf } from '#shared/base/partial-date.ts';
import { partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import { fieldWeights, type FieldStage } from './completeness-table.ts';
import { dossierChecklist, type DossierPaper, type PaperStage } from './dossier-checklist-table.ts';
import type { MemberFields, MemberState } from './member-record.ts';

/** A paper as the dossier of one member should hold it; a yearly one once for each year. `code`: as it is kept in `heldPapers`. */
export type DuePaper = { readonly code: string; readonly paper: DossierPaper; readonly year: number | null };

/** What a record lacks, and how complete it is in whole percent of the weights. */
export type Completeness = {
  readonly percent: number;
  readonly missingFields: readonly (keyof MemberFields)[];
  readonly missingPapers: readonly DuePaper[];
};

/** How far somebody is on the way of papers and fields. */
const reached: Readonly<Record<MemberState, FieldStage>> = {
  candidate: 'everybody',
  probationary: 'admitted',
  official: 'recognised',
  exempt: 'recognised',
  'temporarily-away': 'recognised',
  guest: 'everybody',
  transferred: 'recognised',
  left: 'recognised',
  deceased: 'recognised',
};
const stages: readonly FieldStage[] = ['everybody', 'admitted', 'recognised'];

/** Full years before this one of which yearly papers are asked for: `count` of them. */
export function yearsOfPapers(today: PlainDate, count: number): readonly number[] {
  const { year } = partsOf(today);
  return Array.from({ length: count }, (_, at) => year - count + at);
}

/** The papers this member's dossier should hold, in order. A guest's dossier lies at home. `years`: see `yearsOfPapers`. */
export function listDuePapers(member: MemberFields, years: readonly number[]): readonly DuePaper[] {
  const due = dueStages(member);
  return dossierChecklist.flatMap((paper): readonly DuePaper[] => {
    if (!due.includes(paper.stage)) return [];
    if (!paper.yearly) return [{ code: paper.code, paper, year: null }];
    return yearsAsked(member, years).map((year) => ({ code: `${paper.code}:${String(year)}`, paper, year }));
  });
}

/** How complete a record is: its fields, the portrait, and the papers that are held or do not apply. What only some have is missed by nobody. */
export function findCompleteness(member: MemberFields, years: readonly number[]): Completeness {
  return {
    percent: percentOf(weighMember(member), years).percent,
    missingFields: wantedFields(member).flatMap(([field]) => (isFilled(member[field]) ? [] : [field])),
    missingPapers: listDuePapers(member, years).filter((due) => isMissing(member, due)),
  };
}

/** A record weighed without its yearly papers, for lists of thousands. `yearly`: since when they are asked for, and those that are settled. */
export type WeighedMember = {
  readonly wanted: number;
  readonly held: number;
  readonly lacksPaper: boolean;
  readonly yearly: {
    readonly after: number;
    readonly held: readonly string[];
    readonly unneeded: readonly string[];
  } | null;
};

export function weighMember(member: MemberFields): WeighedMember {
  let [wanted, held] = [0, 0];
  for (const [field, weight] of wantedFields(member)) {
    wanted += weight;
    if (isFilled(member[field])) held += weight;
  }
  let lacksPaper = false;
  for (const due of listDuePapers(member, [])) {
    if (due.paper.ifAny || member.unneededPapers.includes(due.code)) continue;
    wanted += due.paper.weight;
    if (member.heldPapers.includes(due.code)) held += due.paper.weight;
    else lacksPaper = true;
  }
  const isYearly = (code: string): boolean => code.includes(':');
  const yearly = askedYearly(member)
    ? {
        after: member.admittedOn === null ? 0 : yearOf(member.admittedOn),
        held: member.heldPapers.filter(isYearly),
        unneeded: member.unneededPapers.filter(isYearly),
      }
    : null;
  return { wanted, held, lacksPaper, yearly };
}

/** How complete a weighed record is in these years, in whole percent; rounded down, so that 100 means all of it. */
export function percentOf(
  { wanted, held, lacksPaper, yearly }: WeighedMember,
  years: readonly number[],
): { readonly percent: number; readonly lacksPaper: boolean } {
  let [all, there] = [wanted, held];
  for (const year of yearly === null ? [] : years.filter((each) => each > yearly.after)) {
    for (const { code, weight } of yearlyPapers) {
      const kept = `${code}:${String(year)}`;
      if (yearly?.unneeded.includes(kept) === true) continue;
      all += weight;
      if (yearly?.held.includes(kept) === true) there += weight;
    }
  }
  const isLacking = lacksPaper || all - there > wanted - held;
  return { percent: all === 0 ? 100 : Math.floor((there / all) * 100), lacksPaper: isLacking };
}

const yearlyPapers = dossierChecklist.filter(({ yearly }) => yearly);

function isMissing({ heldPapers, unneededPapers }: MemberFields, { paper, code }: DuePaper): boolean {
  return !paper.ifAny && !heldPapers.includes(code) && !unneededPapers.includes(code);
}

function wantedFields(member: MemberFields): readonly (readonly [keyof MemberFields, number])[] {
  const far = stages.indexOf(reached[member.state]);
  return fieldWeights.flatMap(([field, stage, weight]) =>
    stages.indexOf(stage) <= far ? [[field, weight] as const] : [],
  );
}

function dueStages({ state, candidateStage }: MemberFields): readonly PaperStage[] {
  if (state === 'guest') return [];
  if (state === 'candidate') return candidateStage === 'preparing' ? ['considered'] : [];
  if (state === 'probationary') return ['considered', 'admitted'];
  return ['considered', 'admitted', 'recognised', 'later'];
}

/** Years in which somebody was a member from the first day to the last. */
function yearsAsked(member: MemberFields, years: readonly number[]): readonly number[] {
  const { admittedOn } = member;
  if (!askedYearly(member)) return [];
  return admittedOn === null ? years : years.filter((year) => year > yearOf(admittedOn));
}

function askedYearly(member: MemberFields): boolean {
  const { state } = member;
  return dueStages(member).includes('later') && !['exempt', 'transferred', 'left', 'deceased'].includes(state);
}

function isFilled(value: MemberFields[keyof MemberFields]): boolean {
  return value !== null && value !== '';
}
