import type {
  EventGroup,
  CardForm,
  DisciplineForm,
  ReachForm,
  RewardForm,
} from '#shared/domain/member-life/event-kind-table.ts';
import type { Lacking } from '#shared/domain/member-life/event-problems.ts';
import type { Standing } from '#shared/domain/member-life/life.ts';
import type { MemberEventFields, MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { CandidateStage } from '#shared/domain/member/member-record.ts';

/** What happens in a member's life, as it stands in a list. */
export const eventKindText: Readonly<Record<MemberEventKind, string>> = {
  chosen: 'Được giới thiệu là quần chúng ưu tú',
  'awareness-class': 'Học lớp bồi dưỡng nhận thức về Đảng',
  'file-opened': 'Lập hồ sơ kết nạp',
  admitted: 'Kết nạp vào Đảng',
  readmitted: 'Kết nạp lại vào Đảng',
  recognised: 'Công nhận đảng viên chính thức',
  'not-recognised': 'Không công nhận chính thức, xoá tên',
  'card-issued': 'Phát thẻ đảng viên',
  'card-replaced': 'Cấp lại, đổi thẻ đảng viên',
  exempted: 'Miễn công tác và sinh hoạt đảng',
  'exemption-ended': 'Trở lại sinh hoạt đảng',
  'went-abroad': 'Ra nước ngoài',
  'came-back': 'Về nước',
  'temporary-out': 'Chuyển sinh hoạt tạm thời đi',
  'temporary-in': 'Đến sinh hoạt tạm thời',
  'temporary-ended': 'Hết sinh hoạt tạm thời',
  moved: 'Chuyển chi bộ trong đảng bộ',
  'transferred-in': 'Chuyển sinh hoạt đến',
  'transferred-out': 'Chuyển sinh hoạt đi',
  rewarded: 'Khen thưởng',
  badge: 'Tặng Huy hiệu Đảng',
  disciplined: 'Kỷ luật',
  'discipline-lifted': 'Xoá kỷ luật',
  'struck-off': 'Xoá tên trong danh sách đảng viên',
  expelled: 'Khai trừ khỏi Đảng',
  resigned: 'Cho ra khỏi Đảng theo đơn xin',
  deceased: 'Từ trần',
  restored: 'Phục hồi đảng tịch',
};

export const eventGroupText: Readonly<Record<EventGroup, string>> = {
  candidate: 'Quần chúng, cảm tình đảng',
  party: 'Kết nạp, công nhận',
  card: 'Thẻ đảng viên',
  activity: 'Sinh hoạt',
  reward: 'Khen thưởng, huy hiệu',
  discipline: 'Kỷ luật',
  exit: 'Ra khỏi danh sách',
};

export const eventStateText: Readonly<Record<MemberEventFields['state'], string>> = {
  proposed: 'Đang đề nghị',
  decided: 'Đã quyết định',
  void: 'Đã huỷ',
};

export const candidateStageText: Readonly<Record<CandidateStage, string>> = {
  chosen: 'Quần chúng ưu tú',
  aware: 'Cảm tình đảng, đã học lớp nhận thức',
  preparing: 'Đang lập hồ sơ kết nạp',
};

const rewardText: Readonly<Record<RewardForm, string>> = {
  certificate: 'Giấy khen',
  'merit-certificate': 'Bằng khen',
  flag: 'Cờ thi đua',
  order: 'Huân chương',
  decoration: 'Huy chương',
  title: 'Danh hiệu',
  commemorative: 'Kỷ niệm chương',
};
const disciplineText: Readonly<Record<DisciplineForm, string>> = {
  reprimand: 'Khiển trách',
  warning: 'Cảnh cáo',
  removal: 'Cách chức',
};
const cardText: Readonly<Record<CardForm, string>> = { lost: 'Mất thẻ', damaged: 'Thẻ hỏng', changed: 'Đổi thẻ' };
const reachText: Readonly<Record<ReachForm, string>> = { 'in-province': 'trong tỉnh', 'other-province': 'tỉnh khác' };
const badgeText: Readonly<Record<'early' | 'posthumous', string>> = { early: 'tặng sớm', posthumous: 'truy tặng' };
const formWords: Readonly<Record<string, string>> = {
  ...rewardText,
  ...disciplineText,
  ...cardText,
  ...reachText,
  ...badgeText,
};

/** A form of reward, discipline or card act, or how far a move goes, in words; free words stand as they are. */
export function eventFormText(form: string): string {
  return formWords[form] ?? form;
}

/** A standing inside a sentence. */
const standingText: Readonly<Record<Standing, string>> = {
  candidate: 'quần chúng, chưa vào Đảng',
  probationary: 'đảng viên dự bị',
  official: 'đảng viên chính thức',
  guest: 'người ở nơi khác đến sinh hoạt tạm thời',
  transferred: 'người đã chuyển sinh hoạt đi',
  left: 'người đã ra khỏi Đảng',
  deceased: 'người đã từ trần',
};

const lackingText: Readonly<Record<Lacking, string>> = {
  decision: 'Ghi số và ngày của quyết định.',
  unit: 'Chọn chi bộ.',
  until: 'Ghi ngày cuối.',
  place: 'Ghi nơi đến, hay nơi diễn ra.',
  form: 'Chọn hình thức.',
  number: 'Ghi số thẻ.',
  years: 'Ghi số năm của huy hiệu.',
  reason: 'Ghi lý do.',
};

/** All other texts of members' events. */
export const memberLifeText = {
  record: 'Ghi sự kiện…',
  noSuchKind: 'Không có sự kiện nào tên như vậy',
  lacking: lackingText,
  tag: {
    past: 'Ghi lại',
    ahead: (date: string) => `Có hiệu lực từ ${date}`,
    badge: (years: number) => `${String(years)} năm tuổi Đảng`,
    until: (date: string) => `đến hết ${date}`,
    inEffect: (date: string) => `còn hiệu lực đến hết ${date}`,
    lapsed: 'đã hết hiệu lực',
    misfit: 'không khớp thứ tự',
  },
  decisionLine: (symbol: string, date: string, issuer: string) =>
    [symbol === '' ? '' : `Số ${symbol}`, date === '' ? '' : `ngày ${date}`, issuer]
      .filter((part) => part !== '')
      .join(', '),
  movedTo: (unit: string) => `về ${unit}`,
  at: (place: string) => `tại ${place}`,
  to: (place: string) => `đến ${place}`,
  cardNumber: (number: string) => `số thẻ ${number}`,
  badgeNumber: (number: string) => `số ${number}`,
  voided: (reason: string) => `Đã huỷ: ${reason}`,
  actionsOf: (event: string) => `Việc với sự kiện ${event}`,
  decide: 'Ghi quyết định…',
  openPaper: 'Mở văn bản trong sổ',
  attach: 'Gắn tệp quyết định…',
  attached: 'Đã gắn tệp vào sự kiện',
  void: {
    action: 'Huỷ sự kiện…',
    title: (kind: string) => `Huỷ: ${kind}?`,
    body: 'Sự kiện vẫn còn để đọc, kèm lý do. Hồ sơ trở về như các sự kiện khác nói; ô nào sự kiện sau đã đổi thì giữ nguyên.',
    label: 'Lý do huỷ',
    confirm: 'Huỷ sự kiện',
    done: 'Đã huỷ sự kiện',
  },
  dialog: {
    title: (name: string) => `Ghi sự kiện: ${name}`,
    decideTitle: (name: string) => `Ghi quyết định: ${name}`,
    kind: 'Sự kiện',
    kindHint: 'Chọn việc đã xảy ra; máy chỉ hỏi những gì việc ấy cần',
    pastGroup: 'Việc đã qua, chỉ ghi lại',
    on: 'Có hiệu lực từ ngày',
    onHint: 'Chỉ biết năm thì gõ năm',
    pastOnly: 'Chỉ ghi lại quá trình, hồ sơ hiện nay giữ nguyên',
    pastOnlyHint: (date: string) => `Dùng cho việc có trước ngày hồ sơ được lập trên máy (${date}).`,
    decision: 'Quyết định làm căn cứ',
    findPaper: 'Tìm trong sổ văn bản',
    findPaperHint: 'Gõ số hay trích yếu; chọn thì các ô dưới tự điền',
    symbol: 'Số, ký hiệu',
    issuedOn: 'Ngày quyết định',
    issuer: 'Cơ quan ban hành',
    signer: 'Người ký',
    file: 'Tệp quyết định',
    pickFile: 'Chọn tệp…',
    noFile: 'Chưa chọn tệp nào',
    unit: 'Chi bộ',
    newUnit: 'Chi bộ mới',
    until: 'Đến hết ngày',
    place: {
      admitted: 'Nơi kết nạp',
      readmitted: 'Nơi kết nạp lại',
      recognised: 'Nơi công nhận',
      'card-issued': 'Nơi cấp thẻ',
      'card-replaced': 'Nơi cấp thẻ',
      'awareness-class': 'Nơi học',
      'transferred-in': 'Từ nơi nào đến',
      'temporary-in': 'Từ nơi nào đến',
      rewarded: 'Cấp khen thưởng',
    } satisfies Partial<Record<MemberEventKind, string>> as Partial<Record<MemberEventKind, string>>,
    placeElse: 'Nơi đến',
    form: 'Hình thức',
    reach: 'Trong hay ngoài tỉnh (biểu 1-TCTW)',
    cardNumber: 'Số thẻ',
    badgeNumber: 'Số huy hiệu',
    years: 'Số năm tuổi Đảng',
    amount: 'Tiền kèm theo (đồng)',
    reason: 'Lý do',
    note: 'Ghi chú',
    after: 'Hồ sơ sau khi ghi',
    unchanged: 'Hồ sơ hiện nay không đổi.',
    later: (date: string) => `Hồ sơ đổi khi đến ngày ${date}.`,
    arrow: 'thành',
    stillSave: 'Tôi đã xem lại, vẫn ghi',
    save: 'Ghi sự kiện',
    propose: 'Ghi là đề nghị',
    proposeHint: 'Chưa có quyết định thì ghi là đề nghị: hồ sơ chưa đổi',
    cancel: 'Thôi',
    needed: 'Ô này cần ghi.',
    saved: (kind: string) => `Đã ghi: ${kind}`,
    proposed: (kind: string) => `Đã ghi đề nghị: ${kind}`,
  },
  problems: {
    'wrong-standing': (who: Standing) =>
      `Vào ngày ấy người này là ${standingText[who]} nên không ghi việc này được. Việc có từ trước thì chọn “Chỉ ghi lại quá trình”.`,
    already: () => 'Vào ngày ấy hồ sơ đã như thế rồi.',
    'not-so': () => 'Vào ngày ấy hồ sơ không có tình trạng này để kết thúc.',
    'probationary-is-struck-off': () => 'Đảng viên dự bị thì xoá tên trong danh sách, không khai trừ.',
    'nothing-to-lift': () => 'Vào ngày ấy không có kỷ luật nào còn hiệu lực.',
    'same-unit': () => 'Người này đã ở chi bộ ấy rồi.',
    'until-before-start': () => 'Ngày cuối ở trước ngày có hiệu lực.',
    ahead: () => 'Việc này chưa xảy ra thì chưa ghi được: xem lại ngày.',
    'form-unfit': (who: Standing) => `Hình thức này không áp dụng cho ${standingText[who]}.`,
    'too-early': (from: string) => `Chưa hết thời gian dự bị: sớm nhất là ngày ${from}.`,
    'before-admission': (date: string) => `Ngày này ở trước ngày vào Đảng (${date}).`,
    'differs-from-record': (field: string, held: string) =>
      `Hồ sơ đang ghi ${field} là ${held}. Ngày đúng là ngày khác thì vào Sửa hồ sơ để đề nghị sửa, chờ người thứ hai xác nhận.`,
    double: (date: string) => `Đã có một sự kiện như thế cùng ngày ${date}.`,
    'breaks-later': (kind: string, date: string) =>
      `Ghi thế này thì sự kiện sau không còn đúng: ${kind}, ${date}. Huỷ hoặc ghi lại sự kiện ấy trước.`,
  },
} as const;
