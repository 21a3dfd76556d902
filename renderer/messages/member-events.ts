import type { BoardStep } from '#shared/domain/member-life/candidate-board.ts';
import type { DueKind } from '#shared/domain/member-life/due-things.ts';
import { formatCount } from './format-count.ts';

const stepText: Readonly<Record<BoardStep, string>> = {
  chosen: 'Quần chúng ưu tú',
  aware: 'Cảm tình đảng',
  preparing: 'Đang làm hồ sơ',
  probationary: 'Đảng viên dự bị',
  official: 'Chính thức trong năm qua',
};

const dueText: Readonly<Record<DueKind, string>> = {
  recognition: 'Xét công nhận đảng viên chính thức',
  card: 'Chưa có thẻ đảng viên',
  temporary: 'Hết hạn sinh hoạt tạm thời nơi khác',
  guest: 'Hết hạn sinh hoạt tạm thời tại đây',
  exemption: 'Hết thời gian miễn sinh hoạt',
  discipline: 'Kỷ luật hết hiệu lực',
  'candidate-file': 'Xem lại hồ sơ quần chúng',
};

/** What is to be done about it. */
const dueHints: Readonly<Record<DueKind, string>> = {
  recognition: 'Hết thời gian dự bị thì chi bộ xét, đề nghị công nhận; có quyết định thì ghi sự kiện vào hồ sơ.',
  card: 'Đã là đảng viên chính thức mà hồ sơ chưa ghi số thẻ.',
  temporary: 'Người đi trở về, hoặc gia hạn thời gian ở nơi đến.',
  guest: 'Người đến trả về nơi cũ, hoặc chờ nơi cũ gia hạn.',
  exemption: 'Hết hạn thì trở lại sinh hoạt, hoặc chi bộ đề nghị miễn tiếp.',
  discipline: 'Sau ngày này, không vi phạm mới thì quyết định kỷ luật tự hết hiệu lực.',
  'candidate-file': 'Đã lâu từ bước gần nhất; hỏi chi bộ xem còn phấn đấu không.',
};

/** Words of the screen Biến động: what happens in the lives of all members. */
export const memberEventsText = {
  title: 'Biến động đảng viên',
  sides: {
    label: 'Phần của trang',
    list: 'Trong kỳ',
    waiting: 'Chờ người thứ hai',
    board: 'Phát triển đảng',
    due: 'Việc đến hạn',
  },
  withCount: (label: string, count: number) => (count === 0 ? label : `${label} (${formatCount(count)})`),
  summary: (events: number, waiting: number) =>
    `${formatCount(events)} sự kiện trong kỳ; ${waiting === 0 ? 'không có gì' : `${formatCount(waiting)} việc`} chờ xác nhận`,
  spans: { label: 'Kỳ', month: 'Tháng này', quarter: 'Quý này', year: 'Năm nay', lastYear: 'Năm trước' },
  from: 'Từ ngày',
  to: 'Đến ngày',
  badSpan: 'Ngày đầu phải ở trước ngày cuối.',
  group: 'Loại biến động',
  allGroups: 'Mọi loại',
  onlyProposed: 'Đang đề nghị, chưa quyết định',
  onlyVoid: 'Đã huỷ',
  cell: 'Chi bộ',
  allCells: 'Mọi chi bộ',
  table: 'Sự kiện trong kỳ',
  columns: { on: 'Có hiệu lực', person: 'Đảng viên', event: 'Sự kiện', decision: 'Quyết định làm căn cứ' },
  noDecision: 'Chưa ghi căn cứ',
  ahead: 'Chưa đến ngày',
  more: (count: number) => `Xem thêm (còn ${formatCount(count)} dòng)`,
  empty: {
    title: 'Không có biến động nào như vậy trong kỳ',
    text: 'Đổi kỳ, loại hoặc chi bộ ở trên. Việc mới thì mở hồ sơ một đảng viên rồi bấm Ghi sự kiện.',
  },
  print: 'In',
  excel: 'Xuất Excel',
  sheet: {
    name: 'danh sách biến động đảng viên',
    fileName: (from: string, to: string) =>
      `Biến động đảng viên ${from.replaceAll('/', '-')} đến ${to.replaceAll('/', '-')}`,
    title: 'DANH SÁCH BIẾN ĐỘNG ĐẢNG VIÊN',
    subtitle: (from: string, to: string) => `Từ ngày ${from} đến ngày ${to}`,
    number: 'STT',
    cell: 'Chi bộ',
    note: 'Ghi chú',
    closing: (count: number) => `Cộng: ${formatCount(count)} sự kiện.`,
    empty: 'Không có biến động.',
  },
  waiting: {
    changes: 'Đề nghị sửa hồ sơ',
    changesHint:
      'Họ tên, ngày sinh, các số và ngày vào Đảng, ngày chính thức do hai người chịu trách nhiệm: một người đề nghị, người khác xem giấy tờ rồi xác nhận.',
    events: 'Sự kiện đang đề nghị, chờ quyết định',
    eventsHint: 'Có quyết định thì ghi số, ngày vào; khi ấy hồ sơ mới đổi.',
    decide: 'Ghi quyết định…',
    openRecord: 'Mở hồ sơ',
    nobody: 'Không có gì chờ xác nhận',
    nobodyHint:
      'Khi ai đó đề nghị sửa họ tên, ngày sinh, các số hay ngày vào Đảng, việc ấy hiện ở đây cho người thứ hai.',
  },
  board: {
    label: 'Phát triển đảng',
    steps: stepText,
    count: (label: string, count: number) => `${label} (${formatCount(count)})`,
    nobody: 'Chưa có ai',
    since: (date: string) => `từ ${date}`,
    unknownSince: 'chưa ghi ngày',
    due: {
      chosen: 'Xem lại hồ sơ',
      aware: 'Xem lại hồ sơ',
      preparing: 'Xem lại hồ sơ',
      probationary: 'Xét chính thức',
      official: '',
    } satisfies Readonly<Record<BoardStep, string>>,
    dueOn: (what: string, date: string) => `${what}: ${date}`,
  },
  due: {
    kinds: dueText,
    hints: dueHints,
    count: (label: string, count: number) => `${label} (${formatCount(count)})`,
    columns: { person: 'Đảng viên', cell: 'Chi bộ', on: 'Ngày', left: 'Còn lại' },
    lapses: (date: string) => `hết ngày ${date}`,
    nothing: 'Không có việc nào sắp đến hạn',
    nothingHint: (days: number) =>
      `Những việc đến hạn trong ${formatCount(days)} ngày tới sẽ hiện ở đây. Số ngày báo trước đổi ở Thiết đặt cơ quan.`,
  },
  noCell: 'Chưa rõ chi bộ',
  help: {
    title: 'Biến động đảng viên',
    lines: [
      'Trong kỳ: mọi sự kiện của đảng viên (kết nạp, công nhận, thẻ, chuyển, khen, kỷ luật, ra khỏi Đảng…) kèm quyết định làm căn cứ; lọc theo loại, chi bộ; in hoặc xuất Excel.',
      'Chờ người thứ hai: đề nghị sửa những mục hai người chịu trách nhiệm. Người đề nghị không tự xác nhận được.',
      'Phát triển đảng: quần chúng ưu tú, cảm tình đảng, đang làm hồ sơ, dự bị; ai quá hạn đứng trên.',
      'Việc đến hạn: xét công nhận, thiếu thẻ, hết sinh hoạt tạm thời, kỷ luật hết hiệu lực.',
    ],
  },
} as const;
