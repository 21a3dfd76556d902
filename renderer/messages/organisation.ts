import type { StaffFields, StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { UnitFields, UnitKind } from '#shared/domain/unit/unit-record.ts';

/** Names of the fields of an organisation. */
export const unitFieldLabels: Readonly<Record<keyof UnitFields, string>> = {
  name: 'Tên tổ chức',
  kind: 'Loại',
  parentId: 'Trực thuộc',
  order: 'Thứ tự',
  validFrom: 'Thành lập ngày',
  validTo: 'Kết thúc ngày',
};

/** Names of the fields of a person of the office. */
export const staffFieldLabels: Readonly<Record<keyof StaffFields, string>> = {
  name: 'Họ và tên',
  post: 'Chức vụ',
  role: 'Vai trò trong phần mềm',
  unitId: 'Thuộc tổ chức',
  order: 'Thứ tự',
  active: 'Đang làm việc',
};

/** Words for the kinds of organisation. */
export const unitKindWords: Readonly<Record<UnitKind, string>> = {
  committee: 'Đảng bộ xã',
  'base-committee': 'Đảng bộ cơ sở',
  'section-committee': 'Đảng bộ bộ phận',
  cell: 'Chi bộ',
  office: 'Cơ quan tham mưu của Đảng uỷ',
  'outside-body': 'Cơ quan ngoài Đảng',
};

/** Words for the roles of people in front of the app. */
export const staffRoleWords: Readonly<Record<StaffRole, string>> = {
  clerk: 'Văn thư',
  'office-head': 'Lãnh đạo Văn phòng',
  leader: 'Thường trực',
  officer: 'Chuyên viên',
  'cell-secretary': 'Bí thư chi bộ',
};

/** All other texts of the organisation screen. */
export const organisationText = {
  title: 'Tổ chức',
  summary: (units: string, members: string) => `${units} tổ chức, ${members} đảng viên đang sinh hoạt`,
  tabs: { units: 'Cây tổ chức', staff: 'Cán bộ' },
  tabsLabel: 'Tổ chức hay cán bộ',
  tree: 'Cây tổ chức',
  addUnit: 'Thêm tổ chức',
  addChild: 'Thêm tổ chức trực thuộc',
  edit: 'Sửa',
  closeUnit: 'Kết thúc hoạt động',
  reopenUnit: 'Cho hoạt động lại',
  showClosed: 'Hiện cả tổ chức đã kết thúc',
  closed: 'Đã kết thúc',
  closedOn: (date: string) => `Kết thúc ${date}`,
  members: (count: string) => `${count} đảng viên`,
  membersBelow: (own: string, all: string) => `${own} trực tiếp, ${all} cả cấp dưới`,
  noMembers: 'Chưa có đảng viên',
  expand: (name: string) => `Mở ${name}`,
  collapse: (name: string) => `Thu ${name}`,
  detail: {
    parent: 'Trực thuộc',
    kind: 'Loại',
    since: 'Thành lập',
    until: 'Kết thúc',
    members: 'Đảng viên',
    staff: 'Cán bộ',
    children: 'Tổ chức trực thuộc',
    top: 'Cấp cao nhất của xã',
    unknown: 'chưa ghi',
    probationary: (count: string) => `${count} dự bị`,
    openMembers: 'Xem trong Đảng viên',
    more: (count: string) => `và ${count} người nữa`,
  },
  empty: {
    title: 'Chưa có tổ chức nào',
    text: 'Ghi Đảng bộ xã trước, rồi thêm chi bộ, các ban và cơ quan trực thuộc. Đảng viên và văn bản sẽ gắn vào các tổ chức này.',
  },
  choose: { title: 'Chọn một tổ chức', text: 'Bấm vào một tổ chức ở cây bên trái để xem đảng viên, cán bộ và sửa.' },
  form: {
    addUnit: 'Thêm tổ chức',
    editUnit: (name: string) => `Sửa ${name}`,
    addStaff: 'Thêm cán bộ',
    editStaff: (name: string) => `Sửa ${name}`,
    noParent: 'Không trực thuộc (cấp cao nhất)',
    noUnit: 'Không thuộc tổ chức nào',
    orderHint: 'Số nhỏ đứng trước',
    save: 'Lưu',
    cancel: 'Huỷ',
    required: 'Ô này cần ghi.',
    badOrder: 'Gõ một số từ 0 đến 100000.',
    badDates: 'Ngày kết thúc ở trước ngày thành lập.',
    roleHint: 'Quyết định trang Hôm nay hiện việc gì cho người này',
    saved: (name: string) => `Đã lưu ${name}`,
    nothingChanged: 'Chưa sửa ô nào, không có gì để lưu.',
  },
  close: {
    title: (name: string) => `Kết thúc hoạt động ${name}?`,
    text: 'Tổ chức vẫn còn trong hồ sơ, chỉ không chọn được cho việc mới. Cho hoạt động lại lúc nào cũng được.',
    stillMembers: (count: string) => `Còn ${count} đảng viên đang sinh hoạt ở đây: nên chuyển họ sang chi bộ khác.`,
    stillChildren: (count: string) => `Còn ${count} tổ chức trực thuộc đang hoạt động.`,
    on: 'Kết thúc từ ngày',
    confirm: 'Kết thúc',
    keep: 'Để nguyên',
  },
  staff: {
    list: 'Danh sách cán bộ',
    add: 'Thêm cán bộ',
    inactive: 'Đã nghỉ',
    showInactive: 'Hiện cả người đã nghỉ',
    empty: { title: 'Chưa có cán bộ nào', text: 'Ghi những người dùng phần mềm trên các máy của xã: văn thư, thường trực, chuyên viên. Sau đó chọn tên mình khi mở máy.' },
    name: 'Họ và tên',
    post: 'Chức vụ',
    role: 'Vai trò',
    unit: 'Tổ chức',
    you: 'Bạn',
  },
} as const;
