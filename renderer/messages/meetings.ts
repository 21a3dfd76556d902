import type { AttendanceStanding, AttendanceStatus } from '#shared/domain/meeting/attendance-record.ts';
import type { MeetingKind, MeetingState } from '#shared/domain/meeting/meeting-record.ts';
import type { ClosingProblemCode } from '#shared/domain/meeting/meeting-states.ts';

/** Kinds of meeting. */
export const meetingKindText: Readonly<Record<MeetingKind, string>> = {
  regular: 'Thường kỳ',
  thematic: 'Chuyên đề',
  committee: 'Họp chi uỷ',
  extraordinary: 'Đột xuất',
};

/** Where a meeting stands. */
export const meetingStateText: Readonly<Record<MeetingState, string>> = {
  planned: 'Lên kế hoạch',
  invited: 'Đã mời họp',
  held: 'Đang ghi',
  closed: 'Đã kết thúc',
  cancelled: 'Hoãn, huỷ',
};

/** How somebody was noted. */
export const attendanceStatusText: Readonly<Record<AttendanceStatus, string>> = {
  present: 'Có mặt',
  excused: 'Vắng có lý do',
  absent: 'Vắng không lý do',
};

/** As what somebody is at a meeting. */
export const attendanceStandingText: Readonly<Record<AttendanceStanding, string>> = {
  official: 'Chính thức',
  probationary: 'Dự bị',
  temporary: 'Sinh hoạt tạm thời',
  exempt: 'Được miễn sinh hoạt',
};

/** What stands in the way of closing a meeting. */
export const closingProblemText: Readonly<Record<ClosingProblemCode, string>> = {
  'starts-ahead': 'Chưa đến giờ họp. Nếu đã họp rồi, sửa lại ngày giờ ở bước Chuẩn bị.',
  'not-all-noted': 'Còn đồng chí chưa điểm danh.',
  'nobody-present': 'Chưa ghi ai có mặt.',
  'chair-missing': 'Chưa ghi người chủ trì.',
  'end-missing': 'Chưa ghi giờ kết thúc.',
  'end-before-start': 'Giờ kết thúc phải sau giờ bắt đầu.',
  'vote-sums': 'Có lượt biểu quyết số phiếu chưa khớp.',
  'vote-uncounted': 'Có nội dung biểu quyết chưa ghi kết quả. Ghi kết quả, hoặc bỏ nội dung ấy.',
  'no-quorum': 'Đảng viên chính thức có mặt chưa quá mức quy định, nghị quyết có thể không có giá trị.',
  'clerk-missing': 'Chưa ghi thư ký.',
  'absence-reason-missing': 'Có đồng chí vắng có lý do mà chưa ghi lý do.',
  'conclusion-missing': 'Chưa ghi kết luận.',
  'resolution-missing': 'Chưa có nghị quyết.',
};

