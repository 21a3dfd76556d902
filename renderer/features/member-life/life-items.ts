import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { disciplinesOn } from '#shared/domain/member-life/discipline.ts';
import { misfits } from '#shared/domain/member-life/event-problems.ts';
import { startOf } from '#shared/domain/member-life/life-event.ts';
import type { MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import type { MemberEventRow } from '#renderer/data/rows.ts';
import { eventFormText, eventKindText, eventStateText, memberLifeText } from '#renderer/messages/member-life.ts';

/** A short mark on an event. */
export type EventMark = {
  readonly text: string;
  readonly tone: 'neutral' | 'red' | 'amber' | 'green' | 'blue';
};

/** An event as the time line shows it. `at`: by which it stands among the others. */
export type LifeItem = {
  readonly event: MemberEventRow;
  readonly at: string;
  readonly date: string;
  readonly title: string;
  readonly decision: string;
  readonly marks: readonly EventMark[];
};

type Context = {
  readonly story: MemberStory;
  readonly today: PlainDate;
  readonly rules: MemberRules;
  readonly unitName: (id: string) => string;
};

/** The events of a member in words, newest first; voided ones stay where they were. */
export function toLifeItems(events: readonly MemberEventRow[], context: Context): readonly LifeItem[] {
  const { story, today, rules } = context;
  const odd = new Set(misfits(story).map(({ id }) => id));
  const running = new Map(disciplinesOn(story.events, today, rules).map(({ event, lastDay }) => [event.id, lastDay]));
  return events
    .map((event) => ({
      event,
      at: event.effectiveOn,
      date: formatDate(event.effectiveOn),
      title: eventTitle(event, context.unitName),
      decision: decisionInWords(event),
      marks: marksOf(event, today, odd, running.get(event.id)),
    }))
    .sort((a, b) => compare(b.at, a.at) || compare(b.event.id, a.event.id));
}

/** An event in one line: what happened, with what tells it from its like. */
export function eventTitle(event: MemberEventRow, unitName: (id: string) => string): string {
  const { movedTo, at, to, cardNumber, badgeNumber, tag } = memberLifeText;
  const { kind, form, place, unitId, number, years } = event;
  const isGoing = kind === 'transferred-out' || kind === 'temporary-out' || kind === 'went-abroad';
  const isCard = kind === 'card-issued' || kind === 'card-replaced';
  const details = [
    form === '' ? '' : eventFormText(form),
    years === null ? '' : tag.badge(years),
    number === '' ? '' : isCard ? cardNumber(number) : badgeNumber(number),
    kind === 'moved' && unitId !== null ? movedTo(unitName(unitId)) : '',
    place === '' ? '' : isGoing ? to(place) : isCard || kind === 'rewarded' ? place : at(place),
  ].filter((part) => part !== '');
  return details.length === 0 ? eventKindText[kind] : `${eventKindText[kind]}: ${details.join(', ')}`;
}

/** The decision an event rests on, as it is quoted; empty when none is known. */
export function decisionInWords({ decision }: Pick<MemberEventRow, 'decision'>): string {
  if (decision === null) return '';
  const { symbol, issuedOn, issuer } = decision;
  return memberLifeText.decisionLine(symbol, issuedOn === null ? '' : formatDate(issuedOn), issuer);
}

function marksOf(
  event: MemberEventRow,
  today: PlainDate,
  odd: ReadonlySet<string>,
  lastDay: PlainDate | undefined,
): readonly EventMark[] {
  const { tag } = memberLifeText;
  const { state, kind, until, isPastOnly } = event;
  const marks: EventMark[] = [];
  if (state === 'proposed') return [{ text: eventStateText.proposed, tone: 'blue' }];
  if (state === 'void') return [{ text: eventStateText.void, tone: 'neutral' }];
  if (odd.has(event.id)) marks.push({ text: tag.misfit, tone: 'red' });
  if (startOf(event) > today) marks.push({ text: tag.ahead(formatDate(event.effectiveOn)), tone: 'blue' });
  if (kind === 'disciplined')
    marks.push(
      lastDay === undefined
        ? { text: tag.lapsed, tone: 'neutral' }
        : { text: tag.inEffect(formatDate(lastDay)), tone: 'red' },
    );
  else if (until !== null)
    marks.push({ text: tag.until(formatDate(until)), tone: until < today ? 'neutral' : 'amber' });
  if (kind === 'badge' || kind === 'rewarded') marks.push({ text: eventStateText.decided, tone: 'green' });
  if (isPastOnly) marks.push({ text: tag.past, tone: 'neutral' });
  return marks;
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
