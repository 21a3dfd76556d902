import { ratingId } from '#renderer/data/ratings/rating-id.ts';
import { inventPerson } from '#e2e/sample/people.ts';
import { createRandom, type Random } from '#e2e/sample/random.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { FilledRow } from './fill-tables.ts';
import { writeAdventures, writeArrival, writeNewcomer } from './stat-adventures.ts';
import { idOf, later, Life, type RawEvent, type RawMember, type World } from './stat-life.ts';
import { writtenPeoples, writtenReligions } from './stat-words.ts';

/** So many invented members with lives of all kinds: events, ratings; every rule of the forms meets some of them. */
export function inventLives(count: number, year: number, cells: readonly string[]) {
  let made = 0;
  const world: World = { year, cells, random: createRandom('statistics'), count: () => (made += 1) };
  const members: RawMember[] = [];
  const events: RawEvent[] = [];
  const ratings: FilledRow[] = [];
  for (let n = 0; n < count; n += 1) {
    const { member, life } = inventMember(n, world);
    members.push(member);
    events.push(...life.events, ...inventHonours(member, world));
    for (const period of [String(year), String(year - 1), ...(n % 5 === 0 ? [`${String(year)}-Q2`] : [])])
      ratings.push(...inventRating(member, period, world.random));
  }
  return { members, events, ratings };
}

function inventMember(n: number, world: World): { readonly member: RawMember; readonly life: Life } {
  const { year, random, cells, count } = world;
  const id = idOf('1000', n);
  const anyDay = (of: number): string => later(`${String(of)}-01-02`, random.int(0, 360));
  const sort = random.weighted([
    ['settled', 80],
    ['new', 9],
    ['arrived', 5],
    ['guest', 3],
    ['candidate', 3],
  ] as const);
  const admittedYear = sort === 'new' ? random.int(year - 1, year) : random.int(year - 70, year - 4);
  const admitted = sort === 'candidate' ? null : anyDay(admittedYear);
  const isVague = sort === 'settled' && random.chance(0.1);
  const recognised = admitted === null || later(admitted, 366) > `${String(year)}-11-01` ? null : later(admitted, 366);
  const person = inventPerson(random);
  const born = Math.min(admittedYear - 18, year - 18) - random.int(0, 15);
  const life = new Life(
    id,
    sort === 'candidate' || sort === 'arrived' ? 'candidate' : 'official',
    admitted ?? '1990-01-01',
    count,
  );
  let readmittedOn: string | null = null;
  let officialOn = recognised;
  if (sort === 'new') officialOn = writeNewcomer(life, admitted ?? '', recognised, world);
  else if (sort === 'arrived') writeArrival(life, admitted ?? '', world);
  else if (sort === 'guest') {
    life.state = 'transferred';
    life.add('temporary-in', anyDay(random.int(year - 1, year)), 'guest', { unitId: random.pick(cells) });
  } else if (sort === 'settled') readmittedOn = writeAdventures(life, year - born, world);
  if (sort === 'settled' && life.events.length === 0 && random.chance(0.01)) life.state = 'temporarily-away';
  const hasCard = officialOn !== null && random.chance(0.95);
  const member: RawMember = {
    ...blankMember,
    id,
    name: person.name,
    gender: person.gender,
    bornOn: random.chance(0.02)
      ? null
      : random.chance(0.1)
        ? String(born)
        : `${String(born)}-0${String(random.int(1, 9))}-${String(random.int(10, 28))}`,
    ethnicity: random.weighted(writtenPeoples.map(({ written, weight }) => [written, weight] as const)),
    religion: random.weighted(writtenReligions.map(({ written, weight }) => [written, weight] as const)),
    occupationGroup: random.pick([
      'farming',
      'army',
      'retired',
      'not-working',
      'public-employee',
      'worker-private',
      'student',
      'other-work',
      'commune-official',
      '',
      'moi-co',
    ]),
    educationLevel: random.pick(['', 'primary', 'lower-secondary', 'upper-secondary', 'literate']),
    qualificationLevel: random.pick(['', '', 'college', 'university', 'master', 'technical', 'vocational']),
    theoryLevel: random.pick(['', 'elementary', 'intermediate', 'advanced', 'bachelor']),
    academicTitle: random.chance(0.003) ? random.pick(['Giáo sư', 'associate-professor']) : '',
    isUnionMember: year - born <= 30,
    isVeteran: random.chance(0.15),
    admittedOn:
      random.chance(0.005) && sort === 'settled'
        ? null
        : isVague && admitted !== null
          ? admitted.slice(0, random.pick([4, 7]))
          : admitted,
    officialOn,
    readmittedOn,
    cardNumber: hasCard ? String(99_000_000 + n) : '',
    cardIssuedOn: hasCard && officialOn !== null ? later(officialOn, 60) : null,
    paperState: random.pick(['complete', 'complete', 'incomplete', 'unknown', 'missing', 'damaged', 'forged']),
    paperPlace: random.chance(0.7) ? 'Tủ 1' : '',
    unitId: random.pick(cells),
    state: life.state,
  };
  return { member, life };
}

/** Rewards and badges; some entered wrongly and voided, some of a month of which the day is not known. */
function inventHonours(member: RawMember, { random, year, count }: World): readonly RawEvent[] {
  if (member.state === 'guest' || member.state === 'candidate' || random.chance(0.75)) return [];
  const life = new Life(member.id, member.state, '', count);
  for (let n = random.int(1, 2); n > 0; n -= 1) {
    const day = later(`${String(random.int(year - 2, year))}-01-10`, random.int(0, 340));
    const on = random.chance(0.1) ? day.slice(0, 7) : day;
    const state = random.chance(0.05) ? 'void' : 'decided';
    if (random.chance(0.4))
      life.add('badge', on, null, {
        years: random.pick([30, 40, 45, 50, 55, 60, 65, 70, 75, 35]),
        form: random.pick(['', '', 'early', 'posthumous']),
        state,
      });
    else
      life.add('rewarded', on, null, {
        form: random.pick([
          'certificate',
          'merit-certificate',
          'order',
          'decoration',
          'title',
          'flag',
          'commemorative',
          'thư khen',
        ]),
        state,
      });
  }
  return life.events;
}

function inventRating({ id, unitId, state }: RawMember, period: string, random: Random): readonly FilledRow[] {
  if (state === 'candidate' || random.chance(state === 'exempt' ? 0.9 : 0.1)) return [];
  const level = random.pick(['excellent', 'good', 'good', 'fulfilled', 'not-fulfilled'] as const);
  const way = random.weighted([
    ['decided', 80],
    ['proposed', 10],
    ['not', 10],
  ] as const);
  return [
    {
      id: ratingId({ memberId: id, unitId: unitId ?? '', period }),
      memberId: id,
      unitId,
      period,
      scores: {},
      selfLevel: null,
      proposedLevel: way === 'not' ? null : level,
      decidedLevel: way === 'decided' ? level : null,
      votesFor: null,
      votesCast: null,
      notRated: way === 'not' ? 'Mới kết nạp' : '',
      meetingId: null,
      decision: null,
      note: '',
    },
  ];
}
