import type { FilledRow } from './fill-tables.ts';
import { ageOn, byDay, firstDay, standing, wholeYears, type Stand } from './stat-days.ts';
import { later, type RawEvent, type RawMember } from './stat-life.ts';
import { writtenPeoples, writtenReligions } from './stat-words.ts';
import type { Tally } from './stat-tally.ts';

/** The raw records of an office, as they lie in its tables. */
export type RawOffice = {
  readonly members: readonly RawMember[];
  readonly events: readonly RawEvent[];
  readonly ratings: readonly FilledRow[];
  readonly units: readonly FilledRow[];
  readonly appointments: readonly FilledRow[];
  readonly formStocks: readonly FilledRow[];
  readonly importBatches: readonly FilledRow[];
  readonly reconcileNotes: readonly FilledRow[];
};

/** Somebody on the last day, with what happened to them between the two. */
export type Person = {
  readonly member: RawMember;
  readonly end: Stand;
  /** Events of this office between the two days. */
  readonly events: readonly { readonly event: RawEvent; readonly on: string; readonly met: Stand }[];
  readonly age: number | undefined;
  readonly people: string | null;
  readonly religion: string | null;
  /** Some event of this office says when somebody was recognised; else the record alone does. */
  readonly recognisedByEvent: boolean;
  readonly wasHereOn: (day: string) => boolean;
};

/** Counts the people of the forms in a span, one by one. `tally` takes the figures. */
export function countPeople(office: RawOffice, from: string, to: string, tally: Tally): readonly Person[] {
  const eventsOf = new Map<string, RawEvent[]>();
  for (const event of office.events) {
    const own = eventsOf.get(event.memberId) ?? [];
    own.push(event);
    eventsOf.set(event.memberId, own);
  }
  const days: string[] = [];
  for (let day = from; day <= to; day = later(day, 1)) days.push(day);
  const people: Person[] = [];
  for (const member of office.members) {
    const events = byDay(eventsOf.get(member.id) ?? []);
    const standOn = standing(member, events);
    const end = standOn(to);
    const person: Person = {
      member,
      end,
      events: events
        .filter(
          ({ atOffice, effectiveOn }) =>
            atOffice === '' && firstDay(effectiveOn) >= from && firstDay(effectiveOn) <= to,
        )
        .map((event) => {
          const on = firstDay(event.effectiveOn);
          return { event, on, met: standOn(later(on, -1)) };
        }),
      age: ageOn(member, to),
      people: writtenPeoples.find(({ written }) => written === member.ethnicity)?.code ?? null,
      religion: writtenReligions.find(({ written }) => written === member.religion)?.code ?? null,
      recognisedByEvent: events.some(({ kind, atOffice }) => kind === 'recognised' && atOffice === ''),
      wasHereOn: (day) => standOn(day).here,
    };
    people.push(person);
    if (standOn(later(from, -1)).here) tally.add('1-TCTW', 'A');
    if (end.party === 'guest') tally.add('1-TCTW', 'guests');
    countSteps(person, events, days, tally);
    if (end.here) countMember(person, to, tally);
  }
  tally.set('1-TCTW', 'E', tally.of('1-TCTW', 'D') - tally.of('1-TCTW', 'A'));
  return people;
}

const gainCodes: Readonly<Record<string, string>> = {
  admitted: 'B1',
  readmitted: 'B2',
  'transferred-in': 'B3',
  restored: 'B4',
};
const lossCodes: Readonly<Record<string, string>> = {
  deceased: 'C1',
  expelled: 'C2',
  'struck-off': 'C3',
  resigned: 'C4',
  'transferred-out': 'C5',
  'not-recognised': 'C6',
};

/** Parts of B3 and C5: how far somebody went, as the event says. */
const reachParts: Readonly<Record<string, string>> = { 'in-province': 'a', 'other-province': 'b' };

/** Looks at somebody on every single day of the span on which anything may change. */
function countSteps(person: Person, events: readonly RawEvent[], days: readonly string[], tally: Tally): void {
  const { member, wasHereOn } = person;
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const admitted = member.admittedOn === null ? '' : firstDay(member.admittedOn);
  const mayChange = person.events.length > 0 || (admitted >= from && admitted <= to);
  if (!mayChange) return;
  let was = wasHereOn(later(from, -1));
  for (const day of days) {
    const is = wasHereOn(day);
    if (is === was) continue;
    was = is;
    const codes = is ? gainCodes : lossCodes;
    const causes = events.filter(
      ({ kind, effectiveOn, atOffice }) =>
        codes[kind] !== undefined && firstDay(effectiveOn) === day && atOffice === '',
    );
    const cause = causes.at(-1);
    const code = cause === undefined ? (is ? 'B1' : 'C7') : (codes[cause.kind] ?? '');
    tally.add('1-TCTW', is ? 'B' : 'C');
    tally.add('1-TCTW', code);
    if (code === 'B3' || code === 'C5') tally.add('1-TCTW', `${code}${reachParts[cause?.form ?? ''] ?? 'c'}`);
    if (code === 'B1' || code === 'B2') countAdmission(person, code, cause?.unitId ?? member.unitId, tally);
  }
}

