import { describe, expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { checkImport, type CheckContext, type ImportCheck, type KnownMember } from './check-import.ts';
import { readColumnSigns } from './column-signs.ts';
import { findHeader, headerPieces } from './find-header.ts';
import { guessColumns } from './guess-columns.ts';
import { listQuestions } from './import-questions.ts';
import { startSettings, type ImportSettings } from './import-settings.ts';
import { planRows } from './plan-rows.ts';
import { columnLetters, type ImportSheet, type MergedCells, type SheetCell } from './sheet-cell.ts';

const units = [
  { id: 'u-lau', names: ['Chi bộ thôn Nà Lầu'] },
  { id: 'u-truong', names: ['Chi bộ Trường THCS Nà Lầu'] },
  { id: 'u-pan', names: ['Chi bộ thôn Nà Pán'] },
];

function sheetOf(rows: readonly (readonly SheetCell[])[], merges: readonly MergedCells[] = []): ImportSheet {
  const columns = Math.max(...rows.map((row) => row.length));
  return { name: 'DS', rows, columns, merges, hiddenRows: [], hiddenColumns: [], isCut: false };
}

function guess(sheet: ImportSheet): ImportSettings {
  const header = findHeader(sheet);
  if (header === undefined) throw new Error('no head');
  const pieces = headerPieces(sheet, header);
  const facts = pieces.map((words, column) => ({
    pieces: words,
    signs: readColumnSigns(sheet, column, header.to + 1, new Set()),
    isHidden: sheet.hiddenColumns.includes(column),
  }));
  return startSettings(header, guessColumns(facts));
}

function contextOf(members: readonly KnownMember[] = []): CheckContext {
  const today = toPlainDate('2026-11-20');
  const strict = new Set(['name', 'bornOn', 'citizenId', 'cardNumber', 'fileNumber', 'admittedOn', 'officialOn']);
  return { today, is1904: false, members, units, strict, rules: defaultMemberRules };
}

function check(
  sheet: ImportSheet,
  change: Partial<ImportSettings> = {},
  members: readonly KnownMember[] = [],
): ImportCheck {
  return checkImport(sheet, { ...guess(sheet), ...change }, contextOf(members));
}

function named({ rows }: ImportCheck): readonly string[] {
  return rows.flatMap(({ problems }) =>
    problems.map(({ kind, row, column }) => `${column === null ? '' : columnLetters(column)}${String(row)} ${kind}`),
  );
}

function member(id: string, full: string, extra: Partial<MemberFields> = {}): KnownMember {
  return {
    id,
    fields: { ...blankMember, name: splitPersonName(full), officialOn: toPartialDate('2001-01-01'), ...extra },
  };
}

describe('the head of a list', () => {
  it('is found below titles, over two rows, and its columns are guessed in any order and by short words', () => {
    const sheet = sheetOf(
      [
        ['ĐẢNG BỘ XÃ NÀ LẦU'],
        ['DANH SÁCH ĐẢNG VIÊN'],
        [],
        [
          'STT',
          'CCCD',
          'Họ và tên',
          '',
          'Ngày tháng năm sinh',
          '',
          'Ngày',
          '',
          'Q.quán',
          'D.tộc',
          'SĐT',
          'Số thẻ',
          'Sinh hoạt tại chi bộ',
        ],
        ['', '', '', '', 'Nam', 'Nữ', 'Vào Đảng', 'Chính thức'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)', '(11)', '(12)', '(13)'],
        [
          '1',
          '020201012345',
          'Nông Văn',
          'Mẫu',
          '02/03/1970',
          '',
          '03/02/1995',
          '03/02/1996',
          'Nà Lầu',
          'Tày',
          '0912000001',
          '12345678',
          'Nà Lầu',
        ],
        [
          '2',
          '020171012346',
          'Lò Thị',
          'Thử',
          '',
          '1971',
          '03/02/1995',
          '03/02/1996',
          'Nà Pán',
          'Nùng',
          '0912000002',
          '12345679',
          'Nà Pán',
        ],
        ['', '', 'Tổng cộng: 02 đảng viên'],
      ],
      [
        { top: 3, left: 2, bottom: 4, right: 3 },
        { top: 3, left: 4, bottom: 3, right: 5 },
        { top: 3, left: 6, bottom: 3, right: 7 },
      ],
    );
    const settings = guess(sheet);
    expect(settings.header).toEqual({ from: 3, to: 4 });
    expect(settings.columns).toEqual([
      ...[null, 'citizenId', 'familyMiddle', 'given', 'isMale', 'isFemale', 'admittedOn', 'officialOn'],
      ...['nativePlace', 'ethnicity', 'phone', 'cardNumber', 'unit'],
    ]);
    const { rows, passed } = checkImport(sheet, settings, contextOf());
    expect(passed.map(({ row }) => row)).toEqual([6, 9]);
    expect(
      rows.map(({ standing, values }) => [standing, values.name?.full, values.gender, values.bornOn, values.unitId]),
    ).toEqual([
      ['make', 'Nông Văn Mẫu', 'male', '1970-03-02', 'u-lau'],
      ['make', 'Lò Thị Thử', 'female', '1971', 'u-pan'],
    ]);
  });

  it('is found in unmarked and in old letters, and by what the cells look like', () => {
    const old = sheetOf([
      ['Hä vµ tªn', 'N¨m sinh', 'Quª qu¸n', 'Chi bé'],
      ['NguyÔn V¨n An', '1970', 'Nµ LÇu', 'Nµ LÇu'],
    ]);
    expect(guess(old).columns).toEqual(['name', 'bornOn', 'nativePlace', 'unit']);
    const plain = sheetOf([
      ['HO VA TEN', 'NAM SINH', 'So can cuoc', 'Ma', ''],
      ['Nong Van Mau', '1970', '020070012345', '012345LS', 'Nam'],
      ['Lo Thi Thu', '1971', '020171012345', '012346LS', 'Nữ'],
    ]);
    expect(guess(plain).columns).toEqual(['name', 'bornOn', 'citizenId', 'fileNumber', 'gender']);
  });
});

describe('a list is checked', () => {
  const head = [
    'Họ và tên',
    'Giới tính',
    'Ngày sinh',
    'Ngày vào Đảng',
    'Ngày chính thức',
    'Số CCCD',
    'Số thẻ đảng viên',
    'Chi bộ',
  ];
  const good = ['Nông Văn Mẫu', 'Nam', '02/03/1970', '03/02/1995', '03/02/1996', '020070012345', '12345678', 'Nà Lầu'];
  const row = (change: Readonly<Record<number, SheetCell>>): SheetCell[] => good.map((cell, at) => change[at] ?? cell);
  const one = (change: Readonly<Record<number, SheetCell>>): readonly string[] =>
    named(check(sheetOf([head, good, row(change)])));
  const other = { 0: 'Lò Thị Thử', 1: 'Nữ', 5: '020170012346', 6: '12345679' };

  it('and every problem is named by row and column', () => {
    expect(one(other)).toEqual([]);
    expect(one({ ...other, 2: '31/02/1970' })).toEqual(['C3 impossible-date']);
    expect(one({ ...other, 2: 'không nhớ' })).toEqual(['C3 not-a-date']);
    expect(one({ ...other, 2: { text: '#N/A', kind: 'error' } })).toEqual(['C3 cell-error']);
    expect(one({ ...other, 2: { text: '', kind: 'no-value' } })).toEqual(['C3 formula-without-value']);
    expect(one({ ...other, 1: 'bà' })).toEqual(['B3 gender-word']);
    expect(one({ ...other, 7: 'Chi bộ thôn Xa Lạ' })).toEqual(['H3 unit-unknown']);
    expect(one({ ...other, 7: 'Na Lâu' })).toEqual([]);
    expect(one({ ...other, 7: 'Nà Lẩn' })).toEqual(['H3 unit-unsure']);
    expect(one({ ...other, 2: '02/03/1996' })).toEqual(['C3 born-after-admission', 'F3 citizen-id-year']);
    expect(one({ ...other, 4: '03/02/1990' })).toEqual(['E3 official-before-admitted']);
    expect(one({ ...other, 6: '12345678' })).toEqual(['G2 number-twice', 'G3 number-twice']);
    expect(one({ ...other, 0: ' ' })).toEqual(['A3 name-missing']);
    expect(one({ ...other, 5: '3.01E+10' })).toEqual(['F3 number-damaged']);
    expect(one({ ...other, 0: 'x'.repeat(130) })).toEqual(['A3 too-long']);
  });

  it('and what is unsure is asked, with what it would be', () => {
    const asked = (change: Readonly<Record<number, SheetCell>>, settings: Partial<ImportSettings> = {}): unknown => {
      const sheet = sheetOf([head, good, row({ ...other, ...change })]);
      const all = { ...guess(sheet), ...settings };
      const { rows } = checkImport(sheet, all, contextOf());
      const { standing, values, problems } = rows[1] ?? { standing: 'error', values: {}, problems: [] };
      const questions = listQuestions(sheet, all, { rows, passed: [], newUnits: new Map() });
      return [
        standing,
        problems.map(({ kind, detail }) => `${kind} ${detail}`),
        questions.map(({ kind }) => kind),
        values.bornOn,
      ];
    };
    expect(asked({ 2: '02/03/70' })).toEqual(['ask', ['two-digit-year 1970-03-02'], ['two-digit-year'], undefined]);
    const dates = { order: 'ask', swapped: 'ask', twoDigits: true, serials: true } as const;
    expect(asked({ 2: '02/03/70' }, { choices: { 2: { dates } } })).toEqual(['make', [], [], '1970-03-02']);
    expect(asked({ 2: { text: '25629', kind: 'number' } })).toEqual([
      'ask',
      ['serial-number 1970-03-02'],
      ['serial-number'],
      undefined,
    ]);
    expect(asked({ 5: { text: '20170012346', kind: 'number' } })).toEqual([
      'ask',
      ['lost-zeros 020170012346'],
      ['lost-zeros'],
      '1970-03-02',
    ]);
    expect(asked({ 2: '02/23/1970' })).toEqual(['error', ['impossible-date '], ['date-order'], undefined]);
    const american = { order: 'mdy', swapped: 'ask', twoDigits: false, serials: false } as const;
    expect(asked({ 2: '02/23/1970' }, { choices: { 2: { dates: american } } })).toEqual(['make', [], [], '1970-02-23']);
    expect(asked({ 7: 'Xa Lạ' })).toMatchObject(['error', ['unit-unknown '], ['unit'], '1970-03-02']);
    expect(asked({ 7: 'Xa Lạ' }, { units: { 'xa la': { kind: 'none' } } })).toMatchObject([
      'make',
      [],
      [],
      '1970-03-02',
    ]);
    expect(asked({ 1: '', 5: '' })).toMatchObject(['ask', ['gender-missing '], ['gender'], '1970-03-02']);
    expect(asked({ 1: '', 5: '' }, { otherGenders: 'female' })).toMatchObject([
      'make',
      ['gender-guessed female'],
      [],
      '1970-03-02',
    ]);
  });

  it('and days that Excel swapped are noticed', () => {
    const day = (date: string): SheetCell => ({ text: date, kind: 'date', date: toPlainDate(date) });
    const dates = [day('1970-02-03'), day('1971-05-04'), day('1972-09-01'), '23/05/1973'];
    const sheet = sheetOf([
      head,
      ...dates.map((date, at) => row({ 0: `Lò Văn ${'ABCD'[at] ?? ''}`, 2: date, 5: '', 6: '' })),
    ]);
    const settings = guess(sheet);
    const questions = listQuestions(sheet, settings, checkImport(sheet, settings, contextOf()));
    expect(questions).toMatchObject([{ kind: 'date-swapped', column: 2 }]);
    const dateChoice = { order: 'ask', swapped: 'yes', twoDigits: false, serials: false } as const;
    const after = checkImport(sheet, { ...settings, choices: { 2: { dates: dateChoice } } }, contextOf());
    expect(after.rows.map(({ values }) => values.bornOn)).toEqual([
      '1970-03-02',
      '1971-04-05',
      '1972-01-09',
      '1973-05-23',
    ]);
  });

  it('and old letters are shown before they are converted, cell by cell', () => {
    const sheet = sheetOf([
      head,
      row({ 0: 'NguyÔn V¨n An' }),
      row({ 0: 'TrÇn ThÞ BÝch', 5: '', 6: '' }),
      row({ 0: 'Lê Văn Tám', 5: '', 6: '' }),
      // None of its letters is only Unicode's, and TCVN3 would make nonsense of it.
      row({ 0: 'NÔNG XUÂN DUY', 5: '', 6: '' }),
    ]);
    const settings = guess(sheet);
    const [question] = listQuestions(sheet, settings, checkImport(sheet, settings, contextOf()));
    expect(question).toMatchObject({ kind: 'old-encoding', by: 'tcvn3', count: 2 });
    const converted = { ...settings, choices: { 0: { legacy: 'tcvn3' as const } } };
    const names = (change: Partial<ImportSettings> = {}): unknown =>
      checkImport(sheet, { ...converted, ...change }, contextOf()).rows.map(({ name }) => name);
    expect(names()).toEqual(['Nguyễn Văn An', 'Trần Thị Bích', 'Lê Văn Tám', 'NÔNG XUÂN DUY']);
    expect(names({ unconverted: ['3:0'] })).toEqual(['Nguyễn Văn An', 'TrÇn ThÞ BÝch', 'Lê Văn Tám', 'NÔNG XUÂN DUY']);
  });

  it('and names stay as they are typed unless somebody chooses otherwise', () => {
    const sheet = sheetOf([head, row({ 0: 'NÔNG\u00a0VĂN  H’MẪU\u200b'.normalize('NFD') })]);
    expect(check(sheet).rows[0]?.name).toBe('NÔNG VĂN H’MẪU');
    expect(check(sheet, { upperNames: 'title' }).rows[0]?.name).toBe('Nông Văn H’Mẫu');
  });
});

describe('rows and members', () => {
  const head = ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Điện thoại', 'Số thẻ'];
  const known = member('m1', 'Nông Văn Mẫu', {
    ...{ bornOn: toPartialDate('1970-03-02'), citizenId: '020070012345', phone: '0912000001', workplace: 'Trạm Y tế' },
  });

  it('are matched by numbers and by name with birth date; what fits only partly is asked', () => {
    const standing = (cells: readonly string[], members = [known]): unknown => {
      const [first] = check(sheetOf([head, [...cells]]), { existing: 'change' }, members).rows;
      return [first?.standing, first?.memberId, first?.problems.map(({ kind }) => kind)];
    };
    expect(standing(['Nông Văn Mẫu', 'Nam', '02/03/1970', '020070012345', '0912000001', ''])).toEqual([
      'same',
      'm1',
      [],
    ]);
    expect(standing(['NÔNG VĂN MẪU', 'Nam', '02/03/1970', '', '0912000002', ''])).toEqual(['change', 'm1', []]);
    expect(standing(['Nông Văn Mầu', 'Nam', '1970', '020070012345', '', ''])).toEqual(['change', 'm1', []]);
    expect(standing(['Nông Văn Mẫu', 'Nam', '1970', '', '', ''])).toEqual(['ask', null, ['same-person']]);
    expect(standing(['Hoàng Thị Khác', 'Nữ', '1980', '020070012345', '', ''])).toEqual([
      'ask',
      null,
      ['citizen-id-gender', 'citizen-id-year', 'same-person'],
    ]);
    expect(standing(['Nông Văn Mẫu', 'Nam', '02/03/1970', '020070099999', '', ''])).toEqual([
      'make',
      null,
      ['state-guessed'],
    ]);
    const twin = member('m2', 'Nông Văn Mạnh', { bornOn: toPartialDate('1970-03-02'), citizenId: '020070012346' });
    expect(standing(['Nông Văn Mạnh', 'Nam', '02/03/1970', '020070012345', '', ''], [known, twin])).toEqual([
      'ask',
      null,
      ['same-person'],
    ]);
    const gone = member('m3', 'Lê Thị Xa', {
      gender: 'female',
      bornOn: toPartialDate('1960-01-02'),
      state: 'transferred',
    });
    expect(standing(['Lê Thị Xa', 'Nữ', '02/01/1960', '', '', ''], [gone])).toEqual(['ask', 'm3', ['member-gone']]);
    const two = member('m4', 'Lê Thị Hai', { cardNumber: '12345678' });
    expect(standing(['Nông Văn Mẫu', 'Nam', '02/03/1970', '020070012345', '', '12345678'], [known, two])).toEqual([
      'error',
      null,
      ['numbers-of-two', 'state-guessed'],
    ]);
  });

  it('change what is empty, and more only when asked to; what two people answer for is proposed', () => {
    const cells = ['Nông Văn Mẫn', 'Nam', '02/03/1970', '020070012345', '0912000009', '12345678'];
    const changes = (existing: ImportSettings['existing']): unknown =>
      check(sheetOf([head, cells]), { existing }, [known]).rows[0]?.changes;
    expect(changes('leave')).toBeNull();
    expect(changes('fill')).toMatchObject({ to: { cardNumber: '12345678' }, proposed: [] });
    expect(changes('change')).toMatchObject({
      ...{ was: { cardNumber: '', phone: '0912000001' }, to: { cardNumber: '12345678', phone: '0912000009' } },
      proposed: [{ field: 'name' }],
    });
  });

  it('two people of one name and year are asked about, unless their numbers bear out that they are two', () => {
    const twice = (left: readonly string[], right: readonly string[]): readonly string[] =>
      named(check(sheetOf([head, [...left], [...right]]))).filter((problem) => !problem.includes('state'));
    const [a, b] = [
      ['Lò Thị Hoa', 'Nữ', '1970', '', '', ''],
      ['Lò Thị Hoa', 'Nữ', '1970', '', '', ''],
    ];
    expect(twice(a, b)).toEqual(['A3 same-person-twice']);
    expect(
      twice(['Lò Thị Hoa', 'Nữ', '1970', '020170000001', '', ''], ['Lò Thị Hoa', 'Nữ', '1970', '020170000002', '', '']),
    ).toEqual([]);
    expect(twice(['Lò Thị Hoa', 'Nữ', '1970', '', '', ''], ['Lò Thị Hoa', 'Nữ', '1981', '', '', ''])).toEqual([]);
  });

  it('are planned: units asked for first, then a step a row', () => {
    const sheet = sheetOf([
      ['Họ và tên', 'Giới tính', 'Chi bộ'],
      ['Lò Thị Hoa', 'Nữ', 'Chi bộ Mới'],
      ['Lò Văn Nam', 'Nam', 'CB Mới'],
      ['Nông Văn Mẫu', 'Nam', 'Nà Lầu'],
    ]);
    const make = { kind: 'make', name: 'Chi bộ Mới', parentId: null } as const;
    const settings = {
      units: { 'chi bo moi': make, 'cb moi': { kind: 'none' } as const },
      people: { 4: { kind: 'member', id: 'm1' } as const },
    };
    const checked = check(sheet, settings, [known]);
    let next = 0;
    const steps = planRows(checked, () => `id${String((next += 1))}`);
    expect(steps).toMatchObject([
      { kind: 'make', type: 'unit', id: 'id1', fields: { name: 'Chi bộ Mới', kind: 'cell' } },
      { kind: 'make', type: 'member', fields: { unitId: 'id1', gender: 'female' } },
      { kind: 'make', type: 'member', fields: { unitId: null } },
      { kind: 'change', memberId: 'm1', was: { unitId: null }, to: { unitId: 'u-lau' } },
    ]);
  });
});

describe('rows below headings and over merged cells', () => {
  it('belong to the cell their heading names, or that is merged over them; hidden rows are asked about', () => {
    const grouped = sheetOf([
      ['TT', 'Họ và tên', 'Giới tính'],
      ['I', 'Chi bộ thôn Nà Lầu'],
      ['1', 'Lò Thị Hoa', 'Nữ'],
      ['II', 'Chi bộ thôn Nà Pán'],
      ['1', 'Lò Văn Nam', 'Nam'],
      ['', '', 'BÍ THƯ'],
    ]);
    const { rows, passed } = check(grouped);
    expect(rows.map(({ row, values }) => [row, values.unitId])).toEqual([
      [3, 'u-lau'],
      [5, 'u-pan'],
    ]);
    expect(passed.map(({ row }) => row)).toEqual([2, 4, 6]);
    const merged = sheetOf(
      [
        ['Họ và tên', 'Giới tính', 'Chi bộ'],
        ['Lò Thị Hoa', 'Nữ', 'Nà Pán'],
        ['Lò Văn Nam', 'Nam'],
      ],
      [{ top: 1, left: 2, bottom: 2, right: 2 }],
    );
    expect(check(merged).rows.map(({ values }) => values.unitId)).toEqual(['u-pan', 'u-pan']);
    const hidden = { ...merged, hiddenRows: [2] };
    expect(check(hidden).rows.map(({ standing }) => standing)).toEqual(['make', 'ask']);
    expect(check(hidden, { hiddenRows: 'leave' }).rows.map(({ standing }) => standing)).toEqual(['make', 'left']);
    expect(check(hidden, { hiddenRows: 'take' }).rows.map(({ standing }) => standing)).toEqual(['make', 'make']);
  });
});
