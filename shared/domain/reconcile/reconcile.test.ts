import { describe, expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { checkImport, type CheckContext, type KnownMember } from '#shared/domain/import/check-import.ts';
import type { ImportField } from '#shared/domain/import/import-field-table.ts';
import { startSettings } from '#shared/domain/import/import-settings.ts';
import type { ReconcileNoteFields } from '#shared/domain/import/reconcile-note-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { factsOfKey } from './identity-key.ts';
import { answersByNotes, reconcile, type ReconcileFrame, type ReportLine } from './reconcile.ts';

const columns: readonly ImportField[] = [
  ...(['name', 'gender', 'bornOn', 'citizenId', 'cardNumber', 'admittedOn', 'phone', 'nativePlace', 'unit'] as const),
];
const strict = new Set(['name', 'bornOn', 'citizenId', 'cardNumber', 'fileNumber', 'admittedOn', 'officialOn']);
const nothing: ReconcileFrame = { notes: [], proposals: [], scope: 'office' };

function member(id: string, full: string, extra: Partial<MemberFields> = {}): KnownMember {
  const own = { bornOn: toPartialDate('1970-03-02'), admittedOn: toPartialDate('1995-02-03'), unitId: 'u-lau' };
  return { id, fields: { ...blankMember, ...own, name: splitPersonName(full), ...extra } };
}

function compare(
  rows: readonly (readonly string[])[],
  members: readonly KnownMember[],
  frame: Partial<ReconcileFrame> = {},
): readonly ReportLine[] {
  const context: CheckContext = {
    ...{ today: toPlainDate('2026-11-20'), is1904: false, members, strict, rules: defaultMemberRules },
    units: [
      { id: 'u-lau', names: ['Chi bộ thôn Nà Lầu'] },
      { id: 'u-pan', names: ['Chi bộ thôn Nà Pán'] },
    ],
  };
  const cells = [columns.map(String), ...rows];
  const sheet = { name: 'DS', rows: cells, columns: 9, merges: [], hiddenRows: [], hiddenColumns: [], isCut: false };
  const settings = startSettings({ from: 0, to: 0 }, columns);
  const check = checkImport(sheet, settings, context);
  const people = answersByNotes(check.rows, frame.notes ?? [], context);
  const again = checkImport(sheet, { ...settings, people }, context);
  return reconcile(again, columns, context, { ...nothing, ...frame });
}

const said = (lines: readonly ReportLine[]): readonly unknown[] =>
  lines.map(({ group, row, field, way }) => [group, row, field, way]);

const base = ['Nông Văn Mẫu', 'Nam', '02/03/1970', '', '12345678', '03/02/1995', '', '', 'Nà Lầu'] as const;
const ours = member('m1', 'Nông Văn Mẫu', { cardNumber: '12345678', phone: '0912 000 001' });
const noteOf = (extra: Partial<ReconcileNoteFields>): ReconcileNoteFields => ({
  ...{ kind: 'kept', memberId: 'm1', field: '', ours: null, theirs: null, theirKey: '', reason: 'đúng ở ta' },
  ...{ notedBy: 'p1', notedAt: '2026-11-20T01:00:00.000Z' },
  ...extra,
});
const but = (changes: Readonly<Record<number, string>>): readonly string[] =>
  base.map((value, at) => changes[at] ?? value);

describe('comparing with the national database', () => {
  it('is silent about shapes: dates, spaces, capitals, tone places, phones, places before and since 2025', () => {
    const place = { nativePlace: 'xã Hoà Mẫu, huyện Bạch Mẫu, tỉnh Bắc Kạn', name: splitPersonName('Nông Văn Thuỷ') };
    const row = but({ 0: 'NÔNG  VĂN THỦY', 2: '2/3/1970', 5: '1995', 6: '0912000001', 7: 'Xã Hòa Mẫu, Thái Nguyên' });
    expect(compare([row], [member('m1', '', { ...ours.fields, ...place })])).toEqual([]);
  });

  it('names what differs, and how it may be taken over', () => {
    const row = but({ 2: '02/03/1971', 3: '020070012345', 6: '0912000009', 8: 'Nà Pán' });
    expect(said(compare([row], [ours]))).toEqual([
      ['differs', 2, 'citizenId', 'write'],
      ['differs', 2, 'phone', 'write'],
      ['differs', 2, 'bornOn', 'propose'],
      ['differs', 2, 'unitId', 'life'],
    ]);
  });

  it('tells what they leave empty apart, and what cannot be read', () => {
    expect(said(compare([but({ 5: 'mùa xuân' })], [ours]))).toEqual([
      ['fault', 2, null, 'none'],
      ['lacks', 2, 'phone', 'none'],
    ]);
  });

  it('names who is in one list only, and who left here; a list of some cells misses nobody of the others', () => {
    const members = [
      ours,
      member('m2', 'Lò Thị Đây', { unitId: 'u-pan' }),
      member('m3', 'Hà Văn Đi', { state: 'transferred', cardNumber: '12345679' }),
      member('m4', 'Vi Thị Khách', { state: 'guest' }),
    ];
    const rows = [
      but({ 6: '0912000001' }),
      but({ 0: 'Hà Văn Đi', 4: '12345679' }),
      but({ 0: 'Lý Thị Kia', 1: 'Nữ', 4: '12345680' }),
    ];
    const all: readonly unknown[] = [
      ['gone', 3, 'state', 'life'],
      ['there', 4, null, 'make'],
      ['here', 0, null, 'none'],
    ];
    expect(said(compare(rows, members))).toEqual(all);
    expect(said(compare(rows, members, { scope: 'units' }))).toEqual(all.slice(0, 2));
  });

  it('asks who somebody is instead of guessing, and never calls those missing whom it asks about', () => {
    const members = [
      member('m1', 'Nông Văn Mẫu', { bornOn: toPartialDate('1970') }),
      member('m2', 'Lò Thị Hai', { gender: 'female', cardNumber: '1', citizenId: '2' }),
    ];
    const rows = [but({ 4: '' }), but({ 0: 'Lò Thị Hai', 1: 'Nữ', 3: '2', 4: '1' })];
    expect(compare(rows, members).map(({ group, candidates }) => [group, candidates])).toEqual([['ask', ['m1']]]);
    const two = [
      members[0],
      member('m2', 'Lò Thị Hai', { cardNumber: '1' }),
      member('m3', 'Lò Thị Ba', { citizenId: '2' }),
    ];
    expect(
      compare(
        rows,
        two.flatMap((each) => each ?? []),
      ).map(({ group, candidates }) => [group, candidates]),
    ).toEqual([
      ['ask', ['m1']],
      ['ask', ['m3', 'm2']],
    ]);
  });

  it('remembers who somebody is, and what was decided, as long as both sides say the same', () => {
    const unsure = member('m1', 'Nông Văn Mẫu', { bornOn: toPartialDate('1970'), phone: '0912000001' });
    const row = but({ 4: '', 6: '0912000009' });
    const key = compare([row], [unsure])[0]?.theirKey ?? '';
    expect(factsOfKey(key)).toEqual(['02/03/1970']);
    const same = noteOf({ kind: 'same', theirKey: key });
    expect(said(compare([row], [unsure], { notes: [same] }))).toEqual([
      ['differs', 2, 'phone', 'write'],
      ['differs', 2, 'bornOn', 'propose'],
    ]);
    const kept = noteOf({ field: 'phone', ours: '0912000001', theirs: '0912000009' });
    expect(compare([row], [unsure], { notes: [same, kept] }).map(({ field, status }) => [field, status])).toEqual([
      ['phone', 'kept'],
      ['bornOn', 'open'],
    ]);
    const other = compare([but({ 4: '', 6: '0912000008' })], [unsure], { notes: [same, kept] });
    expect(other.find(({ field }) => field === 'phone')?.status).toBe('open');
    const apart = compare([row], [unsure], { notes: [noteOf({ kind: 'other', theirKey: key })] });
    expect(said(apart)).toEqual([
      ['there', 2, null, 'make'],
      ['here', 0, null, 'none'],
    ]);
  });

  it('tells what waits for a second person', () => {
    const to = toPartialDate('1971-03-02');
    const proposals = [{ memberId: 'm1', field: 'bornOn', to }];
    const [line] = compare([but({ 2: '02/03/1971', 6: '0912000001' })], [ours], { proposals });
    expect([line?.field, line?.status]).toEqual(['bornOn', 'proposed']);
  });
});