const admissionGroups: Readonly<Record<string, string>> = {
  farming: 'farmer',
  army: 'armed-forces',
  'public-employee': 'public-employee',
  'worker-private': 'worker',
  student: 'student',
  'commune-official': 'state-official',
};

function countAdmission(person: Person, code: string, unitId: string | null, tally: Tally): void {
  const { member } = person;
  tally.add('2-TCTW', 'total');
  if (code === 'B2') tally.add('2-TCTW', 'again');
  countUsual('2-TCTW', '', person, tally);
  tally.add('2-TCTW', `group-${admissionGroups[member.occupationGroup] ?? 'other'}`);
  tally.age(person.age);
  countLearning('2-TCTW', member, tally);
  if (person.people !== null) tally.add('2-TCTW', `ethnicity-${person.people}`);
  else tally.add('2-TCTW', 'ethnicity-unknown');
  if (person.religion !== null) tally.add('2-TCTW', `religion-${person.religion}`);
  if (unitId !== null) tally.admitting.add(unitId);
}

/** Women, minorities, religious, union members, ages: asked of nearly every form. */
export function countUsual(
  form: string,
  prefix: string,
  { member, people, religion, age }: Person,
  tally: Tally,
): void {
  if (member.gender === 'female') tally.add(form, `${prefix}women`);
  if (people !== null && people !== '01') tally.add(form, `${prefix}minority`);
  if (religion !== null) tally.add(form, `${prefix}religious`);
  if (member.isUnionMember) tally.add(form, `${prefix}union`);
  if (form === '8-TCTW') return;
  if (age === undefined) tally.add(form, `${prefix}age-unknown`);
  else if (age <= 30) tally.add(form, `${prefix}age-18-30`);
  else if (age <= 40) tally.add(form, `${prefix}age-31-40`);
  else if (age <= 50) tally.add(form, `${prefix}age-41-50`);
  else tally.add(form, `${prefix}age-51`);
}

function countLearning(form: string, { educationLevel, qualificationLevel }: RawMember, tally: Tally): void {
  if (educationLevel !== '') tally.add(form, `education-${educationLevel}`);
  if (qualificationLevel !== '') tally.add(form, `qualification-${qualificationLevel}`);
}

/** A member of the last day, in forms 1, 3, 4 and 6. */
function countMember(person: Person, to: string, tally: Tally): void {
  const { member, end } = person;
  tally.add('1-TCTW', 'D');
  if (!end.away && !end.abroad) tally.add('1-TCTW', 'G');
  if (end.away) tally.add('1-TCTW', 'G1');
  else if (end.abroad) tally.add('1-TCTW', 'G2');
  tally.add('3-TCTW', 'total');
  if (end.party === 'probationary') tally.add('3-TCTW', 'probationary');
  countUsual('3-TCTW', '', person, tally);
  if (member.isVeteran) tally.add('3-TCTW', 'veteran');
  if (end.exempt) tally.add('3-TCTW', 'exempt');
  tally.memberAge(person.age);
  if (member.admittedOn === null) tally.add('3-TCTW', 'era-unknown');
  else {
    const admitted = firstDay(member.admittedOn);
    if (admitted <= '1945-07-31') tally.add('3-TCTW', 'era-before-1945-08');
    else if (admitted <= '1954-07-20') tally.add('3-TCTW', 'era-1945-1954');
    else if (admitted <= '1975-04-30') tally.add('3-TCTW', 'era-1954-1975');
    else tally.add('3-TCTW', 'era-since-1975-05');
    const years = wholeYears(admitted, to);
    const reached = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90].filter((each) => each <= years).at(-1);
    if (reached !== undefined) tally.add('3-TCTW', `years-${String(reached)}`);
  }
  countLearning('3-TCTW', member, tally);
  if (member.theoryLevel !== '') tally.add('3-TCTW', `theory-${member.theoryLevel}`);
  if (member.academicTitle === 'Giáo sư') tally.add('3-TCTW', 'title-professor');
  if (member.academicTitle === 'associate-professor') tally.add('3-TCTW', 'title-associate-professor');
  tally.add('4-TCTW', 'total');
  tally.add('4-TCTW', `ethnicity-${person.people ?? 'unknown'}`);
  if (person.religion !== null) tally.add('4-TCTW', `religion-${person.religion}`);
  tally.add('6-TCTW', 'total');
  if (end.exempt) tally.add('6-TCTW', 'occupation-exempt');
  else if (member.occupationGroup === '' || member.occupationGroup === 'moi-co')
    tally.add('6-TCTW', 'occupation-unknown');
  else tally.add('6-TCTW', `occupation-${member.occupationGroup}`);
}
