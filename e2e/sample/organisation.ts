import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { splitPersonName, type PersonName } from '#shared/base/person-name.ts';
import { startOfDayMs, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { StaffFields } from '#shared/domain/staff/staff-record.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { UnitSort } from '#shared/domain/unit/unit-sort-table.ts';
import { inventPerson } from './people.ts';
import type { SampleCommunePlace } from './place-table.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

/** What a cell's members mostly do. */
export type CellSort =
  | 'hamlet'
  | 'school'
  | 'clinic'
  | 'police'
  | 'military'
  | 'party-office'
  | 'state-office'
  | 'business';

/** A cell (chi bộ) with what the generator must know of it. */
export type SampleCell = { readonly unit: SampleRecord<'unit'>; readonly sort: CellSort; readonly workplace: string };

/** The organisation tree of a sample commune and its office people. */
export type SampleOrganisation = {
  readonly units: readonly SampleRecord<'unit'>[];
  readonly cells: readonly SampleCell[];
  /** Bodies that lead work: văn phòng, Ban Xây dựng Đảng, UBKT, UBND, Mặt trận. */
  readonly bodies: Readonly<Record<BodyKey, SampleRecord<'unit'>>>;
  readonly staff: readonly SampleRecord<'staff'>[];
};

/** Bodies beside the cells. */
export type BodyKey = 'office' | 'building' | 'inspection' | 'peoplesCommittee' | 'front';

/** The day the two-tier model began and every commune's organisation anew. */
export const communeFoundedOn: PlainDate = toPlainDate('2025-07-01');

/** The present term of every Party organisation of the commune. */
const termEnd: PlainDate = toPlainDate('2030-06-30');

type MakeId = (epochMs: number) => string;
type StaffRow = readonly [post: string, role: StaffFields['role'], body: BodyKey, name?: string];

// People of the tour's commune; other communes get invented ones.
const staffRows: readonly StaffRow[] = [
  ['Bí thư Đảng uỷ', 'leader', 'office', 'Chu Văn Hiến'],
  ['Phó Bí thư Thường trực Đảng uỷ', 'leader', 'office', 'Lý Văn Dương'],
  ['Phó Bí thư Đảng uỷ, Chủ tịch UBND xã', 'leader', 'peoplesCommittee', 'Triệu Thị Ngần'],
  ['Chủ nhiệm Uỷ ban Kiểm tra Đảng uỷ', 'leader', 'inspection', 'Lăng Văn Thức'],
  ['Trưởng Ban Xây dựng Đảng', 'leader', 'building', 'Lộc Thị Hạnh'],
  ['Chánh Văn phòng Đảng uỷ', 'office-head', 'office', 'Hoàng Văn Ân'],
  ['Phó Chánh Văn phòng Đảng uỷ', 'office-head', 'office', 'Hứa Thị Bích Liên'],
  ['Văn thư', 'clerk', 'office', 'Nông Thị Đào'],
  ['Phó Trưởng Ban Xây dựng Đảng', 'officer', 'building', 'Vi Văn Đức'],
  ['Chuyên viên Ban Xây dựng Đảng', 'officer', 'building', 'Hà Thị Hoà'],
  ['Chuyên viên Ban Xây dựng Đảng', 'officer', 'building', 'Lâm Quốc Huy'],
  ['Phó Chủ nhiệm Uỷ ban Kiểm tra', 'officer', 'inspection', 'Nguyễn Thị Ánh'],
  ['Chuyên viên Uỷ ban Kiểm tra', 'officer', 'inspection', 'Lương Văn Sự'],
  ['Chuyên viên Văn phòng', 'officer', 'office', 'Trần Thị Bình'],
  ['Chánh Văn phòng HĐND và UBND xã', 'officer', 'peoplesCommittee', 'Bế Thị Nhàn'],
  ['Chủ tịch Uỷ ban MTTQ Việt Nam xã', 'officer', 'front', 'Giàng A Câu'],
];

/** Makes the organisation tree: committee, bodies, base committees and so many hamlet cells. */
export function generateOrganisation(
  place: SampleCommunePlace,
  hamletCells: number,
  random: Random,
  makeId: MakeId,
): SampleOrganisation {
  const units: SampleRecord<'unit'>[] = [];
  let next = startOfDayMs(communeFoundedOn) + 8 * 3_600_000;
  const add = (
    name: string,
    kind: UnitKind,
    parent: SampleRecord<'unit'> | undefined,
    sort: UnitSort | '' = '',
  ): SampleRecord<'unit'> => {
    const order = units.filter((unit) => unit.fields.parentId === (parent?.id ?? null)).length + 1;
    const fields = {
      ...usualUnit,
      name,
      kind,
      sort,
      parentId: parent?.id ?? null,
      order,
      validFrom: communeFoundedOn,
      validTo: null,
      ...(kind !== 'office' && kind !== 'outside-body' && { termFrom: communeFoundedOn, termTo: termEnd }),
    };
    const unit: SampleRecord<'unit'> = { type: 'unit', id: makeId((next += 1000)), fields };
    units.push(unit);
    return unit;
  };
  const short = place.name.replace(/^(?:xã|phường) /u, '');
  const level = place.name.split(' ')[0] ?? 'xã';
  const committee = add(`Đảng bộ ${place.name}`, 'committee', undefined);
  const bodies = {
    office: add('Văn phòng Đảng uỷ', 'office', committee),
    building: add('Ban Xây dựng Đảng', 'office', committee),
    inspection: add('Uỷ ban Kiểm tra Đảng uỷ', 'office', committee),
    peoplesCommittee: add(`UBND ${level}`, 'outside-body', committee),
    front: add(`Uỷ ban MTTQ Việt Nam ${level}`, 'outside-body', committee),
  };
  const cells: SampleCell[] = [];
  const addCell = (name: string, sort: CellSort, workplace: string, parent = committee): void => {
    cells.push({ unit: add(`Chi bộ ${name}`, 'cell', parent, unitSortOf(name, sort)), sort, workplace });
  };
  addCell('Cơ quan Đảng', 'party-office', 'Văn phòng Đảng uỷ');
  const government = add(`Đảng bộ UBND ${level}`, 'base-committee', committee);
  for (const name of [
    'Văn phòng HĐND và UBND',
    'Phòng Kinh tế',
    'Phòng Văn hoá - Xã hội',
    'Trung tâm Phục vụ hành chính công',
  ])
    addCell(name, 'state-office', name, government);
  addCell('Mặt trận Tổ quốc và đoàn thể', 'state-office', `Uỷ ban MTTQ Việt Nam ${level}`);
  addCell(`Công an ${level}`, 'police', `Công an ${level}`);
  addCell('Quân sự', 'military', `Ban Chỉ huy quân sự ${level}`);
  for (const name of [
    `Trường THPT ${short}`,
    `Trường THCS ${short}`,
    `Trường Tiểu học ${short}`,
    `Trường Mầm non ${short}`,
    'Trường PTDTBT Tiểu học và THCS số 2',
    'Trường Mầm non số 2',
  ])
    addCell(name, 'school', name);
  addCell('Trạm Y tế', 'clinic', `Trạm Y tế ${level}`);
  addCell('Hợp tác xã Nông lâm nghiệp', 'business', `Hợp tác xã Nông lâm nghiệp ${short}`);
  for (const name of hamletNames(place, hamletCells)) addCell(name, 'hamlet', '');
  const staff = staffRows.map((row, index) => makeStaff(row, index, bodies, place, random, makeId((next += 1000))));
  return { units, cells, bodies, staff };
}

function unitSortOf(name: string, sort: CellSort): UnitSort {
  if (name.startsWith('Mặt trận')) return 'mass-body';
  if (name.startsWith('Hợp tác xã')) return 'cooperative';
  return name.startsWith('Trung tâm') ? 'public-service' : sort;
}

function hamletNames(place: SampleCommunePlace, count: number): readonly string[] {
  // Stepping through both lists at once spreads first and second syllables; names stay unique.
  const { hamletFirst: first, hamletSecond: second } = place;
  const names = new Set<string>();
  for (let round = 0; round < first.length && names.size < count; round += 1) {
    for (let index = 0; index < second.length && names.size < count; index += 1) {
      names.add(`${first[(index + round) % first.length] ?? ''} ${second[index] ?? ''}`);
    }
  }
  return [...names];
}

function makeStaff(
  row: StaffRow,
  index: number,
  bodies: SampleOrganisation['bodies'],
  place: SampleCommunePlace,
  random: Random,
  id: string,
): SampleRecord<'staff'> {
  const [post, role, body, known] = row;
  const name: PersonName =
    known !== undefined && place.id === 'na-lau' ? splitPersonName(known) : inventPerson(random).name;
  return { type: 'staff', id, fields: { name, post, role, unitId: bodies[body].id, order: index + 1, active: true } };
}
