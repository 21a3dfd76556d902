import type { UnitConcern } from '#shared/domain/unit/unit-concerns.ts';
import type { PostKind } from '#shared/domain/unit/appointment-record.ts';
import type { UnitEventProblem } from '#shared/domain/unit/unit-event-problems.ts';
import type { UnitEventKind } from '#shared/domain/unit/unit-event-record.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { UnitSort } from '#shared/domain/unit/unit-sort-table.ts';
import { formatDate } from '#shared/base/partial-date.ts';

/** What an organisation is beside its kind (loại hình). */
export const unitSortText: Readonly<Record<UnitSort, string>> = {
  hamlet: 'Thôn, bản, tổ dân phố',
  school: 'Trường học',
  clinic: 'Trạm y tế',
  police: 'Công an',
  military: 'Quân sự',
  'party-office': 'Cơ quan Đảng',
  'mass-body': 'Mặt trận, đoàn thể',
  'state-office': 'Cơ quan chính quyền',
  'public-service': 'Đơn vị sự nghiệp',
  business: 'Doanh nghiệp',
  cooperative: 'Hợp tác xã',
  other: 'Loại hình khác',
};

/** Posts by their kind. */
export const postKindText: Readonly<Record<PostKind, string>> = {
  secretary: 'Bí thư',
  'deputy-secretary': 'Phó bí thư',
  'standing-member': 'Uỷ viên ban thường vụ',
  'committee-member': 'Cấp uỷ viên (chi uỷ viên)',
  'group-leader': 'Tổ trưởng tổ đảng',
  other: 'Chức vụ khác',
};

/** Changes of the tree as acts that are chosen. */
export const unitEventText: Readonly<Record<UnitEventKind, string>> = {
  founded: 'Thành lập',
  renamed: 'Đổi tên',
  moved: 'Chuyển về trực thuộc nơi khác',
  merged: 'Sáp nhập, hợp nhất',
  split: 'Chia tách',
  dissolved: 'Giải thể',
};

/** What stands in the way of a change. */
export function unitProblemText(problem: UnitEventProblem): string {
  switch (problem.kind) {
    case 'lacking-decision':
      return 'Ghi đủ số, ngày và nơi ban hành quyết định.';
    case 'lacking-name':
      return 'Ghi tên của tổ chức mới.';
    case 'lacking-unit':
      return 'Chọn ít nhất hai tổ chức để sáp nhập.';
    case 'lacking-heir':
      return 'Chọn nơi nhận đảng viên và việc còn lại.';
    case 'nothing-changes':
      return 'Chưa có gì thay đổi so với hiện nay.';
    case 'not-there':
      return `${problem.name} không hoạt động vào ngày ấy.`;
    case 'heir-not-there':
      return `Nơi nhận ${problem.name} không hoạt động vào ngày ấy.`;
    case 'under-itself':
      return `${problem.name} đang trực thuộc chính tổ chức này, nên không nhận được.`;
    case 'no-members-there':
      return `${problem.name} không phải tổ chức đảng nên không nhận đảng viên.`;
    case 'nobody-parted':
      return `Chưa chọn ai về ${problem.name === '' ? 'tổ chức tách ra' : problem.name}.`;
    case 'name-taken':
      return `Đã có một tổ chức tên ${problem.name} đang hoạt động.`;
    case 'changed-later':
      return `${problem.name} đã có việc ghi với ngày sau ngày này.`;
  }
}

/** What about an organisation should be seen to. */
export function unitConcernText(concern: UnitConcern): string {
  switch (concern.kind) {
    case 'few-official':
      return `Mới có ${String(concern.count)} đảng viên chính thức, chi bộ cần ít nhất ${String(concern.wanted)}`;
    case 'committee-due':
      return `Có ${String(concern.count)} đảng viên chính thức (từ ${String(concern.from)}), chưa ghi chi uỷ`;
    case 'few-for-base':
      return `Có ${String(concern.count)} đảng viên chính thức, đảng bộ cơ sở cần từ ${String(concern.wanted)}`;
    case 'no-secretary':
      return 'Chưa ghi bí thư';
    case 'term-over':
      return `Nhiệm kỳ đã hết từ ${formatDate(concern.on)}`;
    case 'term-ending':
      return `Nhiệm kỳ hết ngày ${formatDate(concern.on)}`;
  }
}

const workText: Readonly<Record<string, (n: string) => string>> = {
  member: (n) => `${n} đảng viên`,
  meeting: (n) => `${n} buổi sinh hoạt chưa họp`,
  rating: (n) => `${n} phiếu xếp loại chưa quyết định`,
  memberTransfer: (n) => `${n} hồ sơ chuyển sinh hoạt đang chuẩn bị`,
  dossier: (n) => `${n} hồ sơ công việc đang mở`,
  document: (n) => `${n} văn bản đang giữ`,
  handover: (n) => `${n} lượt chuyển giao chưa xong`,
  staff: (n) => `${n} cán bộ dùng phần mềm`,
  appointment: (n) => `${n} chức vụ`,
  studyItem: (n) => `${n} tài liệu học tập`,
};

