import { toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { findCodeProblem } from './dossier-code.ts';
import type { DossierPaper } from './dossier-paper.ts';
import type { DossierFields, DossierState } from './dossier-record.ts';

/** What can be wrong with a dossier or one of its lines. */
export type DossierProblemCode =
  | 'code-missing'
  | 'code-unfit'
  | 'code-form'
  | 'code-taken'
  | 'heading-missing'
  | 'holder-missing'
  | 'fonds-missing'
  | 'no-papers'
  | 'dates-swapped'
  | 'date-missing'
  | 'date-outside'
  | 'date-impossible'
  | 'file-missing'
  | 'file-not-pdf'
  | 'sheets-missing'
  | 'sheets-overlap'
  | 'abstract-missing'
  | 'work-open'
  | 'paper-gone'
  | 'hand-over-late';

/** `close`: the dossier cannot be closed with it; `submit`: no package can be made; `note`: a person should look. */
export type ProblemWeight = 'close' | 'submit' | 'note';

/** Something wrong; `paperId` names the line it is about, null when it is about the dossier itself. */
export type DossierProblem = {
  readonly code: DossierProblemCode;
  readonly weight: ProblemWeight;
  readonly paperId: string | null;
};

/** The part of a dossier the rules look at. */
export type RuledDossier = Pick<
  DossierFields,
  'code' | 'heading' | 'holderStaffId' | 'fondsCode' | 'openedOn' | 'closedOn' | 'state'
>;

/** Years within which a closed dossier goes to the office's archive, counted from the year the work ended (Luật 33/2024/QH15; domain.md 2.7). */
export const HAND_OVER_YEARS = 1;
/** Earliest year a paper can bear (domain.md 4.2). */
const EARLIEST_YEAR = 1945;

/** Last day on which a dossier closed on `closedOn` may still be handed over: the end of the year `years` later. */
export function handOverDeadline(closedOn: PlainDate, years = HAND_OVER_YEARS): PlainDate {
  return toPlainDate(`${String(Number(closedOn.slice(0, 4)) + years)}-12-31`);
}

/** Whether a dossier is in the office's hands: it can be changed, or closed. */
export function isChangeable(state: DossierState): boolean {
  return state === 'planned' || state === 'open' || state === 'returned';
}

/** Steps a dossier may take from where it stands. A returned one is mended as an open one; one the archive has stays there. */
const steps: Readonly<Record<DossierState, readonly DossierState[]>> = {
  planned: ['open'],
  open: ['closed', 'planned'],
  closed: ['submitted', 'open'],
  submitted: ['archived', 'returned', 'closed'],
  archived: [],
  returned: ['closed', 'open'],
};

/** Whether a dossier may go from one standing to another. */
export function mayBecome(from: DossierState, to: DossierState): boolean {
  return steps[from].includes(to);
}

/** Everything wrong with a dossier, weightiest first. `takenCodes`: codes of the office's other dossiers. */
export function findDossierProblems(
  dossier: RuledDossier,
  papers: readonly DossierPaper[],
  { today, takenCodes }: { readonly today: PlainDate; readonly takenCodes: ReadonlySet<string> },
): readonly DossierProblem[] {
  const problems: DossierProblem[] = [];
  const add = (code: DossierProblemCode, weight: ProblemWeight, paperId: string | null = null): void => {
    problems.push({ code, weight, paperId });
  };
  const wrongCode = findCodeProblem(dossier.code);
  if (wrongCode !== undefined) add(wrongCode, wrongCode === 'code-form' ? 'note' : 'submit');
  else if (takenCodes.has(dossier.code)) add('code-taken', 'submit');
  if (dossier.heading === '') add('heading-missing', 'note');
  if (dossier.holderStaffId === null) add('holder-missing', 'note');
  if (dossier.fondsCode === '') add('fonds-missing', 'note');
  if (papers.length === 0) add('no-papers', 'close');
  const { openedOn, closedOn } = dossier;
  if (openedOn !== null && closedOn !== null && closedOn < openedOn) add('dates-swapped', 'close');
  const isHandedOver = dossier.state === 'submitted' || dossier.state === 'archived';
  if (closedOn !== null && !isHandedOver && handOverDeadline(closedOn) < today) add('hand-over-late', 'note');
  let lastSheet = 0;
  for (const paper of papers) {
    for (const [code, weight] of listPaperProblems(paper, dossier, today)) add(code, weight, paper.id);
    if (paper.firstSheet === null) continue;
    if (paper.firstSheet <= lastSheet) add('sheets-overlap', 'note', paper.id);
    lastSheet = paper.firstSheet;
  }
  return problems.sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
}

/** Whether nothing stands in the way of the act; notes never do. */
export function isAllowed(act: 'close' | 'submit', problems: readonly DossierProblem[]): boolean {
  return problems.every(({ weight }) => weight === 'note' || (act === 'close' && weight === 'submit'));
}

const weights: readonly ProblemWeight[] = ['close', 'submit', 'note'];

function listPaperProblems(
  paper: DossierPaper,
  { openedOn, closedOn }: RuledDossier,
  today: PlainDate,
): readonly (readonly [DossierProblemCode, ProblemWeight])[] {
  const { issuedOn, files, firstSheet, abstract, standing } = paper;
  const found: [DossierProblemCode, ProblemWeight][] = [];
  if (standing === 'gone') found.push(['paper-gone', 'submit']);
  if (standing === 'working') found.push(['work-open', 'note']);
  if (issuedOn === null) found.push(['date-missing', 'note']);
  else if (Number(issuedOn.slice(0, 4)) < EARLIEST_YEAR || String(issuedOn) > today)
    found.push(['date-impossible', 'note']);
  else if (
    (openedOn !== null && issuedOn < openedOn.slice(0, issuedOn.length)) ||
    (closedOn !== null && issuedOn > closedOn.slice(0, issuedOn.length))
  )
    found.push(['date-outside', 'note']);
  if (abstract === '' && standing !== 'gone') found.push(['abstract-missing', 'note']);
  if (files.length === 0) found.push(['file-missing', 'submit']);
  else if (files.every(({ mime }) => mime !== 'application/pdf')) found.push(['file-not-pdf', 'note']);
  if (firstSheet === null) found.push(['sheets-missing', 'note']);
  return found;
}
