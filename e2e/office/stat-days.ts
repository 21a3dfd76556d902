import type { RawEvent, RawMember } from './stat-life.ts';

/** How somebody stands on a day, told from the raw records in the plainest way: by walking their events up to it. No code of the program. */
export type Stand = {
  readonly party: 'candidate' | 'probationary' | 'official' | 'guest' | 'transferred' | 'left' | 'deceased';
  readonly exempt: boolean;
  readonly away: boolean;
  readonly abroad: boolean;
  /** Counted as a member of this office. */
  readonly here: boolean;
};

/** First day a date known to the year or month may mean. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The events that count, by day, then by making. */
export function byDay(events: readonly RawEvent[]): readonly RawEvent[] {
  return events
    .filter(({ state }) => state === 'decided')
    .sort((a, b) => {
      const [left, right] = [`${firstDay(a.effectiveOn)} ${a.id}`, `${firstDay(b.effectiveOn)} ${b.id}`];
      return left < right ? -1 : left > right ? 1 : 0;
    });
}

const changing = [
  'admitted',
  'readmitted',
  'recognised',
  'not-recognised',
  'exempted',
  'exemption-ended',
  'temporary-out',
  'temporary-in',
  'temporary-ended',
  'transferred-in',
  'transferred-out',
  'struck-off',
  'expelled',
  'resigned',
  'deceased',
  'restored',
];

/** How a member stands on any day. `events`: theirs, as `byDay` puts them. */
export function standing(member: RawMember, events: readonly RawEvent[]): (day: string) => Stand {
  const telling = events.filter(({ kind }) => changing.includes(kind));
  const oldest = telling.reduce<RawEvent | undefined>((a, b) => (a === undefined || b.id < a.id ? b : a), undefined);
  const start = oldest === undefined ? member.state : String(oldest.before['state']);
  const moves = events.filter(({ kind, atOffice }) => kind.startsWith('transferred-') && atOffice === '');
  const homeBefore = moves.length === 0 || moves[0]?.kind === 'transferred-out';
  return (day) => walkTo(day, member, events, start, homeBefore);
}

function walkTo(
  day: string,
  member: RawMember,
  events: readonly RawEvent[],
  start: string,
  homeBefore: boolean,
): Stand {
  let party: Stand['party'] = 'official';
  let [exempt, away, abroad] = [start === 'exempt', start === 'temporarily-away', false];
  if (start === 'temporarily-away') party = member.officialOn === null ? 'probationary' : 'official';
  else if (start !== 'exempt') party = start as Stand['party'];
  let was: 'probationary' | 'official' = party === 'probationary' ? 'probationary' : 'official';
  const leave = (to: Stand['party']): void => {
    if (party === 'probationary' || party === 'official') was = party;
    party = to;
    if (to !== 'transferred') exempt = false;
    away = false;
    abroad = false;
  };
  let home = homeBefore;
  for (const { kind, effectiveOn, atOffice } of events) {
    if (firstDay(effectiveOn) > day) break;
    if (kind === 'admitted' || kind === 'readmitted') party = 'probationary';
    if (kind === 'recognised') party = 'official';
    if (kind === 'exempted') exempt = true;
    if (kind === 'exemption-ended') exempt = false;
    if (kind === 'temporary-out') away = true;
    if (kind === 'temporary-ended') away = false;
    if (kind === 'temporary-in') party = 'guest';
    if (kind === 'went-abroad') abroad = true;
    if (kind === 'came-back') abroad = false;
    if (kind === 'restored') party = was;
    if (['not-recognised', 'struck-off', 'expelled', 'resigned'].includes(kind)) leave('left');
    if (kind === 'deceased') leave('deceased');
    if (kind === 'transferred-out') {
      leave('transferred');
      if (atOffice === '') home = false;
    }
    if (kind === 'transferred-in') {
      if (party === 'transferred') party = was;
      if (atOffice === '') home = true;
    }
  }
  // Of whom no event tells the recognition, the record's own day does.
  const { officialOn, readmittedOn } = member;
  const isTold = events.some(({ kind }) => kind === 'recognised' || kind === 'readmitted') || readmittedOn !== null;
  if (party === 'official' && !isTold && officialOn !== null && firstDay(officialOn) > day) {
    party = 'probationary';
    exempt = false;
  }
  const isMember = party === 'probationary' || party === 'official';
  const isAdmitted = member.admittedOn === null || firstDay(member.admittedOn) <= day;
  return { party, exempt, away, abroad, here: isMember && isAdmitted && home };
}

/** Whole years from one day to another, by the calendar. */
export function wholeYears(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}

/** Age on a day; of one of whom only the year is known by the years alone. */
export function ageOn({ bornOn }: RawMember, day: string): number | undefined {
  if (bornOn === null) return undefined;
  return bornOn.length === 10 ? wholeYears(bornOn, day) : Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
}
