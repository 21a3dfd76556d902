import { listDuePapers, yearsOfPapers } from '#shared/domain/member/completeness.ts';
import { withDerivedCodes } from '#shared/domain/member/derived-codes.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { yearOf } from '#shared/base/partial-date.ts';
import { partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import type { CellSort, SampleCell } from './organisation.ts';
import { inventPerson } from './people.ts';
import type { SampleCommunePlace } from './place-table.ts';
import type { Random } from './random.ts';

/** Lines of form 6-TCTW for words that leave it open, by sort of cell. */
const groups: Readonly<Record<CellSort, string>> = {
  hamlet: 'other-work',
  school: 'public-employee',
  clinic: 'public-employee',
  police: 'police',
  military: 'army',
  'party-office': 'party-official',
  'state-office': 'state-official',
  business: 'worker-cooperative',
};

/** What a record holds beside its core: codes for the statistics, places under their old names, introducers, papers and where they lie. */
export function inventDetails(
  core: MemberFields,
  cell: SampleCell,
  place: SampleCommunePlace,
  today: PlainDate,
  random: Random,
): MemberFields {
  const age = core.bornOn === null ? 40 : partsOf(today).year - yearOf(core.bornOn);
  const isLocal = core.nativePlace === place.name;
  const isFromBefore = isLocal && age > 20 && random.chance(0.3);
  const oldPlace = `xã ${random.pick(place.hamletFirst)} ${random.pick(place.hamletSecond)} (cũ), huyện Mẫu Sơn (cũ)`;
  const isProbationary = core.state === 'probationary';
  const filled: MemberFields = {
    ...withDerivedCodes(core),
    ...(isFromBefore ? { nativePlace: oldPlace, nativePlaceNow: place.name } : {}),
    ...(isFromBefore && random.chance(0.6) ? { birthPlace: oldPlace, birthPlaceNow: place.name } : {}),
    occupationAtAdmission:
      cell.sort === 'hamlet'
        ? random.pick(['Nông dân', 'Nông dân', 'Bộ đội', 'Học sinh', 'Giáo viên'])
        : core.occupation,
    isPensioner: age >= 60 && core.occupation !== 'Hưu trí' && random.chance(0.25),
    isUnionMember: age <= 30 && random.chance(0.8),
    isVeteran: core.gender === 'male' && age >= 24 && random.chance(0.2),
    introducers: [introducer('Bí thư chi bộ', random), introducer('Chi uỷ viên', random)],
    cardIssuedBy: isProbationary ? '' : 'Ban Thường vụ Huyện uỷ Mẫu Sơn (cũ)',
    foreignLanguages: cell.sort !== 'hamlet' && random.chance(0.5) ? random.pick(['Tiếng Anh B', 'Tiếng Anh A2']) : '',
    informatics: cell.sort !== 'hamlet' && random.chance(0.6) ? 'Ứng dụng CNTT cơ bản' : '',
    minorityLanguages: core.ethnicity === 'Kinh' ? '' : `Tiếng ${core.ethnicity}`,
    paperPlace: random.chance(0.8)
      ? `Tủ ${String(random.int(1, 4))}, ngăn ${String(random.int(1, 5))}, hộp ${String(random.int(1, 40))}`
      : '',
    paperState: random.weighted([
      ['complete', 60],
      ['incomplete', 22],
      ['unknown', 15],
      ['damaged', 3],
    ]),
  };
  const member = { ...filled, occupationGroup: filled.occupationGroup || groups[cell.sort] };
  return { ...member, ...inventPapers(member, today, random) };
}

/** Most dossiers lack a paper or two; those of old members lack more of what was not kept then. */
export function inventPapers(
  member: MemberFields,
  today: PlainDate,
  random: Random,
): Pick<MemberFields, 'heldPapers' | 'unneededPapers'> {
  const isOld = member.admittedOn !== null && yearOf(member.admittedOn) < 1995;
  const share = random.chance(0.35) ? 1 : isOld ? 0.85 : 0.93;
  const held: string[] = [];
  const unneeded: string[] = [];
  for (const { code, paper } of listDuePapers(member, yearsOfPapers(today, 2))) {
    if (paper.ifAny) {
      if (random.chance(0.3)) held.push(code);
    } else if (isOld && paper.code === 'awareness-certificate') unneeded.push(code);
    else if (random.chance(share)) held.push(code);
  }
  return { heldPapers: held, unneededPapers: unneeded };
}

function introducer(post: string, random: Random): MemberFields['introducers'][number] {
  return { name: inventPerson(random).name.full, post };
}
