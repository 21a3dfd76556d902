/**
 * What a list of people is printed or taken out for. The log keeps the code only: it is written in the clear and goes to the province, so that no words a
 * person typed may stand in it (docs/audit-format.md). Codes have travelled in logs once released: never renamed.
 */
export const exportReasons = {
  superior: 'Báo cáo theo yêu cầu của cấp trên',
  reconcile: 'Đối chiếu danh sách định kỳ',
  meeting: 'Phục vụ cuộc họp, sinh hoạt chi bộ',
  decision: 'Làm hồ sơ, quyết định (kết nạp, huy hiệu, chuyển sinh hoạt…)',
  inspection: 'Phục vụ kiểm tra, giám sát',
  congress: 'Phục vụ đại hội, bầu cử, quy hoạch',
  member: 'Theo đề nghị của chính đảng viên',
  archive: 'Lưu hồ sơ giấy, bàn giao',
  assigned: 'Việc khác do lãnh đạo giao',
} as const;

/** Code of a reason. */
export type ExportReason = keyof typeof exportReasons;

/** Every reason, in the order in which it is offered. */
export const exportReasonCodes = Object.keys(exportReasons) as readonly ExportReason[];

/** How a list left the program: a file of a kind, or on paper. */
export type ExportWay = 'pdf' | 'xlsx' | 'docx' | 'print';

/** The line of the log: which list, in what form, how many lines, what for. */
export function exportDetail(list: string, way: ExportWay, count: number, reason: ExportReason): string {
  return `${list} ${way} ${String(count)} ${reason}`;
}

/** The parts of such a line. */
export const exportDetailForm = /^([a-z0-9-]+) (pdf|xlsx|docx|print) (\d+) ([a-z-]+)$/;
