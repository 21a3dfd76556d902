import { blankMember } from '#shared/domain/member/blank-member.ts';
import { toPartialDate, type PartialDate } from '#shared/base/partial-date.ts';
import {
  addDays,
  addYears,
  isWeekend,
  partsOf,
  startOfDayMs,
  toPlainDate,
  type PlainDate,
} from '#shared/base/plain-date.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { inventDetails } from './member-details.ts';
import { communeFoundedOn, type CellSort, type SampleCell } from './organisation.ts';
import { inventPerson } from './people.ts';
import { homeProvinces, type SampleCommunePlace } from './place-table.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type MakeId = (epochMs: number) => string;

/** How members of a cell earn their living, by sort of cell; pensioners are everywhere in the hamlets. */
const occupations: Readonly<Record<CellSort, readonly string[]>> = {
  hamlet: ['Nông dân', 'Nông dân', 'Nông dân', 'Buôn bán nhỏ', 'Thợ xây', 'Công nhân', 'Lái xe', 'Cán bộ thôn'],
  school: ['Giáo viên', 'Giáo viên', 'Giáo viên', 'Giáo viên', 'Nhân viên kế toán', 'Hiệu trưởng', 'Phó Hiệu trưởng'],
  clinic: ['Y sĩ', 'Điều dưỡng', 'Bác sĩ', 'Hộ sinh', 'Dược sĩ'],
  police: ['Cán bộ công an'],
  military: ['Cán bộ quân sự'],
  'party-office': ['Chuyên viên', 'Chuyên viên', 'Văn thư', 'Kế toán'],
  'state-office': ['Công chức', 'Công chức', 'Công chức', 'Chuyên viên', 'Kế toán'],
  business: ['Giám đốc hợp tác xã', 'Kế toán', 'Thành viên hợp tác xã'],
};
const degrees = [
  'Đại học Sư phạm',
  'Đại học Luật',
  'Đại học Nông lâm',
  'Đại học Hành chính',
  'Đại học Kinh tế',
  'Cao đẳng Sư phạm',
  'Trung cấp Y',
  'Thạc sĩ Quản lý công',
  'Trung cấp Nông nghiệp',
];
const cellPosts = ['Bí thư chi bộ', 'Phó Bí thư chi bộ', 'Chi uỷ viên'];

/** Makes the members of a commune, spread over its cells; the first of a cell is its secretary. Numbers are of series nobody was given. */
export function generateMembers(
  count: number,
  today: PlainDate,
  cells: readonly SampleCell[],
  place: SampleCommunePlace,
  random: Random,
  makeId: MakeId,
): readonly SampleRecord<'member'>[] {
  const seats = new Map<SampleCell, number>();
  const baseMs = startOfDayMs(communeFoundedOn) + 9 * 3_600_000;
  const weights = cells.map((cell) => [cell, cell.sort === 'hamlet' ? random.int(6, 14) : random.int(4, 9)] as const);
  return Array.from({ length: count }, (_, index): SampleRecord<'member'> => {
    const cell = cells[index] ?? random.weighted(weights);
    const seat = seats.get(cell) ?? 0;
    seats.set(cell, seat + 1);
    return {
      type: 'member',
      id: makeId(baseMs + index * 1000),
      // Details have numbers of their own: what was invented before stays what it was.
      fields: inventDetails(
        inventMember(index, seat, cell, place, today, random),
        cell,
        place,
        today,
        random.fork(`details/${String(index)}`),
      ),
    };
  });
}

