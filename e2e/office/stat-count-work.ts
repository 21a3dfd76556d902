import type { FilledRow } from './fill-tables.ts';
import { countUsual, type Person, type RawOffice } from './stat-count.ts';
import type { Tally } from './stat-tally.ts';

/** What of a span the forms 7 to 11 are about. `isPresent`: the column of today's records too. */
export type SpanToCount = {
  readonly from: string;
  readonly to: string;
  readonly period: string | null;
  readonly isPresent: boolean;
};

const text = (row: FilledRow, field: string): string | null => (row[field] ?? null) as string | null;

/** Forms 2 (organisations) and 7 to 11, counted from the raw records one by one. */
export function countWork(office: RawOffice, people: readonly Person[], span: SpanToCount, tally: Tally): void {
  countUnits(office, span, tally);
  countQuality(office, people, span, tally);
  const committee = committeeOf(office, span.to);
  for (const person of people) countEvents(person, committee, tally);
  if (committee === null) for (const block of blocks) tally.set('9-TCTW', `${block}-committee`, null);
  tally.set('9-TCTW', 'units-disciplined', null);
  for (const person of people) countRecord(person, span, tally);
  if (!span.isPresent) for (const code of presentCodes) tally.set('10-TCTW', code, null);
  const days = (rows: readonly FilledRow[], field: string): number =>
    rows.filter((row) => isIn(vietnamDay(String(row[field])), span)).length;
  tally.set(
    '10-TCTW',
    'compared',
    days(
      office.importBatches.filter((row) => row['kind'] === 'national' && row['state'] === 'done'),
      'startedAt',
    ),
  );
  tally.set('10-TCTW', 'settled', days(office.reconcileNotes, 'notedAt'));
  countStock(office, span, tally);
}

const isIn = (day: string | null, { from, to }: SpanToCount): boolean => day !== null && day >= from && day <= to;
const vietnamDay = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

function placeOf(unit: FilledRow, units: readonly FilledRow[]): string | null {
  const kind = text(unit, 'kind');
  if (kind === 'base-committee' || kind === 'section-committee') return kind;
  if (kind !== 'cell') return null;
  const above = units.find(({ id }) => id === unit['parentId']);
  return above === undefined || above['kind'] === 'committee' ? 'base-cell' : 'cell';
}

function countUnits({ units }: RawOffice, span: SpanToCount, tally: Tally): void {
  const isThere = (unit: FilledRow): boolean =>
    (text(unit, 'validFrom') ?? '') <= span.to && (text(unit, 'validTo') ?? '9') >= span.to;
  const bases = new Set<string>();
  for (const id of tally.admitting) {
    let unit = units.find((each) => each.id === id);
    while (unit !== undefined && !['base-committee', 'base-cell'].includes(placeOf(unit, units) ?? '')) {
      const parentId = unit['parentId'];
      unit = units.find((each) => each.id === parentId);
    }
    if (unit !== undefined) bases.add(unit.id);
  }
  for (const unit of units) {
    const place = placeOf(unit, units);
    if (place === null) continue;
    if (isIn(text(unit, 'validFrom'), span)) tally.add('10-TCTW', 'units-new');
    if (isIn(text(unit, 'validTo'), span)) tally.add('10-TCTW', 'units-ended');
    if (!isThere(unit)) continue;
    tally.add('10-TCTW', 'units');
    tally.add('10-TCTW', `units-${place}`);
    if (place.startsWith('base-')) tally.add('2-TCTW', bases.has(unit.id) ? 'units-with' : 'units-without');
  }
}

const levels = ['excellent', 'good', 'fulfilled', 'not-fulfilled'];
const places = ['base-committee', 'base-cell', 'section-committee', 'cell'];

