import { membersOf, type UnitPeople } from '#shared/domain/unit/unit-concerns.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';

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
  unitPage: 'Tổ chức đang chọn',
  help: {
    title: 'Tổ chức',
    lines: [
      'Cây bên trái: mũi tên lên, xuống để đi; phải để mở, trái để thu. Số bên phải là đảng viên đang sinh hoạt, cả cấp dưới.',
      'Ctrl N thêm tổ chức vào dưới tổ chức đang chọn; ở thẻ Cán bộ thì thêm cán bộ.',
      'Sáp nhập, chia tách, đổi tên, giải thể: bấm Ghi quyết định ở tổ chức đang chọn. Đảng viên và việc dở dang đi theo; ghi nhầm thì Rút lại ở thẻ Quá trình.',
      'Cây tổ chức tại ngày: gõ một ngày để xem cây tổ chức và số đảng viên đúng như ngày ấy.',
      'Cán bộ là người dùng phần mềm trên các máy của xã; vai trò quyết định người đó được làm và được xem gì; bảng đầy đủ ở Máy này, mục Quyền của tôi.',
    ],
  },
  summary: (units: string, members: string) => `${units} tổ chức, ${members} đảng viên đang sinh hoạt`,
  tabs: { units: 'Cây tổ chức', staff: 'Cán bộ' },
  tabsLabel: 'Tổ chức hay cán bộ',
  tree: 'Cây tổ chức',
  addUnit: 'Thêm tổ chức',
  addChild: 'Thêm tổ chức trực thuộc',
  edit: 'Sửa',
  reopenUnit: 'Cho hoạt động lại',
  showClosed: 'Hiện cả tổ chức đã kết thúc',
  closed: 'Đã kết thúc',
  closedOn: (date: string) => `Kết thúc ${date}`,
  counted: (people: UnitPeople) =>
    [
      `${String(membersOf(people))} đảng viên cả cấp dưới: ${String(people.official)} chính thức`,
      people.probationary === 0 ? '' : `${String(people.probationary)} dự bị`,
      people.exempt === 0 ? '' : `${String(people.exempt)} miễn sinh hoạt`,
      people.away === 0 ? '' : `${String(people.away)} tạm thời nơi khác`,
      `${String(people.women)} nữ`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  noMembers: 'Chưa có đảng viên',
  notYourCell: 'Danh sách của chi bộ khác không hiện với bí thư chi bộ.',
  detail: {
    parent: 'Trực thuộc',
    kind: 'Loại',
    since: 'Thành lập',
    members: 'Đảng viên',
    staff: 'Cán bộ',
    top: 'Cấp cao nhất của xã',
    unknown: 'chưa ghi',
    noStaff: 'Chưa ghi cán bộ nào ở đây.',
    openHint: 'Enter hoặc bấm đúp để mở hồ sơ',
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
    cancel: 'Thôi',
    required: 'Ô này cần ghi.',
    badOrder: 'Gõ một số từ 0 đến 100000.',
    badDates: 'Ngày kết thúc ở trước ngày thành lập.',
    roleHint:
      'Vai trò cho quyền: người này được xem, được ghi những gì (bảng ở Máy này, mục Quyền của tôi) và trang Hôm nay hiện việc gì',
    saved: (name: string) => `Đã lưu ${name}`,
    nothingChanged: 'Chưa sửa ô nào, không có gì để lưu.',
  },
  remove: {
    action: 'Bỏ, ghi nhầm',
    title: (name: string) => `Bỏ ${name}?`,
    body: 'Chỉ bỏ khi ghi nhầm hay ghi trùng. Tổ chức đã từng hoạt động thì ghi quyết định giải thể hay sáp nhập, để hồ sơ cũ vẫn đọc được tên.',
    confirm: 'Bỏ',
    keep: 'Giữ lại',
    done: (name: string) => `Đã bỏ ${name}`,
  },
  staff: {
    note: 'Những người dùng phần mềm và giữ văn bản. Lãnh đạo xếp theo chức vụ, không theo vần.',
    list: 'Danh sách cán bộ',
    add: 'Thêm cán bộ',
    inactive: 'Đã nghỉ',
    everyRole: 'Tất cả',
    showInactive: 'Hiện cả người đã nghỉ',
    empty: {
      title: 'Chưa có cán bộ nào',
      text: 'Ghi những người dùng phần mềm trên các máy của xã: văn thư, thường trực, chuyên viên. Sau đó thêm từng người mở được sổ sách trong Máy này.',
    },
    nameAndPost: 'Họ tên, chức vụ',
    role: 'Vai trò',
    unit: 'Tổ chức',
    you: 'Bạn',
  },
} as const;
