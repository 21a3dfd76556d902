import type { ErrorCode } from '#shared/base/errors.ts';
import type { ReadByProvince } from './services/parcel/read-parcels.ts';
import type { WrittenAnswer } from './services/parcel/write-answer.ts';

/** Why a package or a part of one was not taken, or not written. */
const reasons: Partial<Readonly<Record<ErrorCode, string>>> = {
  'parcel-none-here': 'Không thấy gói nào ở đó (thư mục HoSoXa-GoiUSB).',
  'parcel-no-room': 'USB không đủ chỗ. Chưa ghi gì.',
  'parcel-stick-gone':
    'USB không còn cắm, hoặc không đọc ghi được. Cắm lại rồi làm lại; làm lại không sinh ra gì trùng.',
  'parcel-read-back': 'Đọc lại thì khác với phần vừa ghi: USB hỏng. Đã bỏ phần đó; hãy dùng USB khác.',
  'parcel-damaged': 'hỏng hoặc bị cắt cụt; phần còn nguyên đã được nhận. Chép lại từ USB gốc, hoặc đợi gói sau.',
  'parcel-incomplete': 'thiếu phần; các phần có ở đây đã được nhận. Đọc lại khi có đủ.',
  'parcel-newer': 'do phiên bản mới hơn ghi. Hãy cập nhật máy chủ rồi đọc lại.',
  'parcel-not-for-here': 'không phải gửi cho tỉnh. Chưa nhận gì.',
  'parcel-wrong-way': 'sai chiều: không phải gói từ máy xã lên tỉnh. Chưa nhận gì.',
  'parcel-foreign': 'không đúng chữ ký của máy gửi, hoặc là của xã, tỉnh khác. Chưa nhận gì.',
  'device-revoked': 'máy này đã bị thu hồi quyền. Chưa nhận, chưa ghi gì.',
  'counter-gap':
    'máy chủ đã khôi phục từ bản sao lưu nên thiếu các thay đổi trước đó. Hãy ghi gói trả lời mang về máy đó.',
  'counter-forked': 'máy này có bản sao đang dùng cùng số máy. Máy đó phải nối mạng một lần để nhận số mới.',
  'not-found': 'Không có máy này.',
};

/** dd/mm/yyyy hh:mm in Vietnam's time. */
function toMoment(ms: number): string {
  const style = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('vi-VN', { ...style, timeZone: 'Asia/Ho_Chi_Minh' }).format(ms);
}

/** What the commands about packages on sticks say. */
export const parcelMessages = {
  usage: `Gói USB, khi xã không có mạng:

  npm run server -- usb read <thư mục USB> [--by "<họ tên>"] [--label "<nhãn USB>"] [--answer]
                                                   nhận mọi gói gửi tỉnh có trên USB; --answer: ghi luôn gói trả lời
  npm run server -- usb write <số máy> <thư mục USB> [--by "<họ tên>"] [--label "<nhãn USB>"]
                                                   ghi gói trả lời cho một máy: biên nhận, dữ liệu mới, tệp máy đó chờ
  npm run server -- usb list <số máy>              các gói đã nhận của máy đó và đã ghi cho máy đó
`,
  badLabel: 'Nhãn USB chỉ gồm chữ không dấu, chữ số, dấu cách, chấm, gạch; nhiều nhất 20 ký tự.',
  reason: (code: ErrorCode): string => reasons[code] ?? `không nhận được (${code}).`,
  read: ({
    from,
    commune,
    number,
    outcome,
    ops,
    carried,
    refused,
    leftOut,
    files,
    lacking,
    missing,
  }: ReadByProvince): string => {
    const head = `Gói ${number} của máy ${from} (${commune})`;
    const gaps = [
      ...(lacking.length > 0 ? [`  thiếu phần ${lacking.join(', ')}`] : []),
      ...(missing.length > 0
        ? [`  thiếu gói số ${missing.join(', ')} (không mất gì: gói sau mang lại mọi thứ chưa có biên nhận)`]
        : []),
    ];
    const content = [
      `${ops} thay đổi`,
      ...(carried > 0 ? [`${carried} thay đổi mang hộ máy khác`] : []),
      ...(refused > 0 ? [`${refused} không được chấp nhận`] : []),
      ...(leftOut > 0 ? [`${leftOut} phần mang hộ chưa nhận (máy ấy tự gửi lại)`] : []),
      `${files} tệp mới`,
    ].join(', ');
    if (outcome === 'whole') return [`${head}: đã nhận đủ, ${content}.`, ...gaps].join('\n');
    if (outcome === 'again') return [`${head}: đã nhận từ trước, không có gì trùng.`, ...gaps].join('\n');
    return [`${head}: ${parcelMessages.reason(outcome)}`, ...gaps].join('\n');
  },
  fault: (path: string, code: ErrorCode): string => `${path}: ${parcelMessages.reason(code)}`,
  written: (dev: number, { number, folder, parts, files, skipped, isAll }: WrittenAnswer): string =>
    [
      `Đã ghi gói ${number} cho máy ${dev}: ${parts} phần, ${files.length} tệp, tại ${folder}.`,
      ...(skipped > 0 ? [`  ${skipped} tệp chưa đi vì USB không đủ chỗ; gói sau mang tiếp.`] : []),
      ...(isAll ? [] : ['  Chưa hết dữ liệu: máy đó đọc xong gói này, ghi gói mới gửi tỉnh, rồi tỉnh ghi tiếp.']),
    ].join('\n'),
  notWritten: (dev: number, code: ErrorCode): string => `Gói cho máy ${dev}: ${parcelMessages.reason(code)}`,
  none: (dev: number): string => `Chưa có gói USB nào của máy ${dev}.`,
  line: {
    up: (number: number, at: number, by: string, label: string): string =>
      `  ${toMoment(at)}  nhận gói ${number}${who(by, label)}`,
    down: (number: number, at: number, by: string, label: string, receivedAt: number | null): string =>
      `  ${toMoment(at)}  ghi gói ${number}${who(by, label)}, ${receivedAt === null ? 'chưa có biên nhận' : `máy đó đã nhận ${toMoment(receivedAt)}`}`,
  },
} as const;

function who(by: string, label: string): string {
  return `${by === '' ? '' : `, ${by}`}${label === '' ? '' : `, USB ${label}`}`;
}
