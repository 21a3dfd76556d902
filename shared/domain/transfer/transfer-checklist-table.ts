import type { TransferKind } from './member-transfer-record.ts';

/** Something to be done before a member goes (domain.md 5.5, QĐ 4192 procedure; 5.2). The wording follows the trade, the list is local habit where sources are thin. */
export type ChecklistEntry = { readonly code: string; readonly words: string; readonly kinds: readonly TransferKind[] };

const all: readonly TransferKind[] = ['official', 'temporary', 'abroad'];

/** In the order in which they are done. Codes have travelled once released: never renamed. */
export const transferChecklist: readonly ChecklistEntry[] = [
  { code: 'request', words: 'Đơn hoặc đề nghị của đảng viên', kinds: all },
  {
    code: 'decision',
    words: 'Quyết định điều động, nghỉ hưu, nghỉ việc, đi học hoặc giấy tờ chuyển nơi ở',
    kinds: all,
  },
  { code: 'self-review', words: 'Bản tự kiểm điểm', kinds: ['official', 'temporary'] },
  { code: 'cell-opinion', words: 'Nhận xét của chi bộ', kinds: all },
  { code: 'dossier-checked', words: 'Rà đủ hồ sơ đảng viên theo mục lục', kinds: ['official'] },
  { code: 'dossier-sealed', words: 'Niêm phong hồ sơ giấy giao đảng viên mang theo', kinds: ['official'] },
  { code: 'fee-settled', words: 'Thu đảng phí hết tháng cấp giấy', kinds: all },
  { code: 'posts-released', words: 'Thôi các chức vụ trong Đảng (nếu có)', kinds: ['official'] },
];

/** What applies to a kind of transfer. */
export function checklistFor(kind: TransferKind): readonly ChecklistEntry[] {
  return transferChecklist.filter(({ kinds }) => kinds.includes(kind));
}
