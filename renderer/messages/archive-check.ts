import type { FindingCode, PackageFinding } from '#shared/domain/dossier/archive-report.ts';

/** What each finding of a package check says; `where` and `detail` stand beside it. */
const findingWords: Readonly<Record<FindingCode, string>> = {
  'not-a-package': 'Không phải gói hồ sơ nộp lưu: không thấy METS.xml',
  'zip-broken': 'Tệp ZIP hỏng hoặc bị cắt cụt, không mở được',
  bomb: 'Gói bung ra quá lớn, có thể là tệp phá hoại; không đọc tiếp',
  'path-trick': 'Tên tệp chỉ ra ngoài gói',
  'name-unfit': 'Tên tệp có chữ không được dùng (chỉ chữ không dấu, số, . _ -)',
  'name-twice': 'Hai tệp trùng tên (máy không phân biệt chữ hoa, chữ thường)',
  'not-a-file': 'Không phải tệp thường (liên kết, thiết bị)',
  unreadable: 'Tệp không đọc được',
  'mets-missing': 'Thiếu METS.xml',
  'mets-name': 'METS.xml viết sai tên',
  'mets-unreadable': 'METS.xml không đọc được',
  'mets-rule': 'METS.xml sai quy tắc E-ARK CSIP',
  'mets-edited': 'METS.xml đã bị sửa chỗ nói về tệp này',
  'file-missing': 'Thiếu tệp',
  'file-renamed': 'Tệp đã bị đổi tên',
  'file-added': 'Tệp thừa, không có trong danh sách',
  'file-altered': 'Tệp đã bị sửa: mã SHA-256 không khớp',
  'file-unchecked': 'Không kiểm được tệp này: loại mã kiểm tra lạ',
  'file-not-its-kind': 'Nội dung tệp không đúng loại như đuôi tên',
  'file-unlisted': 'Tệp không có trong METS.xml',
  'list-missing': 'Thiếu danh sách mã SHA-256',
  'list-unreadable': 'Danh sách mã SHA-256 không đọc được',
  'list-edited': 'Danh sách mã SHA-256 đã bị sửa ở tệp này',
  'list-incomplete': 'Danh sách mã SHA-256 thiếu tệp này',
  'manifest-missing': 'Thiếu manifest.json',
  'manifest-unreadable': 'manifest.json không đọc được',
  'manifest-disagrees': 'manifest.json không khớp với tệp này',
  'metadata-unreadable': 'Mô tả hồ sơ (dossier.xml) không đọc được',
  'metadata-disagrees': 'Mô tả hồ sơ không khớp với danh sách văn bản',
  'count-wrong': 'Số văn bản ghi trong hồ sơ khác số văn bản có trong gói',
  'hash-not-stated': 'Mã gói khác mã ghi trên biên bản: đây không phải gói đã giao',
  'not-ours': 'Gói do chương trình khác làm: chỉ kiểm theo METS.xml',
  'more-findings': 'Còn nữa',
};

/** A finding in words, with the rule it breaks. */
export function describeFinding({ code, rule }: Pick<PackageFinding, 'code' | 'rule'>): string {
  return rule === '' ? findingWords[code] : `${findingWords[code]} (${rule})`;
}

/** Words of the command `npm run archive`. */
export const archiveCommandText = {
  usage: [
    'Kiểm tra gói hồ sơ nộp lưu (thư mục hoặc tệp ZIP):',
    '  npm run archive -- check ĐƯỜNG_DẪN… [--hash MÃ_GÓI] [--json]',
    'Lập giấy biên nhận, hoặc trả lại kèm lý do, sau khi kiểm tra:',
    '  npm run archive -- receipt ĐƯỜNG_DẪN --archive "Nơi nhận" --person "Người nhận" [--number SỐ] [--return "Lý do"] [--out receipt.json]',
    'Mã thoát: 0 gói nguyên vẹn; 1 có lỗi; 2 không đọc được hoặc gõ sai lệnh.',
  ],
  cannotRead: (path: string) => `Không đọc được ${path}`,
  facts: (name: string, files: number, bytes: string) => `${name}: ${String(files)} tệp, ${bytes}`,
  dossier: (code: string, title: string, documents: number) => `Hồ sơ ${code}: ${title} (${String(documents)} văn bản)`,
  hash: (hash: string) => `Mã gói: ${hash}`,
  sound: 'Gói nguyên vẹn.',
  faults: (count: number) => `Gói có ${String(count)} lỗi:`,
  notes: 'Lưu ý:',
  receiptWritten: (path: string) => `Đã ghi ${path}`,
  notAccepted: 'Gói có lỗi: chỉ lập được giấy trả lại (--return "Lý do").',
  noHash: 'Gói không có mã, không lập được giấy biên nhận.',
} as const;