function countQuality(office: RawOffice, people: readonly Person[], span: SpanToCount, tally: Tally): void {
  const codes = ['total', 'rated', 'not-rated', ...levels.map((level) => `all-${level}`)];
  if (span.period === null) {
    for (const place of places) codes.push(place, `${place}-not-rated`, ...levels.map((level) => `${place}-${level}`));
    for (const code of codes) tally.set('7A-TCTW', code, null);
    for (const code of ['total', 'rated', ...levels, 'exempt', 'with-reason', 'not-rated', 'proposed'])
      tally.set('7B-TCTW', code, null);
    return;
  }
  const own = office.ratings.filter((rating) => rating['period'] === span.period);
  const ofUnit = new Map(own.filter((each) => each['memberId'] === null).map((each) => [each['unitId'], each]));
  for (const unit of office.units) {
    const place = placeOf(unit, office.units);
    if (place === null || (text(unit, 'validFrom') ?? '') > span.to || (text(unit, 'validTo') ?? '9') < span.to)
      continue;
    const level = text(ofUnit.get(unit.id) ?? { id: '' }, 'decidedLevel');
    tally.add('7A-TCTW', 'total');
    tally.add('7A-TCTW', place);
    tally.add('7A-TCTW', level === null ? 'not-rated' : 'rated');
    tally.add('7A-TCTW', level === null ? `${place}-not-rated` : `${place}-${level}`);
    if (level !== null) tally.add('7A-TCTW', `all-${level}`);
    const sort = text(unit, 'sort') || 'unknown';
    tally.add('7A-TCTW', `sort-${sort}`);
    tally.add('7A-TCTW', `sort-${sort}-${level ?? 'not-rated'}`);
  }
  const ofMember = new Map(own.map((each) => [each['memberId'], each]));
  for (const { member, end } of people.filter((each) => each.end.here)) {
    const rating = ofMember.get(member.id);
    const level = rating?.['notRated'] === '' ? text(rating, 'decidedLevel') : null;
    tally.add('7B-TCTW', 'total');
    if (level !== null) {
      tally.add('7B-TCTW', 'rated');
      tally.add('7B-TCTW', level);
    } else if (end.exempt) tally.add('7B-TCTW', 'exempt');
    else if (rating !== undefined && rating['notRated'] !== '') tally.add('7B-TCTW', 'with-reason');
    else {
      tally.add('7B-TCTW', 'not-rated');
      if (rating !== undefined && rating['proposedLevel'] !== null) tally.add('7B-TCTW', 'proposed');
    }
  }
}

function committeeOf({ appointments, units }: RawOffice, day: string): ReadonlySet<unknown> | null {
  if (appointments.length === 0) return null;
  const sitting = appointments.filter((each) => {
    const kind = units.find(({ id }) => id === each['unitId'])?.['kind'];
    const isParty = kind !== undefined && kind !== 'office' && kind !== 'outside-body';
    return (
      isParty &&
      !['other', 'group-leader'].includes(String(each['kind'])) &&
      (text(each, 'from') ?? '') <= day &&
      (text(each, 'to') ?? '9') >= day
    );
  });
  return new Set(sitting.map((each) => each['memberId']));
}

const blocks = [
  'reprimand',
  'warning',
  'removal',
  'expelled',
  'discipline-other',
  'struck-off',
  'resigned',
  'not-recognised',
];
const rewards = ['order', 'decoration', 'title', 'flag', 'merit-certificate', 'certificate', 'commemorative'];
const milestones = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100];
const moves: Readonly<Record<string, string>> = {
  'transferred-in': 'moved-in',
  'transferred-out': 'moved-out',
  'temporary-in': 'temporary-in',
  'temporary-out': 'temporary-out',
  'went-abroad': 'abroad',
  'came-back': 'back',
  moved: 'internal',
};

