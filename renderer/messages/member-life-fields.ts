import type { EntityFields } from '#shared/entities.ts';

/** What happens to members and organisations, and who holds posts. */
export type MemberLifeWork = 'memberEvent' | 'memberChange' | 'appointment' | 'unitEvent';

/** Names of the fields of events, proposals and posts. */
export const memberLifeFieldLabels: {
  readonly [T in MemberLifeWork]: Readonly<Record<keyof EntityFields<T>, string>>;
} = {
  memberEvent: {
    memberId: 'Đảng viên',
    kind: 'Sự kiện',
    effectiveOn: 'Có hiệu lực từ',
    until: 'Đến hết ngày',
    decision: 'Quyết định',
    decisionId: 'Văn bản quyết định',
    state: 'Tình trạng',
    voidReason: 'Lý do huỷ',
    isPastOnly: 'Chỉ ghi lại quá trình',
    sets: 'Đổi trong hồ sơ',
    before: 'Trước đó',
    unitId: 'Chi bộ',
    place: 'Nơi đi, nơi đến',
    atOffice: 'Diễn ra ở đơn vị',
    form: 'Hình thức',
    number: 'Số',
    years: 'Số năm',
    amount: 'Số tiền',
    reason: 'Lý do',
    transferId: 'Lần chuyển sinh hoạt',
    proposalId: 'Tờ trình đề nghị',
    note: 'Ghi chú',
  },
  memberChange: {
    memberId: 'Đảng viên',
    field: 'Mục sửa',
    from: 'Đang là',
    to: 'Sửa thành',
    reason: 'Lý do',
    decision: 'Căn cứ',
    proposedBy: 'Người đề nghị',
    proposedAt: 'Lúc đề nghị',
    state: 'Tình trạng',
    decidedBy: 'Người xác nhận',
    decidedAt: 'Lúc xác nhận',
    refusal: 'Lý do không đồng ý',
  },
  appointment: {
    unitId: 'Tổ chức',
    memberId: 'Đảng viên',
    personName: 'Họ và tên',
    kind: 'Loại chức vụ',
    post: 'Chức vụ',
    order: 'Thứ tự',
    termName: 'Nhiệm kỳ',
    from: 'Từ ngày',
    to: 'Đến ngày',
    decision: 'Quyết định',
  },
  unitEvent: {
    kind: 'Việc',
    on: 'Từ ngày',
    fromUnitIds: 'Tổ chức trước',
    toUnitIds: 'Tổ chức sau',
    formerName: 'Tên cũ',
    name: 'Tên mới',
    formerParentId: 'Trước trực thuộc',
    parentId: 'Nay trực thuộc',
    memberUnits: 'Đảng viên về đâu',
    decision: 'Quyết định',
    note: 'Ghi chú',
    voidReason: 'Lý do huỷ',
  },
};
