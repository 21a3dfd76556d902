import type { PaperStage } from '#shared/domain/member/dossier-checklist-table.ts';
import { formatCount } from './format-count.ts';

/** Words of the tab Tài liệu: portrait, papers of the dossier, files, and where the paper dossier lies. */
export const memberPapersText = {
  tab: (held: number, due: number) => (due === 0 ? 'Tài liệu' : `Tài liệu ${formatCount(held)}/${formatCount(due)}`),
  stages: {
    considered: 'Khi xem xét kết nạp',
    admitted: 'Khi chi bộ đồng ý, kết nạp',
    recognised: 'Khi công nhận chính thức',
    later: 'Về sau',
  } satisfies Readonly<Record<PaperStage, string>>,
  checklist: 'Giấy tờ trong hồ sơ',
  counted: (held: number, due: number) => `có ${formatCount(held)} trên ${formatCount(due)}`,
  states: { held: 'Có', missing: 'Thiếu', unneeded: 'Không cần', none: 'Không có' },
  ifAny: 'nếu có',
  nothingDue: 'Chưa đến bước cần giấy tờ nào.',
  allHeld: 'Có đủ cả',
  scan: (paper: string) => `Gắn bản quét: ${paper}`,
  scanTitle: 'Gắn bản quét',
  portrait: {
    title: 'Ảnh 3×4',
    none: 'Chưa có ảnh',
    notHere: 'Ảnh chưa về máy này',
    alt: (name: string) => `Ảnh chân dung ${name}`,
    choose: 'Chọn ảnh',
    change: 'Đổi ảnh',
    remove: 'Bỏ ảnh',
    fileName: 'anh-3x4.jpg',
    done: 'Đã lưu ảnh',
    removed: 'Đã bỏ ảnh',
    hint: 'Tệp JPG, PNG. Chương trình cắt theo khổ 3×4 và chỉ lưu bản nhỏ đã cắt.',
  },
  files: {
    title: 'Tệp của hồ sơ',
    none: 'Chưa có tệp nào. Quét giấy tờ thành PDF rồi gắn vào đây.',
    add: 'Gắn tệp',
    attached: 'Đã gắn tệp vào hồ sơ',
    open: (name: string) => `Mở ${name}`,
    save: 'Lưu bản sao',
    saved: 'Đã lưu bản sao',
    remove: 'Bỏ tệp này',
    removed: 'Đã bỏ tệp khỏi hồ sơ',
    acts: (name: string) => `Việc với tệp ${name}`,
  },
  paper: {
    title: 'Hồ sơ giấy',
    edit: 'Sửa nơi lưu, tình trạng',
  },
} as const;