/** So many pieces of work of a kind. */
export function unitWorkText(type: string, count: string): string {
  return workText[type]?.(count) ?? count;
}

/** All other texts of changes, posts and terms. */
export const unitLifeText = {
  tabs: { facts: 'Thông tin', posts: 'Chức vụ, nhiệm kỳ', members: 'Đảng viên', history: 'Quá trình' },
  day: {
    label: 'Cây tổ chức tại ngày',
    today: 'Về hôm nay',
    past: (date: string) => `Đang xem cây tổ chức tại ngày ${date}; muốn ghi việc mới thì về hôm nay.`,
    loading: 'Đang đọc cây tổ chức của ngày ấy…',
    notThere: 'Ngày ấy chưa có tổ chức này, hoặc tổ chức đã kết thúc.',
  },
  people: {
    title: 'Số đảng viên, cả cấp dưới',
    all: 'Tổng số',
    official: 'Chính thức',
    probationary: 'Dự bị',
    exempt: 'Miễn sinh hoạt',
    away: 'Sinh hoạt tạm thời nơi khác',
    guests: 'Từ nơi khác đến tạm thời (không tính)',
    women: 'Nữ',
  },
  facts: {
    sort: 'Loại hình',
    code: 'Mã trong CSDL đảng viên',
    until: 'Kết thúc',
    heirs: 'Kế tiếp',
    term: 'Nhiệm kỳ',
    noTerm: 'chưa ghi',
    formerNames: 'Tên cũ',
    formerName: (name: string, until: string) => `${name} (đến hết ${until})`,
    endedInto: (names: string) => `Đảng viên và việc còn lại đã chuyển sang ${names}.`,
    willEnd: (date: string) => `Sẽ kết thúc, ngày hoạt động cuối cùng là ${date}.`,
  },
  overview: {
    title: 'Cần để ý',
    about: (count: string) =>
      `${count} tổ chức có điều cần để ý. Chọn một tổ chức ở đây hay ở cây bên trái để xem và ghi.`,
    none: 'Không tổ chức nào thiếu bí thư, hết nhiệm kỳ hay thiếu đảng viên. Chọn một tổ chức ở cây bên trái để xem.',
  },
  acts: 'Ghi quyết định',
  foundBelow: 'Thành lập tổ chức trực thuộc',
  history: {
    empty: 'Chưa ghi quyết định nào về tổ chức này.',
    void: 'Rút lại',
    voided: 'Đã rút lại',
    voidReason: (reason: string) => `Lý do rút lại: ${reason}`,
    by: (symbol: string, date: string, issuer: string) => `Theo ${symbol} ngày ${date} của ${issuer}`,
    founded: (names: string) => `Thành lập ${names}`,
    renamed: (from: string, to: string) => `Đổi tên ${from} thành ${to}`,
    moved: (name: string, from: string, to: string) => `Chuyển ${name} từ ${from} về trực thuộc ${to}`,
    merged: (from: string, to: string) => `Sáp nhập ${from} vào ${to}`,
    joined: (from: string, to: string) => `Hợp nhất ${from} thành ${to}`,
    split: (from: string, to: string) => `Chia tách ${from} thành ${to}`,
    dissolved: (from: string, to: string) => `Giải thể ${from}, đảng viên và việc còn lại về ${to}`,
    top: 'cấp cao nhất',
    unknown: 'tổ chức chưa rõ',
  },
  voiding: {
    title: 'Rút lại việc này?',
    body: 'Dùng khi ghi nhầm. Tổ chức cũ được hoạt động lại, đảng viên và việc đã chuyển theo trở về chỗ cũ, tổ chức mới lập thì thôi. Ai được ghi sau vào tổ chức mới cũng được chuyển về, không mất ai.',
    label: 'Lý do rút lại',
    confirm: 'Rút lại',
    done: 'Đã rút lại, mọi thứ trở về như trước',
  },
  change: {
    title: (act: string, name: string) => `${act}: ${name}`,
    on: 'Có hiệu lực từ ngày',
    ahead: 'Ngày chưa đến: quyết định được giữ, đến ngày ấy phần mềm tự chuyển.',
    name: 'Tên mới',
    newName: 'Tên tổ chức mới',
    parent: 'Trực thuộc',
    kind: 'Loại',
    sort: 'Loại hình',
    noSort: 'Chưa ghi',
    with: 'Sáp nhập cùng',
    withHint: 'Chọn các tổ chức còn lại',
    into: 'Thành',
    intoNew: 'Một tổ chức mới',
    heir: 'Đảng viên và việc còn lại chuyển về',
    howSplit: 'Tổ chức cũ',
    splitEnds: 'Kết thúc, lập hai tổ chức mới',
    splitParts: 'Vẫn hoạt động, tách một phần ra',
    nameOne: 'Tên tổ chức thứ nhất',
    nameTwo: 'Tên tổ chức tách ra',
    nameOther: 'Tên tổ chức thứ hai',
    columns: {
      hint: 'Mũi tên lên, xuống để đi; phím trái, phải để đưa người đang chọn sang cột bên. Bấm đúp cũng được.',
      toOther: 'Đưa sang cột bên',
      count: (name: string, count: string) => `${name}: ${count} người`,
      first: 'Ở lại, phần thứ nhất',
      second: 'Tách ra',
      empty: 'Chưa có ai ở cột này',
    },
    decision: 'Quyết định làm căn cứ',
    findPaper: 'Tìm trong sổ văn bản',
    findPaperHint: 'Gõ số hoặc trích yếu để lấy số, ngày, nơi ban hành; hoặc ghi tay ba ô dưới',
    symbol: 'Số, ký hiệu',
    issuedOn: 'Ngày ban hành',
    issuer: 'Nơi ban hành',
    note: 'Ghi chú',
    preview: 'Sẽ thế này',
    going: (count: string, name: string) => `${count} đảng viên về ${name}`,
    nobody: 'Không có đảng viên nào phải chuyển.',
    work: 'Việc đi theo',
    noWork: 'Không có việc dở dang nào phải chuyển theo.',
    stays: 'Buổi đã họp, đảng phí đã thu, xếp loại đã quyết định, văn bản đã xong ở lại với tổ chức cũ.',
    concern: (name: string, words: string) => `${name}: ${words}`,
    sure: 'Tôi đã xem các điều trên, vẫn ghi',
    save: 'Ghi quyết định',
    saved: (act: string) => `Đã ghi: ${act}`,
    savedMoved: (act: string, count: string) => `Đã ghi: ${act}; ${count} đảng viên đã chuyển theo`,
  },
  posts: {
    add: 'Ghi người giữ chức vụ',
    edit: 'Sửa',
    end: 'Thôi giữ chức vụ',
    empty: 'Chưa ghi ai giữ chức vụ ở đây.',
    held: 'Đang giữ',
    heldOn: (date: string) => `Giữ chức vụ ngày ${date}`,
    former: 'Đã thôi',
    from: (date: string) => `từ ${date}`,
    to: (date: string) => `đến ${date}`,
    term: (name: string) => `nhiệm kỳ ${name}`,
    by: (symbol: string) => `theo ${symbol}`,
    remove: 'Bỏ, ghi nhầm',
    removed: 'Đã bỏ chức vụ ghi nhầm',
    termTitle: 'Nhiệm kỳ hiện nay',
    termFrom: 'Từ ngày',
    termTo: 'Đến hết ngày',
    saveTerm: 'Lưu nhiệm kỳ',
    termSaved: 'Đã lưu nhiệm kỳ',
    termWrong: 'Ngày cuối ở trước ngày đầu',
    setTerm: 'Ghi nhiệm kỳ',
  },
  post: {
    add: (unit: string) => `Ghi người giữ chức vụ ở ${unit}`,
    edit: (name: string) => `Sửa chức vụ của ${name}`,
    member: 'Đảng viên của tổ chức',
    outsider: 'Người khác, ghi tên ở ô bên',
    personName: 'Họ và tên',
    kind: 'Loại chức vụ',
    post: 'Chức vụ ghi là',
    termName: 'Nhiệm kỳ',
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    endFormer: (names: string) => `${names} thôi giữ chức này từ hôm trước`,
    save: 'Lưu',
    saved: (name: string) => `Đã ghi chức vụ của ${name}`,
    needsName: 'Chọn đảng viên hoặc ghi họ tên.',
    wrongDays: 'Ngày cuối ở trước ngày đầu.',
  },
  late: {
    title: 'Có phần ghi muộn vào tổ chức đã kết thúc',
    text: 'Máy khác ghi khi chưa biết tổ chức đã sáp nhập, chia tách. Không mất gì: phần mềm đã chuyển sang tổ chức kế tiếp.',
    line: (what: string, from: string, to: string) => `${what}: từ ${from} sang ${to}`,
    seen: 'Đã xem',
  },
} as const;

/** How a post of an organisation is usually written: Bí thư chi bộ, Phó bí thư Đảng uỷ; empty where there is no usual way. */
export function usualPost(kind: PostKind, unitKind: UnitKind): string {
  const isCell = unitKind === 'cell';
  const body = isCell ? 'chi bộ' : unitKind === 'section-committee' ? 'Đảng bộ bộ phận' : 'Đảng uỷ';
  switch (kind) {
    case 'secretary':
      return `Bí thư ${body}`;
    case 'deputy-secretary':
      return `Phó bí thư ${body}`;
    case 'standing-member':
      return isCell ? '' : `Uỷ viên Ban Thường vụ ${body}`;
    case 'committee-member':
      return isCell ? 'Chi uỷ viên' : 'Đảng uỷ viên';
    case 'group-leader':
      return 'Tổ trưởng tổ đảng';
    case 'other':
      return '';
  }
}
