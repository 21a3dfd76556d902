import { yearOf, toPartialDate } from '#shared/base/partial-date.ts';
import type { MemberLineFields } from '#shared/domain/member/member-line-record.ts';
import { inventPerson } from './people.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type MakeId = (epochMs: number) => string;
type Member = SampleRecord<'member'>;

/** Of how many members one has lines; all would be four times as many records as members. */
const EVERY = 8;

const blank: Omit<MemberLineFields, 'memberId' | 'kind' | 'order'> = {
  ...{ from: null, to: null, title: '', place: '', detail: '', relation: '', personName: '', bornYear: null },
};

/** Lines of work, training, abroad and family for some of the members, invented. */
export function generateMemberLines(
  members: readonly Member[],
  random: Random,
  makeId: MakeId,
  atMs: number,
): readonly SampleRecord<'memberLine'>[] {
  return members
    .filter((_, at) => at % EVERY === 0)
    .flatMap((member, at) =>
      linesOf(member, random).map((fields, place) => ({
        type: 'memberLine' as const,
        id: makeId(atMs + at * 1000 + place),
        fields: { ...fields, memberId: member.id },
      })),
    );
}

function linesOf({ fields }: Member, random: Random): readonly Omit<MemberLineFields, 'memberId'>[] {
  const born = fields.bornOn === null ? 1970 : yearOf(fields.bornOn);
  const family = fields.name.family;
  const year = (offset: number) => toPartialDate(String(born + offset));
  const place = fields.address;
  const lines: Omit<MemberLineFields, 'memberId' | 'order'>[] = [
    { ...blank, kind: 'work', from: year(6), to: year(18), title: 'Học sinh phổ thông', place: fields.nativePlace },
    {
      ...blank,
      kind: 'work',
      from: year(18),
      to: year(22),
      title: random.pick(['Làm ruộng tại gia đình, sinh hoạt Đoàn', 'Tham gia nghĩa vụ quân sự', 'Học nghề']),
      place: fields.nativePlace,
    },
    { ...blank, kind: 'work', from: year(22), title: fields.occupation, place: fields.workplace || place },
    {
      ...blank,
      kind: 'training',
      from: year(24),
      to: year(24),
      title: 'Lớp bồi dưỡng nhận thức về Đảng',
      place: 'Trung tâm bồi dưỡng chính trị, tập trung',
      detail: 'Giấy chứng nhận',
    },
    relative('Cha đẻ', family, born - random.int(22, 34), place, random),
    relative('Mẹ đẻ', '', born - random.int(20, 30), place, random),
    relative(fields.gender === 'male' ? 'Vợ' : 'Chồng', '', born + random.int(-3, 4), place, random),
    ...(born < 1996
      ? [relative('Con', fields.gender === 'male' ? family : '', born + random.int(23, 30), place, random)]
      : []),
  ];
  if (random.chance(0.15))
    lines.push({
      ...blank,
      kind: 'abroad',
      from: toPartialDate(String(Math.min(2025, born + 30))),
      to: toPartialDate(String(Math.min(2025, born + 30))),
      title: random.pick(['Trung Quốc, giao lưu biên giới', 'Lào, tham quan học tập']),
      detail: 'Đi theo đoàn của cơ quan',
    });
  const orders = new Map<string, number>();
  return lines.map((line) => {
    const order = (orders.get(line.kind) ?? 0) + 10;
    orders.set(line.kind, order);
    return { ...line, order };
  });
}

function relative(
  relation: string,
  family: string,
  bornYear: number,
  place: string,
  random: Random,
): Omit<MemberLineFields, 'memberId' | 'order'> {
  const womenShare = { 'Cha đẻ': 0, 'Mẹ đẻ': 1, Vợ: 1, Chồng: 0, Con: 0.5 }[relation] ?? 0.5;
  const { full, middle, given } = inventPerson(random, womenShare).name;
  return {
    ...blank,
    kind: 'family',
    relation,
    personName: family === '' ? full : [family, middle, given].filter((part) => part !== '').join(' '),
    bornYear,
    title: workOf(bornYear, random),
    place,
    detail:
      bornYear > 2006
        ? ''
        : random.pick(['Chấp hành tốt chủ trương của Đảng, pháp luật của Nhà nước', 'Đảng viên', '']),
  };
}

function workOf(bornYear: number, random: Random): string {
  if (bornYear < 1966) return random.pick(['Già, ở nhà', 'Hưu trí']);
  if (bornYear > 2019) return 'Còn nhỏ';
  return bornYear > 2006 ? 'Học sinh' : random.pick(['Nông dân', 'Giáo viên', 'Buôn bán nhỏ', 'Công nhân']);
}