function inventMember(
  index: number,
  seat: number,
  cell: SampleCell,
  place: SampleCommunePlace,
  today: PlainDate,
  random: Random,
): SampleRecord<'member'>['fields'] {
  const person = inventPerson(random);
  const isWorking = cell.sort !== 'hamlet';
  const age = random.weighted(
    isWorking || seat < 3
      ? [
          [random.int(25, 35), 35],
          [random.int(36, 48), 45],
          [random.int(49, 59), 20],
        ]
      : [
          [random.int(21, 35), 22],
          [random.int(36, 55), 36],
          [random.int(56, 72), 28],
          [random.int(73, 93), 14],
        ],
  );
  const bornOn = addDays(addYears(today, -age), -random.int(1, 364));
  const admittedOn = inventAdmission(bornOn, age, seat, today, random);
  const officialOn = nextWorkDay(addYears(admittedOn, 1));
  const state = stateOf(officialOn > today, age, seat, random);
  const local = random.chance(0.86);
  const hamlet = cell.sort === 'hamlet' ? cell.unit.fields.name.replace('Chi bộ ', '') : '';
  const isRetired = age >= 60 && !isWorking;
  const hasDegree = isWorking || isRetired ? random.chance(0.8) : random.chance(0.25);
  const body = `${cell.unit.fields.name}, Đảng bộ ${place.name}`;
  return {
    ...blankMember,
    name: person.name,
    birthName: '',
    gender: person.gender,
    bornOn: age > 70 && random.chance(0.3) ? toPartialDate(bornOn.slice(0, 4)) : partial(bornOn),
    birthPlace: local ? place.name : `tỉnh ${random.pick(homeProvinces)}`,
    nativePlace: local ? place.name : `tỉnh ${random.pick(homeProvinces)}`,
    address: hamlet === '' ? place.name : `${hamlet}, ${place.name}`,
    ethnicity: person.people,
    religion: 'Không',
    citizenId: `999${centuryDigit(bornOn, person.gender)}${bornOn.slice(2, 4)}${digits(random, 6)}`,
    phone: age < 75 && random.chance(0.8) ? `030${digits(random, 7)}` : '',
    occupation: occupationOf(cell, age, random),
    workplace: cell.workplace,
    partyPost: cellPosts[seat] ?? '',
    post: '',
    education:
      age > 55
        ? random.pick(['7/10', '10/10', '10/10', '12/12'])
        : random.weighted([
            ['12/12', 88],
            ['9/12', 12],
          ]),
    qualification: hasDegree ? random.pick(degrees) : '',
    politicalTheory: random.weighted([
      ['', 30],
      ['Sơ cấp', 40],
      ['Trung cấp', 24],
      ['Cao cấp', isWorking ? 8 : 2],
    ]),
    joinedUnionOn: random.chance(0.8) ? partial(toPlainDate(`${partsOf(bornOn).year + 15}-03-26`)) : null,
    admittedOn: partial(admittedOn),
    admittedAt: random.chance(0.8) ? body : 'Đảng bộ cũ trước khi sắp xếp',
    officialOn: state === 'probationary' ? null : partial(officialOn),
    officialAt: state === 'probationary' ? '' : body,
    cardNumber: state === 'probationary' ? '' : `99${String(104_000 + index * 7).padStart(6, '0')}`,
    cardIssuedOn: state === 'probationary' ? null : cardDay(officialOn, today),
    fileNumber: `${String(104_000 + index * 3).padStart(6, '0')}XM`,
    unitId: cell.unit.id,
    state,
    note: '',
  };
}

/** Most join between 19 and 35, nobody before 18; about one in forty within the last year, but no one of a cell's committee. */
function inventAdmission(bornOn: PlainDate, age: number, seat: number, today: PlainDate, random: Random): PlainDate {
  if (seat >= 3 && age <= 55 && random.chance(0.035)) return nextWorkDay(addDays(today, -random.int(10, 350)));
  const wished = random.weighted([
    [random.int(19, 25), 40],
    [random.int(26, 35), 45],
    [random.int(36, 50), 15],
  ]);
  const joinedAt = Math.max(18, Math.min(age - (seat < 3 ? 4 : 2), wished));
  const day = addDays(addYears(bornOn, joinedAt), random.int(0, 300));
  const latest = addDays(today, -380);
  return nextWorkDay(day < latest ? day : latest);
}

function occupationOf(cell: SampleCell, age: number, random: Random): string {
  if (cell.sort !== 'hamlet') return random.pick(occupations[cell.sort]);
  if (age >= 60) return random.pick(['Hưu trí', 'Hưu trí', 'Nông dân', 'Bộ đội nghỉ hưu']);
  return age <= 23 && random.chance(0.5) ? 'Sinh viên' : random.pick(occupations.hamlet);
}

function stateOf(isProbationary: boolean, age: number, seat: number, random: Random): MemberState {
  if (isProbationary) return 'probationary';
  if (seat < 3) return 'official';
  if (age >= 75 && random.chance(0.4)) return 'exempt';
  return random.weighted([
    ['official', 950],
    ['temporarily-away', 20],
    ['transferred', 16],
    ['deceased', age > 60 ? 20 : 3],
    ['left', 4],
  ]);
}

/** Cards are issued within half a year of full membership, and all anew from 2004 on. */
function cardDay(officialOn: PlainDate, today: PlainDate): PlainDate {
  const usual = addDays(officialOn, 90);
  const issued = usual < '2004-01-01' ? toPlainDate('2005-02-03') : usual;
  return issued < today ? issued : today;
}

function nextWorkDay(day: PlainDate): PlainDate {
  return isWeekend(day) ? addDays(day, 2) : day;
}

function partial(day: PlainDate): PartialDate {
  return toPartialDate(day);
}

function centuryDigit(bornOn: PlainDate, gender: 'male' | 'female'): number {
  return (bornOn < '2000' ? 0 : 2) + (gender === 'male' ? 0 : 1);
}

function digits(random: Random, length: number): string {
  return String(random.int(0, 10 ** length - 1)).padStart(length, '0');
}
