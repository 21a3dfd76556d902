import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';

/** One of two cells of the office. */
export type StoryCell = 'A' | 'B';

/** An event of the life that is lived in the proof. `pc`: on which of the two PCs it is recorded; its decision is `NN-QĐ/ĐU`, by its place in the list. */
export type StoryEvent = {
  readonly on: string;
  readonly kind: MemberEventKind;
  readonly pc: 1 | 2;
  readonly cell?: StoryCell;
  readonly more?: {
    readonly place?: string;
    readonly form?: string;
    readonly number?: string;
    readonly until?: string;
  };
};

/** The day on which the record was made, and the one on which its admission was first entered: a day too early, put right by two people. */
export const MADE_ON = '1994-01-05';
export const WRONG_ADMISSION = '1994-10-15';

/** A life with every kind of event, in the order of its days. Those of `offlineFrom` to `offlineTo` are recorded while no PC has a line. */
export const lifeStory: readonly StoryEvent[] = [
  { on: '1994-02-01', kind: 'chosen', pc: 1 },
  { on: '1994-05-10', kind: 'awareness-class', pc: 1, more: { place: 'Trung tâm chính trị Nà Lầu' } },
  { on: '1994-08-01', kind: 'file-opened', pc: 1 },
  { on: WRONG_ADMISSION, kind: 'admitted', pc: 2, cell: 'B', more: { place: 'Nhà văn hoá Nà Lầu' } },
  { on: '1995-11-01', kind: 'not-recognised', pc: 2 },
  { on: '1996-03-03', kind: 'readmitted', pc: 2, cell: 'A', more: { place: 'Hội trường xã' } },
  { on: '1997-03-10', kind: 'recognised', pc: 1, more: { place: 'Chi bộ Nà Mẫu' } },
  { on: '1997-06-01', kind: 'card-issued', pc: 1, more: { number: '86100001', place: 'Tỉnh uỷ' } },
  { on: '1998-09-01', kind: 'moved', pc: 1, cell: 'B' },
  { on: '1999-12-01', kind: 'rewarded', pc: 2, more: { form: 'certificate', place: 'Đảng uỷ xã' } },
  { on: '2001-01-10', kind: 'disciplined', pc: 1, more: { form: 'reprimand' } },
  { on: '2003-06-01', kind: 'disciplined', pc: 2, more: { form: 'warning' } },
  { on: '2003-09-01', kind: 'discipline-lifted', pc: 2 },
  { on: '2004-10-01', kind: 'exempted', pc: 2 },
  { on: '2005-01-01', kind: 'exemption-ended', pc: 1 },
  { on: '2006-02-01', kind: 'went-abroad', pc: 1, more: { place: 'Nhật Bản' } },
  { on: '2006-08-01', kind: 'came-back', pc: 1 },
  { on: '2007-05-02', kind: 'temporary-out', pc: 2, more: { place: 'Đảng uỷ phường Mẫu', until: '2007-12-31' } },
  { on: '2007-11-01', kind: 'temporary-ended', pc: 2 },
  { on: '2008-09-01', kind: 'card-replaced', pc: 2, more: { form: 'lost', number: '86200002', place: 'Tỉnh uỷ' } },
  { on: '2009-10-01', kind: 'struck-off', pc: 1 },
  { on: '2010-12-01', kind: 'restored', pc: 1 },
  { on: '2011-01-15', kind: 'resigned', pc: 1 },
  { on: '2012-03-01', kind: 'restored', pc: 2, cell: 'A' },
  { on: '2013-05-01', kind: 'expelled', pc: 2 },
  { on: '2014-07-01', kind: 'restored', pc: 2 },
  { on: '2015-08-01', kind: 'transferred-out', pc: 1, more: { place: 'Đảng uỷ phường Mẫu' } },
  {
    on: '2016-10-01',
    kind: 'temporary-in',
    pc: 1,
    cell: 'B',
    more: { place: 'Đảng uỷ phường Mẫu', until: '2017-06-30' },
  },
  { on: '2017-01-01', kind: 'temporary-ended', pc: 1 },
  { on: '2018-02-01', kind: 'transferred-in', pc: 2, cell: 'A', more: { place: 'Đảng uỷ phường Mẫu' } },
  { on: '2024-11-07', kind: 'badge', pc: 1, more: { number: '1234' } },
  { on: '2026-06-01', kind: 'deceased', pc: 2 },
];

/** Recorded without a line: the first on one PC, the others on the other, each without knowing of the rest. */
export const offlineFrom = lifeStory.findIndex(({ kind }) => kind === 'rewarded');
export const offlineTo = offlineFrom + 1;

/** The record from a day on, until the next line. `by`: place in the list (from 1) of the event on whose decision the standing rests; 0: on none. */
type ExpectedLine = readonly [
  from: string,
  state: string,
  stage: string | null,
  cell: StoryCell,
  admittedOn: string | null,
  readmittedOn: string | null,
  officialOn: string | null,
  card: string,
  by: number,
];

/** What the record says on every day of this life, by hand, after everything wrong in it was put right. */
export const expectedRecord: readonly ExpectedLine[] = [
  ['1994-01-05', 'candidate', null, 'A', null, null, null, '', 0],
  ['1994-02-01', 'candidate', 'chosen', 'A', null, null, null, '', 1],
  ['1994-05-10', 'candidate', 'aware', 'A', null, null, null, '', 2],
  ['1994-08-01', 'candidate', 'preparing', 'A', null, null, null, '', 3],
  ['1994-10-16', 'probationary', null, 'B', '1994-10-16', null, null, '', 4],
  ['1995-11-01', 'left', null, 'B', '1994-10-16', null, null, '', 5],
  ['1996-03-03', 'probationary', null, 'A', '1994-10-16', '1996-03-03', null, '', 6],
  ['1997-03-10', 'official', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '', 7],
  ['1997-06-01', 'official', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '86100001', 7],
  ['1998-09-01', 'official', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86100001', 7],
  ['2004-10-01', 'exempt', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86100001', 14],
  ['2005-01-01', 'official', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86100001', 15],
  ['2007-05-02', 'temporarily-away', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86100001', 18],
  ['2007-11-01', 'official', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86100001', 19],
  ['2008-09-01', 'official', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 19],
  ['2009-10-01', 'left', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 21],
  ['2010-12-01', 'official', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 22],
  ['2011-01-15', 'left', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 23],
  ['2012-03-01', 'official', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 24],
  ['2013-05-01', 'left', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 25],
  ['2014-07-01', 'official', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 26],
  ['2015-08-01', 'transferred', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 27],
  ['2016-10-01', 'guest', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 28],
  ['2017-01-01', 'transferred', null, 'B', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 29],
  ['2018-02-01', 'official', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 30],
  ['2026-06-01', 'deceased', null, 'A', '1994-10-16', '1996-03-03', '1997-03-10', '86200002', 32],
];

/** First and last days on which a discipline is in effect, and on which the member is abroad, by hand. */
export const expectedDiscipline = [
  ['2001-01-10', '2002-01-09'],
  ['2003-06-01', '2003-08-31'],
] as const;
export const expectedAbroad = [['2006-02-01', '2006-07-31']] as const;