function countEvents(person: Person, committee: ReadonlySet<unknown> | null, tally: Tally): void {
  const { member, events } = person;
  let honoured = false;
  for (const { event, met } of events) {
    const { kind, form, years } = event;
    if (kind === 'rewarded' || kind === 'badge') {
      honoured = true;
      tally.add('8-TCTW', 'total');
      tally.add('10-TCTW', 'rewards');
    }
    if (kind === 'rewarded') tally.add('8-TCTW', rewards.includes(form) ? `reward-${form}` : 'reward-other');
    if (kind === 'badge') {
      tally.add('8-TCTW', 'badges');
      tally.add('10-TCTW', 'rewards-badge');
      tally.add('8-TCTW', years !== null && milestones.includes(years) ? `badge-${String(years)}` : 'badge-other');
      if (met.party === 'deceased' || form === 'posthumous') tally.add('8-TCTW', 'badge-posthumous');
      if (form === 'early') tally.add('8-TCTW', 'badge-early');
    }
    if (kind === 'disciplined' || kind === 'expelled') tally.add('9-TCTW', 'disciplined');
    if (['expelled', 'struck-off', 'resigned', 'not-recognised'].includes(kind)) tally.add('9-TCTW', 'left');
    const block = kind === 'disciplined' ? (blocks.slice(0, 3).includes(form) ? form : 'discipline-other') : kind;
    if (blocks.includes(block)) {
      tally.add('9-TCTW', block);
      if (met.party === 'probationary') tally.add('9-TCTW', `${block}-probationary`);
      countUsual('9-TCTW', `${block}-`, person, tally);
      if (committee?.has(member.id) === true) tally.add('9-TCTW', `${block}-committee`);
    }
    if (kind === 'not-recognised') tally.add('10-TCTW', 'not-recognised');
    if (kind === 'card-issued') tally.add('10-TCTW', 'cards-issued');
    if (kind === 'card-replaced') tally.add('10-TCTW', `cards-${form}`);
    if (kind === 'exempted') tally.add('10-TCTW', 'exempted');
    const move = moves[kind];
    if (move !== undefined) {
      tally.add('10-TCTW', 'moves');
      tally.add('10-TCTW', move);
    }
  }
  if (!honoured) return;
  tally.add('8-TCTW', 'people');
  countUsual('8-TCTW', '', person, tally);
}

const presentCodes = [
  'cards-none',
  'dossiers',
  'dossiers-placed',
  ...['complete', 'incomplete', 'missing', 'damaged', 'forged', 'unknown'].map((state) => `dossiers-${state}`),
];

/** What only the record tells: recognition, cards, dossiers. */
function countRecord(person: Person, span: SpanToCount, tally: Tally): void {
  const { member, end, events } = person;
  if (wasRecognised(person, span)) tally.add('10-TCTW', 'recognised');
  const began = member.readmittedOn ?? member.admittedOn;
  if (end.here && end.party === 'probationary' && began?.length === 10 && yearOn(began) < span.to)
    tally.add('10-TCTW', 'overdue');
  const told = events.some(({ event, on }) => event.kind.startsWith('card-') && on === member.cardIssuedOn);
  if (end.here && isIn(member.cardIssuedOn, span) && !told) tally.add('10-TCTW', 'cards-issued');
  if (!end.here || !span.isPresent) return;
  if (end.party === 'official' && member.cardNumber === '') tally.add('10-TCTW', 'cards-none');
  tally.add('10-TCTW', 'dossiers');
  tally.add('10-TCTW', `dossiers-${member.paperState}`);
  if (member.paperPlace !== '') tally.add('10-TCTW', 'dossiers-placed');
}

function wasRecognised(person: Person, span: SpanToCount): boolean {
  if (person.recognisedByEvent) return person.events.some(({ event }) => event.kind === 'recognised');
  const { officialOn } = person.member;
  return officialOn?.length === 10 && isIn(officialOn, span) && person.wasHereOn(officialOn);
}

/** The same day a year later. */
function yearOn(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`;
}

const items = [
  'member-card',
  'introduction-official',
  'introduction-temporary',
  'introduction-internal',
  'introduction-plain',
  'badge',
];

function countStock({ formStocks }: RawOffice, { from, to }: SpanToCount, tally: Tally): void {
  for (const item of items) {
    const own = formStocks.filter((entry) => entry['item'] === item && String(entry['on']) <= to);
    let [start, left] = [0, 0];
    const acts = new Map<string, number>();
    for (const entry of own) {
      const [act, on, n] = [String(entry['act']), String(entry['on']), Number(entry['count'])];
      const change = act === 'received' ? n : ['used', 'spoiled', 'returned'].includes(act) ? -n : 0;
      left += change;
      if (on < from) start += change;
      else acts.set(act, (acts.get(act) ?? 0) + n);
    }
    const none = own.length === 0;
    tally.set('11-TCTW', `${item}-start`, none ? null : start);
    tally.set('11-TCTW', `${item}-left`, none ? null : left);
    for (const act of ['requested', 'approved', 'received', 'used', 'spoiled', 'returned'])
      tally.set('11-TCTW', `${item}-${act}`, none ? null : (acts.get(act) ?? 0));
  }
}