/** Words of the list of meetings, their preparation and steps. */
export const meetingsText = {
  title: 'Sinh hoạt chi bộ',
  ownTitle: (cell: string) => cell,
  list: 'Các buổi sinh hoạt',
  page: 'Buổi sinh hoạt đang chọn',
  filters: 'Lọc buổi sinh hoạt',
  shownOpen: 'Đang làm',
  shownYear: (year: string) => `Đã xong ${year}`,
  year: 'Năm',
  cell: 'Chi bộ',
  allCells: 'Tất cả chi bộ',
  noOwnCell: {
    title: 'Bạn chưa được gắn với chi bộ nào',
    text: 'Nhờ Văn phòng Đảng uỷ ghi chi bộ của bạn ở mục Tổ chức đảng, phần Cán bộ, rồi đồng bộ lại.',
  },
  empty: {
    title: 'Chưa có buổi sinh hoạt nào',
    text: 'Lập kế hoạch cho cả tháng hoặc cả năm, hoặc thêm từng buổi.',
    done: 'Chưa có buổi nào kết thúc trong năm này.',
  },
  choose: { title: 'Chọn một buổi sinh hoạt', text: 'Bấm một dòng ở danh sách bên trái.' },
  add: 'Thêm buổi họp',
  plan: 'Lập kế hoạch',
  hand: 'Gửi tài liệu cho chi bộ',
  overview: 'Theo dõi tháng',
  more: 'Việc khác',
  help: {
    title: 'Sinh hoạt chi bộ',
    lines: [
      'Mỗi buổi đi theo các bước: Chuẩn bị, Điểm danh, Thảo luận (ý kiến, biểu quyết), Biên bản (kết luận, nghị quyết), Giao việc, Chấm điểm.',
      'Bấm “In bộ tài liệu họp” để in một lần giấy mời, chương trình, danh sách ký, tài liệu, phiếu và mẫu biên bản, chữ to.',
      'Điểm danh: bấm “Có mặt tất cả” rồi sửa lại người vắng; hoặc quét mã trên giấy mời, gõ số thẻ.',
      'Không có mạng vẫn làm đủ các bước. Hai máy cùng điểm danh thì khi có mạng máy tự ghép, mỗi người một dòng.',
      'Họp xong mới nhập cũng được: thêm buổi họp với ngày giờ đã qua.',
    ],
  },
  when: (time: string, weekday: string, date: string) => `${time}, ${weekday} ${date}`,
  noPlace: 'Chưa ghi địa điểm',
  attendanceShort: (present: number, required: number) => `Có mặt ${String(present)}/${String(required)}`,
  chair: (name: string) => `Chủ trì: ${name}`,
  foreign: 'Bạn xem được, nhưng chỉ ghi được buổi họp của chi bộ mình.',
  conflicts: 'Hai máy ghi khác nhau ở buổi này. Mở Đồng bộ để chọn.',

  print: 'In bộ tài liệu họp',
  steps: {
    invite: 'Đã mời họp',
    begin: 'Bắt đầu họp, điểm danh',
    close: 'Kết thúc buổi họp',
    reopen: 'Mở lại để sửa',
    putBack: 'Chưa họp, quay lại',
    cancel: 'Hoãn hoặc huỷ',
    planAgain: 'Lên kế hoạch lại',
    remove: 'Bỏ buổi này',
  },
  done: {
    added: (title: string) => `Đã thêm: ${title}`,
    saved: 'Đã lưu',
    invited: 'Đã ghi là đã mời họp',
    begun: 'Đã bắt đầu. Mời điểm danh.',
    closed: 'Đã kết thúc buổi họp, biên bản được giữ lại',
    reopened: 'Đã mở lại, sửa xong nhớ bấm Kết thúc buổi họp',
    cancelled: 'Đã ghi hoãn, huỷ',
    removed: 'Đã bỏ buổi này',
    planned: (count: number) =>
      count === 0 ? 'Không có buổi nào phải thêm: các chi bộ đã có đủ' : `Đã lập ${String(count)} buổi`,
    handed: (count: number) => `Đã gửi tài liệu cho ${String(count)} buổi họp`,
  },
  cancel: {
    title: 'Hoãn hoặc huỷ buổi họp',
    body: 'Buổi này sẽ không in, không điểm danh. Có thể lên kế hoạch lại bất cứ lúc nào.',
    label: 'Lý do',
    confirm: 'Ghi hoãn, huỷ',
  },
  cancelledFor: (reason: string) => `Lý do: ${reason}`,
  remove: {
    title: 'Bỏ buổi họp này?',
    body: 'Chỉ bỏ buổi lập nhầm. Buổi không họp được thì ghi Hoãn hoặc huỷ kèm lý do.',
    confirm: 'Bỏ buổi này',
  },
  close: {
    title: 'Kết thúc buổi họp',
    fine: 'Mọi phần đã đủ. Kết thúc rồi thì biên bản được giữ nguyên; cần sửa thì mở lại.',
    stop: 'Cần làm trước khi kết thúc',
    note: 'Nên xem lại, vẫn kết thúc được',
    confirm: 'Kết thúc',
    absentRest: (count: number) => `Ghi ${String(count)} đồng chí còn lại vắng không lý do`,
  },

  tabs: {
    prepare: '1. Chuẩn bị',
    attendance: '2. Điểm danh',
    discussion: '3. Thảo luận',
    minutes: '4. Biên bản',
    tasks: '5. Giao việc',
    score: '6. Chấm điểm',
  },
  tabDone: 'đã xong',

  prepare: {
    facts: 'Thời gian, địa điểm, người điều hành',
    title: 'Nội dung chính',
    kind: 'Loại sinh hoạt',
    day: 'Ngày họp',
    time: 'Giờ họp',
    timeHint: 'Gõ 1930 hoặc 19:30',
    timeWrong: 'Chưa hiểu giờ này. Gõ như 1930 hoặc 19:30.',
    endTime: 'Giờ kết thúc',
    place: 'Địa điểm',
    chair: 'Chủ trì',
    clerk: 'Thư ký',
    guests: 'Đại biểu cấp trên, khách dự (nếu có)',
    save: 'Lưu',
    agenda: 'Chương trình',
    agendaItem: (n: number) => `Nội dung ${String(n)}`,
    agendaPresenter: (n: number) => `Người trình bày nội dung ${String(n)}`,
    agendaMinutes: (n: number) => `Số phút của nội dung ${String(n)}`,
    itemColumn: 'Nội dung',
    presenterColumn: 'Người trình bày',
    minutesColumn: 'Phút',
    minutesSum: (minutes: number) => `Cả buổi khoảng ${String(minutes)} phút`,
    minutesShort: (wanted: number) => `, ngắn hơn mức ${String(wanted)} phút`,
    addItem: 'Thêm nội dung',
    removeItem: (n: number) => `Bỏ nội dung ${String(n)}`,
    moveUp: (n: number) => `Đưa nội dung ${String(n)} lên`,
    usualAgenda: 'Lấy chương trình mẫu',
    invitation: 'Lời mời trên giấy mời',
    invitationHint: 'Thời gian, địa điểm, chương trình tự in từ phần trên, không cần gõ lại.',
    papers: 'Tài liệu của buổi họp',
    noPapers: 'Chưa có tài liệu. Văn phòng gửi xuống sẽ hiện ở đây; có thể tự thêm.',
    addPapers: 'Lấy văn bản trong sổ',
    addFiles: 'Thêm tệp',
    adding: (percent: number) => `Đang thêm tệp… ${String(percent)} %`,
    addedFiles: (count: number) => `Đã thêm ${String(count)} tệp`,
    open: 'Xem',
    takeBack: 'Bỏ khỏi buổi họp',
    noFile: 'Văn bản chưa có tệp trên máy',
    fileNotHere: 'Tệp đang tải về',
    changedElsewhere: 'Máy khác vừa sửa buổi này. Chữ bạn đang gõ vẫn giữ nguyên.',
    unsaved: 'Chưa lưu',
  },

  addDialog: {
    title: 'Thêm buổi họp',
    cell: 'Chi bộ',
    kind: 'Loại sinh hoạt',
    topic: 'Chuyên đề, nội dung cần bàn',
    past: 'Ngày này đã qua: buổi họp được nhập sau, bấm Bắt đầu họp để ghi điểm danh.',
    twice: 'Chi bộ đã có buổi thường kỳ trong tháng này.',
    save: 'Thêm',
  },
  planDialog: {
    title: 'Lập kế hoạch sinh hoạt',
    about:
      'Máy lập sẵn buổi họp theo lệ của từng chi bộ (ngày, giờ, nơi họp mấy tháng gần đây). Buổi đã có thì để nguyên.',
    kind: 'Loại sinh hoạt',
    from: 'Từ tháng',
    count: 'Số tháng',
    months: (count: number) => (count === 12 ? 'Cả năm (12 tháng)' : `${String(count)} tháng`),
    thematicHint: (every: number, months: string) =>
      months === ''
        ? `Chuyên đề ${String(every)} tháng một lần: không có tháng nào trong khoảng này.`
        : `Chuyên đề vào: ${months}`,
    topic: 'Chuyên đề (có thể ghi sau)',
    cells: 'Các chi bộ',
    all: 'Chọn tất cả',
    columns: { cell: 'Chi bộ', day: 'Ngày', time: 'Giờ', place: 'Địa điểm', already: 'Đã có' },
    dayOf: (cell: string) => `Ngày họp của ${cell}`,
    timeOf: (cell: string) => `Giờ họp của ${cell}`,
    already: (count: number) => (count === 0 ? '' : `${String(count)} buổi`),
    save: (count: number) => (count === 0 ? 'Lập kế hoạch' : `Lập ${String(count)} buổi`),
  },
  handDialog: {
    title: 'Gửi tài liệu cho các chi bộ',
    about: 'Tài liệu được gắn vào buổi họp sắp tới của từng chi bộ, tự xuống máy của chi bộ khi đồng bộ.',
    search: 'Tìm văn bản đến, văn bản đi: số ký hiệu, trích yếu…',
    nothing: 'Không tìm thấy văn bản. Thử gõ ít chữ hơn.',
    found: 'Văn bản tìm thấy',
    chosen: 'Tài liệu sẽ gửi',
    nothingChosen: 'Chưa chọn tài liệu nào.',
    files: 'Thêm tệp từ máy',
    remove: (name: string) => `Bỏ ${name}`,
    meetings: 'Buổi họp nhận tài liệu',
    noMeetings: 'Chưa có buổi họp nào sắp tới. Lập kế hoạch trước.',
    all: 'Chọn tất cả',
    incoming: 'văn bản đến',
    outgoing: 'văn bản đi',
    save: (count: number) => (count === 0 ? 'Gửi' : `Gửi cho ${String(count)} buổi họp`),
  },
  overviewDialog: {
    title: 'Theo dõi sinh hoạt trong tháng',
    month: 'Tháng',
    columns: { cell: 'Chi bộ', meeting: 'Buổi họp', state: 'Tình trạng', attendance: 'Có mặt', score: 'Điểm' },
    none: 'Chưa có kế hoạch',
    summary: (held: number, cells: number) => `${String(held)}/${String(cells)} chi bộ đã họp thường kỳ`,
    average: (percent: string) => `tỷ lệ dự họp ${percent} %`,
    save: 'Lưu thành Excel',
  },
} as const;
