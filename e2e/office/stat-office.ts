import { createRandom } from '#e2e/sample/random.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { ratingId } from '#renderer/data/ratings/rating-id.ts';
import type { FilledRow } from './fill-tables.ts';
import type { RawOffice } from './stat-count.ts';
import { idOf, later } from './stat-life.ts';
import { inventLives } from './stat-lives.ts';

const unit = (n: number, name: string, kind: string, parentId: string | null, more: object = {}): FilledRow => ({
  ...usualUnit,
  id: idOf('4000', n),
  name,
  kind,
  parentId,
  order: 500 + n,
  validFrom: null,
  validTo: null,
  ...more,
});

/** Organisations under the commune's committee: a base committee with a section and cells, cells of their own, one new, one ended, an office. */
function inventUnits(committeeId: string, year: number): readonly FilledRow[] {
  return [
    unit(1, 'Đảng bộ cơ sở Trường Mẫu', 'base-committee', committeeId, { sort: 'school' }),
    unit(2, 'Đảng bộ bộ phận Khối lớp Mẫu', 'section-committee', idOf('4000', 1)),
    unit(3, 'Chi bộ Khối 1', 'cell', idOf('4000', 2), { sort: 'school' }),
    unit(4, 'Chi bộ Khối 2', 'cell', idOf('4000', 2)),
    unit(5, 'Chi bộ Văn phòng trường', 'cell', idOf('4000', 1)),
    ...Array.from({ length: 20 }, (_, at) =>
      unit(10 + at, `Chi bộ thôn Mẫu ${String(at + 1)}`, 'cell', committeeId, {
        sort: at % 7 === 0 ? 'police' : at % 5 === 0 ? '' : 'hamlet',
      }),
    ),
    unit(40, 'Chi bộ mới lập', 'cell', committeeId, { validFrom: `${String(year)}-04-01` }),
    unit(41, 'Chi bộ đã nhập', 'cell', committeeId, { validTo: `${String(year - 1)}-12-31` }),
    unit(42, 'Cơ quan Mẫu', 'office', committeeId),
  ];
}

/** Raw records of a whole office: `there` are the organisations it has already. */
export function inventStatOffice(
  count: number,
  year: number,
  there: readonly FilledRow[],
): { readonly all: RawOffice; readonly units: readonly FilledRow[] } {
  const random = createRandom('statistics-office');
  const committeeId = there.find(({ kind }) => kind === 'committee')?.id ?? '';
  const units = inventUnits(committeeId, year);
  const cells = units.filter(({ kind }) => kind === 'cell').map(({ id }) => id);
  const lives = inventLives(count, year, cells);
  const rated = [...there, ...units].filter(({ kind }) => kind === 'cell' || kind === 'base-committee');
  const unitRatings = [String(year), String(year - 1)].flatMap((period) =>
    rated.flatMap(({ id }) =>
      random.chance(0.2)
        ? []
        : [
            {
              ...blankRating,
              id: ratingId({ memberId: null, unitId: id, period }),
              unitId: id,
              period,
              decidedLevel: random.pick(['excellent', 'good', 'fulfilled', 'not-fulfilled']),
            },
          ],
    ),
  );
  const anyDay = (): string => later(`${String(random.int(year - 2, year))}-01-03`, random.int(0, 355));
  const all: RawOffice = {
    ...lives,
    ratings: [...lives.ratings, ...unitRatings],
    units: [...there, ...units],
    appointments: lives.members
      .filter((_, at) => at % 25 === 0)
      .map(({ id, name }, at) => ({
        id: idOf('5000', at),
        unitId: at % 17 === 0 ? idOf('4000', 42) : random.pick(cells),
        memberId: id,
        personName: (name as { full: string }).full,
        kind: random.pick(['secretary', 'deputy-secretary', 'committee-member', 'group-leader', 'other']),
        post: '',
        order: at,
        termName: '',
        from: random.chance(0.5) ? anyDay() : null,
        to: random.chance(0.3) ? anyDay() : null,
        decision: null,
      })),
    formStocks: Array.from({ length: 120 }, (_, at) => ({
      id: idOf('6000', at),
      item: random.pick(['member-card', 'introduction-official', 'badge']),
      act: random.pick(['requested', 'approved', 'received', 'received', 'used', 'spoiled', 'returned']),
      on: anyDay(),
      count: random.int(1, 40),
      note: '',
      sourceId: null,
    })),
    importBatches: [
      batch(1, 'national', 'done', `${String(year)}-02-28T18:30:00.000Z`),
      batch(2, 'national', 'done', `${String(year - 1)}-12-31T18:30:00.000Z`),
      batch(3, 'national', 'undone', `${String(year)}-05-05T02:00:00.000Z`),
      batch(4, 'members', 'done', `${String(year)}-05-05T02:00:00.000Z`),
    ],
    reconcileNotes: Array.from({ length: 9 }, (_, at) => ({
      id: idOf('8000', at),
      kind: 'kept',
      memberId: lives.members[at]?.id ?? null,
      field: 'phone',
      ours: '',
      theirs: '1',
      theirKey: '',
      reason: 'mẫu',
      notedBy: idOf('9000', 1),
      notedAt: `${anyDay()}T03:00:00.000Z`,
    })),
  };
  return { all, units };
}

const blankRating = {
  memberId: null,
  scores: {},
  selfLevel: null,
  proposedLevel: null,
  votesFor: null,
  votesCast: null,
  notRated: '',
  meetingId: null,
  decision: null,
  note: '',
};

function batch(n: number, kind: string, state: string, startedAt: string): FilledRow {
  return {
    id: idOf('7000', n),
    kind,
    fileName: 'mau.xlsx',
    fileHash: '0'.repeat(64),
    startedBy: idOf('9000', 1),
    startedAt,
    device: 1,
    state,
    rows: 0,
    created: 0,
    changed: 0,
    undoneBy: null,
    undoneAt: null,
  };
}
