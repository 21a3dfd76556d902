import { startOfDayMs } from '#shared/base/plain-date.ts';
import type { PostKind } from '#shared/domain/unit/appointment-record.ts';
import { communeFoundedOn, type SampleOrganisation } from './organisation.ts';
import type { SampleRecord } from './sample-record.ts';

type MakeId = (epochMs: number) => string;

const termName = '2025-2030';
const cellPosts: readonly (readonly [post: string, kind: PostKind])[] = [
  ['Bí thư chi bộ', 'secretary'],
  ['Phó Bí thư chi bộ', 'deputy-secretary'],
  ['Chi uỷ viên', 'committee-member'],
];

/** Posts of cells, held by the members whose records say so, and of the committee, held by the leaders of the office, who are kept elsewhere as members. */
export function generatePosts(
  members: readonly SampleRecord<'member'>[],
  { units, staff }: SampleOrganisation,
  makeId: MakeId,
): readonly SampleRecord<'appointment'>[] {
  const startMs = startOfDayMs(communeFoundedOn) + 12 * 3_600_000;
  const rest = { termName, from: communeFoundedOn, to: null, decision: null };
  const ofCells = members.flatMap(({ id, fields }, index): SampleRecord<'appointment'>[] => {
    const at = cellPosts.findIndex(([post]) => post === fields.partyPost);
    const [post, kind] = cellPosts[at] ?? ['', 'other'];
    if (at < 0 || fields.unitId === null) return [];
    const who = { unitId: fields.unitId, memberId: id, personName: fields.name.full };
    return [
      { type: 'appointment', id: makeId(startMs + index), fields: { ...who, kind, post, order: at + 1, ...rest } },
    ];
  });
  const committee = units.find(({ fields }) => fields.kind === 'committee');
  const leaders = staff.filter(({ fields }) => fields.role === 'leader');
  const ofCommittee = leaders.flatMap(({ fields: { name, post } }, index): SampleRecord<'appointment'>[] => {
    if (committee === undefined) return [];
    const who = { unitId: committee.id, memberId: null, personName: name.full };
    const made = { ...who, kind: kindOf(post), post, order: index + 1, ...rest };
    return [{ type: 'appointment', id: makeId(startMs + 3_600_000 + index), fields: made }];
  });
  return [...ofCells, ...ofCommittee];
}

function kindOf(post: string): PostKind {
  if (post.startsWith('Bí thư')) return 'secretary';
  return post.startsWith('Phó Bí thư') ? 'deputy-secretary' : 'standing-member';
}
