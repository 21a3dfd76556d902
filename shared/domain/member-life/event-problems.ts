import { findExactDate, firstDayOf, lastDayOf, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';
import { disciplinesOn } from './discipline.ts';
import { eventKindTable, formsOf } from './event-kind-table.ts';
import { refuseStep, type Standing } from './life.ts';
import { inOrder, liveEvents, startOf, type LifeEvent } from './life-event.ts';
import type { EventDraft } from './event-draft.ts';
import { findFieldOn, lifeMetBy, type MemberStory } from './record-on-day.ts';

/** What the form still lacks. */
export type Lacking = 'decision' | 'unit' | 'until' | 'place' | 'form' | 'number' | 'years' | 'reason';

/** What stands in the way of an event. Those of `weight` ask are only asked about: the office knows better. */
export type EventProblem = { readonly weight: 'stop' | 'ask' } & (
  | { readonly kind: 'lacking'; readonly what: Lacking }
  | { readonly kind: 'wrong-standing' | 'already' | 'not-so'; readonly standing: Standing }
  | { readonly kind: 'probationary-is-struck-off' | 'nothing-to-lift' | 'same-unit' | 'until-before-start' | 'ahead' }
  | { readonly kind: 'form-unfit'; readonly standing: Standing }
  | { readonly kind: 'too-early'; readonly from: PlainDate }
  | { readonly kind: 'before-admission'; readonly admittedOn: PartialDate }
  | { readonly kind: 'differs-from-record'; readonly field: string; readonly held: string }
  | { readonly kind: 'double'; readonly effectiveOn: PartialDate }
  | { readonly kind: 'breaks-later'; readonly later: MemberEventKind; readonly effectiveOn: PartialDate }
);

const stop = { weight: 'stop' } as const;
const ask = { weight: 'ask' } as const;

/** Checks an event against the record as it stood on its day and against the events around it. `added`: the event as it would be recorded. */
export function findEventProblems(
  story: MemberStory,
  added: LifeEvent,
  draft: EventDraft,
  today: PlainDate,
  rules: MemberRules,
): readonly EventProblem[] {
  return [
    ...findLacking(draft),
    ...checkDays(story, added, today, rules),
    ...checkStanding(story, added, rules),
    ...checkAgainstRecord(story, added),
    ...checkLater(story, added),
  ];
}

function findLacking(draft: EventDraft): EventProblem[] {
  const rule = eventKindTable[draft.kind];
  const lacks: Readonly<Record<Lacking, boolean>> = {
    decision: rule.decision === 'required' && !isWhole(draft.decision),
    unit: rule.unit === 'required' && draft.unitId === null,
    until: rule.until === 'required' && draft.until === null,
    place: rule.place === 'required' && draft.place === '',
    form: rule.form !== null && !isUnsaidReach(draft) && !formsOf(draft.kind).includes(draft.form),
    number: rule.number === 'required' && draft.number === '',
    years: rule.years === 'required' && draft.years === null,
    reason: rule.reason === 'required' && draft.reason === '',
  };
  return (Object.keys(lacks) as Lacking[])
    .filter((what) => lacks[what])
    .map((what) => ({ ...stop, kind: 'lacking', what }));
}

/** Of a move the record may not say how far it goes. */
function isUnsaidReach({ kind, form }: EventDraft): boolean {
  return eventKindTable[kind].form === 'reach' && form === '';
}

/** A decision can be looked up by its symbol and day. */
export function isWhole(decision: EventDraft['decision']): boolean {
  return decision !== null && decision.symbol !== '' && decision.issuedOn !== null;
}

function checkDays(story: MemberStory, added: LifeEvent, today: PlainDate, rules: MemberRules): EventProblem[] {
  const problems: EventProblem[] = [];
  const { kind, effectiveOn, until } = added;
  const start = startOf(added);
  if (!eventKindTable[kind].mayBeAhead && start > today) problems.push({ ...stop, kind: 'ahead' });
  if (until !== null && until < start) problems.push({ ...stop, kind: 'until-before-start' });
  const admittedOn = admissionOn(story, added);
  if (admittedOn === undefined) return problems;
  if (kind !== 'admitted' && !isOfCandidate(kind) && lastDayOf(effectiveOn) < firstDayOf(admittedOn))
    problems.push({ ...stop, kind: 'before-admission', admittedOn });
  else if (kind === 'recognised') {
    const from = findExactDate(admittedOn);
    const end = from && addMonths(from, rules.probationMonths);
    if (end !== undefined && lastDayOf(effectiveOn) < end)
      problems.push({
        ...(from !== undefined && from < rules.probationSince ? ask : stop),
        kind: 'too-early',
        from: end,
      });
  }
  return problems;
}

/** The admission a recognition follows: the last one before it, or the only one known. */
function admissionOn(story: MemberStory, { kind, effectiveOn }: LifeEvent): PartialDate | undefined {
  const day = lastDayOf(effectiveOn);
  const told = (field: 'admittedOn' | 'readmittedOn'): PartialDate | null =>
    (findFieldOn(story, field, day)?.value ?? story.member[field]) as PartialDate | null;
  const [admitted, readmitted] = [told('admittedOn'), told('readmittedOn')];
  if (kind === 'recognised' && readmitted !== null && readmitted <= effectiveOn) return readmitted;
  return admitted ?? undefined;
}

function checkStanding(story: MemberStory, added: LifeEvent, rules: MemberRules): EventProblem[] {
  const { kind, form } = added;
  const problems: EventProblem[] = [];
  const life = lifeMetBy({ ...story, events: [...story.events, added] }, added);
  const { standing } = life;
  const refused = refuseStep(life, kind);
  if (kind === 'expelled' && standing === 'probationary')
    problems.push({ ...stop, kind: 'probationary-is-struck-off' });
  else if (refused !== undefined) problems.push({ ...stop, kind: refused, standing });
  if (kind === 'disciplined' && form === 'removal' && standing !== 'official')
    problems.push({ ...stop, kind: 'form-unfit', standing });
  if (kind === 'discipline-lifted' && disciplinesOn(story.events, startOf(added), rules).length === 0)
    problems.push({ ...stop, kind: 'nothing-to-lift' });
  if (kind === 'moved' && unitBefore(story, added) === added.unitId) problems.push({ ...stop, kind: 'same-unit' });
  const twin = inOrder(story.events).find(
    (event) => event.kind === kind && event.effectiveOn === added.effectiveOn && event.form === form,
  );
  if (twin !== undefined) problems.push({ ...ask, kind: 'double', effectiveOn: twin.effectiveOn });
  return problems;
}

function unitBefore(story: MemberStory, { effectiveOn, isPastOnly }: LifeEvent): unknown {
  // Where no event goes on from there, the record tells: an import may have said where somebody is.
  const hasLater = liveEvents(story.events).some(
    (event) => Object.hasOwn(event.sets, 'unitId') && startOf(event) > lastDayOf(effectiveOn),
  );
  if (!hasLater && !isPastOnly) return story.member.unitId;
  return (findFieldOn(story, 'unitId', lastDayOf(effectiveOn)) ?? { value: story.member.unitId }).value;
}

/** What the record says of the day of admission or recognition, or of a first card, is changed by two people, never by an event beside it. */
function checkAgainstRecord({ member, events }: MemberStory, { kind, sets }: LifeEvent): EventProblem[] {
  const fields = { admitted: 'admittedOn', recognised: 'officialOn', 'card-issued': 'cardNumber' } as const;
  const field = Object.hasOwn(fields, kind) ? fields[kind as keyof typeof fields] : undefined;
  if (field === undefined) return [];
  const isTold = inOrder(events).some((event) => Object.hasOwn(event.sets, field));
  const held = member[field] ?? '';
  return held !== '' && !isTold && held !== sets[field] ? [{ ...stop, kind: 'differs-from-record', field, held }] : [];
}

/** Events after it that fitted before and no longer do. */
function checkLater(story: MemberStory, added: LifeEvent): EventProblem[] {
  const without = misfits(story);
  const withIt = misfits({ ...story, events: [...story.events, added] });
  return withIt
    .filter(({ id }) => id !== added.id && !without.some((event) => event.id === id))
    .map(({ kind, effectiveOn }) => ({ ...stop, kind: 'breaks-later', later: kind, effectiveOn }));
}

/** Events that do not fit the standing they meet: what two PCs recorded without knowing of each other, or what was entered against its order. */
export function misfits(story: MemberStory): readonly LifeEvent[] {
  return inOrder(story.events).filter((event) => refuseStep(lifeMetBy(story, event), event.kind) !== undefined);
}

/** Kinds that happen before admission. */
function isOfCandidate(kind: MemberEventKind): boolean {
  return eventKindTable[kind].group === 'candidate' || kind === 'rewarded' || kind === 'moved' || kind === 'deceased';
}
