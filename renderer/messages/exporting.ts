import { exportReasons, exportReasonCodes, type ExportWay } from '#shared/domain/rights/export-reason-table.ts';
import { formatCount } from './format-count.ts';

const wayWords: Readonly<Record<ExportWay, string>> = { pdf: 'PDF', xlsx: 'Excel', docx: 'Word', print: 'bản giấy' };

/** Words of the question before a list of people leaves the program. */
export const exportingText = {
  title: (list: string, way: ExportWay) => (way === 'print' ? `In ${list}` : `Xuất ${list} ra ${wayWords[way]}`),
  body: (count: number) =>
    `${formatCount(count)} người. Lý do được ghi vào nhật ký của máy cùng tên bạn và giờ này. Bản in, tệp ra ngoài thì người giữ phải chịu trách nhiệm.`,
  label: 'Dùng vào việc gì',
  choices: exportReasonCodes.map((value) => ({ value, label: exportReasons[value] })),
  print: 'In',
  save: 'Chọn nơi lưu',
  saved: (list: string) => `Đã lưu ${list}; việc này đã ghi nhật ký`,
  /** A line of the log. */
  logged: (list: string, way: string, count: number, reason: string) =>
    `${list}: ${wayWords[way as ExportWay]}, ${formatCount(count)} dòng; ${reasonInWords(reason)}`,
} as const;

/** A reason inside a sentence; a code of a newer build as it is. */
function reasonInWords(code: string): string {
  const known = exportReasonCodes.find((each) => each === code);
  const words = known === undefined ? code : exportReasons[known];
  return `${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`;
}
