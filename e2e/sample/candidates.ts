import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { addDays, addYears, startOfDayMs, type PlainDate } from '#shared/base/plain-date.ts';
import { withDerivedCodes } from '#shared/domain/member/derived-codes.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { CandidateStage, MemberFields } from '#shared/domain/member/member-record.ts';
import { inventPapers } from './member-details.ts';
import { communeFoundedOn, type SampleCell } from './organisation.ts';
import { inventPerson } from './people.ts';
import type { SampleCommunePlace } from './place-table.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type MakeId = (epochMs: number) => string;

/** Makes people on the way into the Party; the last of them was entered twice, sloppily, as happens. */
export function generateCandidates(
  count: number,
  today: PlainDate,
  cells: readonly SampleCell[],
  place: SampleCommunePlace,
  random: Random,
  makeId: MakeId,
): readonly SampleRecord<'member'>[] {
  const baseMs = startOfDayMs(communeFoundedOn) + 20 * 3_600_000;
  const made = Array.from({ length: count }, (_, index): SampleRecord<'member'> => ({
    type: 'member',
    id: makeId(baseMs + index * 1000),
    fields: inventCandidate(random.pick(cells), place, today, random),
  }));
  const [before, last] = made.slice(-2);
  if (before === undefined || last === undefined) return made;
  const { name, bornOn, gender } = before.fields;
  const sloppy = splitPersonName(name.full.toLocaleUpperCase('vi'));
  return [...made.slice(0, -1), { ...last, fields: { ...last.fields, name: sloppy, bornOn, gender } }];
}

function inventCandidate(cell: SampleCell, place: SampleCommunePlace, today: PlainDate, random: Random): MemberFields {
  const person = inventPerson(random, 0.5);
  const bornOn = addDays(addYears(today, -random.int(19, 34)), -random.int(1, 364));
  const stage = random.weighted<CandidateStage>([
    ['chosen', 45],
    ['aware', 30],
    ['preparing', 25],
  ]);
  const isAtHome = cell.sort === 'hamlet';
  const fields: MemberFields = withDerivedCodes({
    ...blankMember,
    name: person.name,
    gender: person.gender,
    bornOn: toPartialDate(bornOn),
    birthPlace: place.name,
    nativePlace: place.name,
    address: isAtHome ? `${cell.unit.fields.name.replace('Chi bộ ', '')}, ${place.name}` : place.name,
    ethnicity: person.people,
    religion: 'Không',
    occupation: isAtHome ? random.pick(['Nông dân', 'Buôn bán nhỏ', 'Sinh viên']) : 'Viên chức',
    workplace: cell.workplace,
    education: '12/12',
    isUnionMember: true,
    unitId: cell.unit.id,
    state: 'candidate',
    candidateStage: stage,
  });
  return { ...fields, ...inventPapers(fields, today, random) };
}
