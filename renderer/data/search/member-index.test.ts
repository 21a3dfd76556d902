import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { allMembers, fullReach, type MemberAsk, type MemberReach } from '../members/member-list.ts';
import type { MemberRow, UnitRow } from '../rows.ts';
import { IdList } from './id-list.ts';
import { MemberIndex } from './member-index.ts';

const idOf = (n: number): string => `01934f2a-7c3b-7a10-8b11-${String(n).padStart(12, '0')}`;
const [committee, cell, group, other, ended] = [idOf(9001), idOf(9002), idOf(9003), idOf(9004), idOf(9005)];

const row = (n: number, full: string, fields: Partial<MemberFields> = {}): MemberRow =>
  ({
    ...blankMember,
    name: splitPersonName(full),
    unitId: cell,
    ...fields,
    id: idOf(n),
    removed: false,
  }) as unknown as MemberRow;

function indexOf(rows: readonly MemberRow[]): MemberIndex {
  const index = new MemberIndex();
  const unit = (id: string, parentId: string | null, successorIds: readonly string[] = []): void =>
    index.putUnit(id, { id, parentId, successorIds, removed: false } as unknown as UnitRow);
  unit(committee, null);
  unit(cell, committee);
  unit(group, cell);
  unit(other, committee);
  unit(ended, committee, [cell]);
  for (const each of rows) index.put(each.id, each);
  index.settle();
  return index;
}

const ask = (more: Partial<MemberAsk> = {}): MemberAsk => ({
  ...allMembers,
  reach: fullReach,
  paperYears: [2025],
  ...more,
});
const namesOf = (index: MemberIndex, rows: readonly MemberRow[], more: Partial<MemberAsk> = {}): string[] => {
  const { ids } = index.list(ask(more));
  const list = new IdList(ids);
  return list.slice(0, list.length).map((id) => rows.find((each) => each.id === id)?.name.full ?? '?');
};

describe('the list of members', () => {
  const rows = [
    row(1, 'Nông Thị Đào', { bornOn: toPartialDate('1990'), admittedOn: toPartialDate('2015-02-03') }),
    row(2, 'Lê Văn An', { bornOn: toPartialDate('1956-04-01'), admittedOn: toPartialDate('1980'), unitId: group }),
    row(3, 'Hoàng Văn Ân', { state: 'probationary', unitId: other }),
    row(4, 'Giàng A Câu', { state: 'candidate', candidateStage: 'aware' }),
    row(5, 'Vi Văn Đức', { state: 'guest' }),
    row(6, 'Hà Thị Hoà', { state: 'deceased', bornOn: toPartialDate('1940') }),
  ];
  const index = indexOf(rows);

  it('holds members by tên, họ, đệm, and neither candidates nor guests', () => {
    expect(namesOf(index, rows)).toEqual(['Lê Văn An', 'Hoàng Văn Ân', 'Nông Thị Đào', 'Hà Thị Hoà']);
    expect(index.list(ask()).counts).toMatchObject({
      all: 4,
      active: 3,
      probationary: 1,
      gone: 1,
      candidates: 1,
      guests: 1,
    });
    expect(namesOf(index, rows, { states: ['candidate'] })).toEqual(['Giàng A Câu']);
    expect(namesOf(index, rows, { states: ['guest'] })).toEqual(['Vi Văn Đức']);
  });

  it('takes a unit with those below it', () => {
    expect(namesOf(index, rows, { unitId: cell })).toEqual(['Lê Văn An', 'Nông Thị Đào', 'Hà Thị Hoà']);
    expect(namesOf(index, rows, { unitId: group })).toEqual(['Lê Văn An']);
  });

  it('is put in other orders, what is unknown last', () => {
    expect(namesOf(index, rows, { sort: 'age' })).toEqual(['Hà Thị Hoà', 'Lê Văn An', 'Nông Thị Đào', 'Hoàng Văn Ân']);
    expect(namesOf(index, rows, { sort: 'party-age' }).slice(0, 2)).toEqual(['Lê Văn An', 'Nông Thị Đào']);
  });

  it('shows somebody bound to a cell that cell and nobody else, in lists, searches and counts', () => {
    const reach: MemberReach = { within: group, isPrivate: false };
    expect(namesOf(index, rows, { reach })).toEqual(['Lê Văn An']);
    expect(index.list(ask({ reach })).counts).toMatchObject({ all: 1, active: 1, candidates: 0 });
    expect(new IdList(index.best('dao', 9, reach)).length).toBe(0);
    expect(new IdList(index.best('dao', 9, fullReach)).length).toBe(1);
    expect(namesOf(index, rows, { reach: { within: '-', isPrivate: false } })).toEqual([]);
  });
});

describe('a cell that has ended', () => {
  const index = indexOf([
    row(1, 'Nông Thị Đào', { state: 'official', gender: 'female', unitId: ended }),
    row(2, 'Lê Văn An', { state: 'probationary' }),
    row(3, 'Vi Văn Đức', { state: 'guest', gender: 'female' }),
  ]);
  const listed = (more: Partial<MemberAsk>): number => new IdList(index.list(ask(more)).ids).length;

  it('has nobody: who is still written there belongs to its heir, and so does its secretary', () => {
    expect(listed({ unitId: ended })).toBe(0);
    expect(listed({ unitId: cell })).toBe(2);
    expect(listed({ reach: { within: ended, isPrivate: false } })).toBe(2);
    expect(index.unitCounts().get(ended)).toMatchObject({ own: 0, below: 0 });
    const people = { official: 1, probationary: 1, exempt: 0, away: 0, guests: 1, women: 1 };
    expect(index.unitCounts().get(cell)).toEqual({ own: 2, below: 2, people });
    expect(index.unitCounts().get(committee)).toEqual({ own: 0, below: 2, people });
  });
});

describe('searching members', () => {
  const rows = [
    row(1, 'Lê Văn An', { citizenId: '015068001234', cardNumber: '86104227', fileNumber: '104882LS' }),
    row(2, 'Nà Thị Lầu', { nativePlace: 'xã Pò Khẩu' }),
    row(3, 'Bế Văn Tư', {
      nativePlace: 'xã Nà Lầu, huyện Mẫu cũ',
      nativePlaceNow: 'xã Bản Mới',
      address: 'Thôn Khuổi Lắc',
    }),
  ];
  const index = indexOf(rows);
  const find = (query: string, reach = fullReach): string[] => namesOf(index, rows, { query, reach });
  const noPrivate: MemberReach = { within: null, isPrivate: false };

  it('finds numbers as they are typed, in groups too', () => {
    for (const query of ['86104227', '86 104 227', '86.104.227', '104882LS', '104 882 LS', '104882'])
      expect([query, find(query)]).toEqual([query, ['Lê Văn An']]);
  });

  it('finds places under their old name and the one of today', () => {
    expect(find('na lau')).toEqual(['Nà Thị Lầu', 'Bế Văn Tư'].sort((a, b) => (a < b ? 1 : -1)));
    expect(find('Bản Mới')).toEqual(['Bế Văn Tư']);
    expect(find('po khau')).toEqual(['Nà Thị Lầu']);
  });

  it('puts names before places where everything is searched', () => {
    const hits = new IdList(index.best('nà lầu', 9, fullReach));
    expect(hits.slice(0, 2)).toEqual([idOf(2), idOf(3)]);
  });

  it('does not tell by a private field who has it', () => {
    for (const query of ['015068001234', '015 068 001 234', 'khuoi lac']) {
      expect([query, find(query).length]).toEqual([query, 1]);
      expect([query, find(query, noPrivate)]).toEqual([query, []]);
      expect(new IdList(index.best(query, 9, noPrivate)).length).toBe(0);
    }
    expect(find('Lê Văn An', noPrivate)).toEqual(['Lê Văn An']);
  });
});

describe('records that lack papers, or look alike', () => {
  it('are counted and listed by how much is missing', () => {
    const papers = ['application', 'applicant-record'];
    const rows = [
      row(1, 'Lê Văn An', { state: 'probationary' }),
      row(2, 'Bế Văn Tư', { state: 'probationary', heldPapers: papers }),
    ];
    const index = indexOf(rows);
    expect(namesOf(index, rows, { only: 'lacking', sort: 'completeness' })).toEqual(['Lê Văn An', 'Bế Văn Tư']);
    expect(index.list(ask()).counts.lacking).toBe(2);
  });

  it('stand side by side, until somebody says they are two people or changes one', () => {
    const born = { bornOn: toPartialDate('1968-05-02') };
    const rows = [
      row(1, 'Lý Văn An', born),
      row(2, 'Bế Văn Ba', { cardNumber: '86104227' }),
      row(3, 'Lí văn An', born),
      row(4, 'Hà Thị Út', { cardNumber: '86104227', state: 'candidate' }),
    ];
    const index = indexOf(rows);
    const twins = (): string[] => namesOf(index, rows, { only: 'twins' });
    expect(twins().map((name) => name.slice(-2))).toEqual(['An', 'An', 'Ba', 'Út']);
    expect(index.list(ask()).counts.twins).toBe(4);
    index.put(idOf(1), row(1, 'Lý Văn An', { ...born, notSameAs: [idOf(3)] }));
    expect(twins()).toHaveLength(2);
    index.put(idOf(2), row(2, 'Bế Văn Ba', { cardNumber: '86104228' }));
    expect(twins()).toEqual([]);
    index.put(idOf(4), null);
    expect(index.list(ask()).counts.twins).toBe(0);
  });

  it('are found for somebody who is being written', () => {
    const index = indexOf([row(1, 'Lý Văn An', { bornOn: toPartialDate('1968') })]);
    const person = {
      name: splitPersonName('Lí Văn An'),
      bornOn: toPartialDate('1968-05-02'),
      citizenId: '',
      cardNumber: '',
      fileNumber: '',
    };
    expect(new IdList(index.twinsOf(person, null)).slice(0, 9)).toEqual([idOf(1)]);
    expect(new IdList(index.twinsOf(person, idOf(1))).length).toBe(0);
  });
});

describe('the chip of what is only on this PC', () => {
  it('holds members of any state with unsent changes or an unsent file', () => {
    const rows = [
      { ...row(1, 'Nông Thị Đào', { state: 'transferred' }), pending: 2 },
      row(2, 'Vi Văn Đức'),
      row(3, 'Hà Thị Hoà'),
    ];
    const index = indexOf(rows);
    index.owe(new Set([idOf(3)]));
    expect(namesOf(index, rows, { only: 'not-at-province' })).toEqual(['Nông Thị Đào', 'Hà Thị Hoà']);
    expect(index.list(ask()).counts.unsent).toBe(2);
  });
});
