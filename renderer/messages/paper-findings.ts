import type { FindingCode, FindingSeverity } from '#shared/domain/paper/finding-table.ts';
import type { Finding, FindingPart } from '#shared/domain/paper/finding.ts';

/** What the checker of a paper has to say: what is wrong, and what to do. */
type FindingText = { readonly what: (values: readonly string[]) => string; readonly todo: string };

const quoted = (values: readonly string[]): string => values.map((value) => `“${value}”`).join(', ');

/** One text for every finding; a code without text does not compile. */
const texts: Readonly<Record<FindingCode, FindingText>> = {
  'field-left': {
    what: (values) => `Còn chỗ chưa điền: ${quoted(values)}`,
    todo: 'Điền nội dung vào chỗ trong ngoặc vuông, hoặc xoá dòng đó nếu không dùng.',
  },
  'issuer-missing': {
    what: () => 'Chưa có tên cơ quan ban hành ở đầu văn bản',
    todo: 'Chọn cơ quan ban hành, hoặc ghi tên cơ quan ở phần Thiết đặt.',
  },
  'above-missing': {
    what: () => 'Thiếu dòng tên cơ quan cấp trên ở đầu văn bản',
    todo: 'Chánh, Phó Chánh Văn phòng ghi ở Văn bản đi → … → Tên cơ quan, cách trình bày.',
  },
  'place-missing': { what: () => 'Chưa ghi địa danh trước ngày tháng', todo: 'Ghi tên xã, phường nơi cơ quan đóng.' },
  'date-in-future': {
    what: () => 'Ngày văn bản ở sau ngày hôm nay',
    todo: 'Ghi ngày ký thật; văn bản không được ghi ngày chưa tới.',
  },
  'abstract-missing': { what: () => 'Chưa có trích yếu', todo: 'Ghi một câu ngắn nói văn bản về việc gì.' },
  'abstract-long': {
    what: ([length = '', limit = '']) => `Trích yếu dài ${length} chữ cái, nên dưới ${limit}`,
    todo: 'Rút gọn; chi tiết để trong nội dung.',
  },
  'abstract-full-stop': { what: () => 'Cuối trích yếu có dấu câu', todo: 'Bỏ dấu ở cuối trích yếu.' },
  'type-not-authorised': {
    what: ([type = '', issuer = '']) => `${issuer} không ban hành thể loại ${type}`,
    todo: 'Chọn thể loại khác, hoặc để cơ quan có thẩm quyền ban hành. Nếu quy định đã đổi, vẫn ban hành được.',
  },
  'opening-missing': {
    what: () => 'Chưa ghi thẩm quyền ban hành trên phần căn cứ',
    todo: 'Ghi ví dụ: CHỦ TỊCH UỶ BAN NHÂN DÂN XÃ …',
  },
  'bases-missing': {
    what: () => 'Chưa có căn cứ ban hành',
    todo: 'Ghi căn cứ thẩm quyền và căn cứ nội dung, mỗi căn cứ một dòng.',
  },
  'basis-end-mark': {
    what: (values) => `Dòng căn cứ chưa có dấu ở cuối: ${quoted(values)}`,
    todo: 'Chuyển dòng này vào mục Căn cứ để máy tự đặt dấu, hoặc thêm dấu chấm phẩy.',
  },
  'body-missing': { what: () => 'Văn bản chưa có nội dung', todo: 'Soạn nội dung, hoặc lấy từ mẫu.' },
  'articles-out-of-order': {
    what: ([found = '', wanted = '']) => `Gặp Điều ${found} ở chỗ phải là Điều ${wanted}`,
    todo: 'Đánh lại số điều.',
  },
  'state-end-mark-in-party': {
    what: () => 'Văn bản của Đảng kết thúc bằng dấu chấm, không dùng “./.”',
    todo: 'Thay “./.” bằng dấu chấm.',
  },
  'body-full-stop': { what: () => 'Câu cuối chưa có dấu chấm', todo: 'Thêm dấu chấm ở cuối nội dung.' },
  'end-mark-missing': {
    what: () => 'Cuối nội dung chưa có “./.”',
    todo: 'Thêm “./.” để đánh dấu hết nội dung văn bản.',
  },
  'addressees-missing': {
    what: () => 'Chưa ghi gửi, trình cơ quan nào',
    todo: 'Thêm nơi nhận vào mục Kính gửi (tờ trình của Đảng: Kính trình).',
  },
  'addressees-not-here': {
    what: () => 'Thể loại này không có dòng Kính gửi',
    todo: 'Chuyển các cơ quan đó xuống phần Nơi nhận.',
  },
  'submission-label': {
    what: () => 'Tờ trình của Đảng ghi Kính trình, không ghi Kính gửi',
    todo: 'Xoá dòng này và ghi cơ quan vào mục Kính trình.',
  },
  'recipients-missing': { what: () => 'Chưa có phần Nơi nhận', todo: 'Ghi nơi nhận, dòng cuối là nơi lưu.' },
  'archive-line-missing': {
    what: () => 'Phần Nơi nhận chưa có dòng Lưu',
    todo: 'Thêm dòng cuối: “Lưu Văn phòng Đảng uỷ” (Đảng) hoặc “Lưu: VT” (Nhà nước).',
  },
  'archive-line-form': {
    what: (values) => `Dòng lưu chưa đúng cách ghi hoặc chưa đứng cuối: ${quoted(values)}`,
    todo: 'Văn bản của Đảng: “Lưu Văn phòng Đảng uỷ”, không hai chấm, không VT. Văn bản nhà nước: “Lưu: VT, …”.',
  },
  'signer-missing': { what: () => 'Chưa có họ tên người ký', todo: 'Chọn người ký.' },
  'post-missing': { what: () => 'Chưa có chức vụ người ký', todo: 'Ghi chức vụ của người ký.' },
  'recorder-missing': { what: () => 'Biên bản chưa có người ghi', todo: 'Ghi họ tên người ghi biên bản (thư ký).' },
  'sign-body-missing': {
    what: () => 'Chưa ghi ký thay mặt, ký thay hoặc theo lệnh của ai',
    todo: 'Ghi tên tập thể hoặc chức vụ sau T/M, K/T, T/L.',
  },
  'sign-mode-foreign': {
    what: () => 'Văn bản của Đảng chỉ dùng T/M, K/T, T/L',
    todo: 'Chọn lại cách ký.',
  },
  'head-signs-for-committee': {
    what: (values) => `Cấp uỷ làm việc tập thể, không ký thay (K/T) ${values[0] ?? ''}`.trim(),
    todo: 'Chọn thay mặt (T/M) và ghi chức vụ của người ký, ví dụ T/M ĐẢNG UỶ, PHÓ BÍ THƯ.',
  },
  'body-after-post': {
    what: (values) => `Sau chức vụ không ghi tên cấp uỷ: ${quoted(values)}`,
    todo: 'Chỉ ghi chức vụ, ví dụ BÍ THƯ.',
  },
  'title-before-name': {
    what: (values) => `Trước họ tên có học hàm, học vị, cấp bậc hoặc cách gọi: ${quoted(values)}`,
    todo: 'Chỉ ghi họ và tên.',
  },
  'former-district': {
    what: (values) => `Nhắc đến cơ quan cấp huyện đã kết thúc hoạt động từ 01/7/2025: ${quoted(values)}`,
    todo: 'Thay bằng cơ quan hiện nay; nếu viện dẫn việc cũ thì giữ nguyên và ghi rõ thời gian.',
  },
  'number-without-zero': {
    what: (values) => `Số nhỏ hơn 10 chưa có số 0 phía trước: ${quoted(values)}`,
    todo: 'Ghi ví dụ: số 05-NQ/ĐU.',
  },
  'date-without-zero': {
    what: (values) => `Ngày dưới 10 hoặc tháng 1, 2 chưa có số 0 phía trước: ${quoted(values)}`,
    todo: 'Ghi ví dụ: ngày 05 tháng 02 năm 2026.',
  },
  'citation-comma': {
    what: (values) => `Viện dẫn văn bản của Đảng có dấu phẩy trước chữ ngày: ${quoted(values)}`,
    todo: 'Ghi ví dụ: Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026.',
  },
  'secrecy-mark': {
    what: () => 'Văn bản có dấu chỉ độ mật',
    todo: 'Dừng lại: chương trình này không soạn, không lưu, không gửi văn bản mật. Soạn trên máy riêng theo quy định; ở đây chỉ ghi một dòng vào sổ mật.',
  },
  'tones-mixed': {
    what: (values) => `Dấu thanh đặt khác với thiết đặt của cơ quan: ${quoted(values)}`,
    todo: 'Sửa cho thống nhất trong cả văn bản. Tên người và địa danh giữ như giấy tờ.',
  },
};

const parts: Readonly<Record<FindingPart, string>> = {
  header: 'Đầu văn bản',
  date: 'Địa danh, ngày tháng',
  type: 'Thể loại',
  abstract: 'Trích yếu',
  addressees: 'Kính gửi',
  opening: 'Thẩm quyền ban hành',
  bases: 'Căn cứ',
  blocks: 'Nội dung',
  recipients: 'Nơi nhận',
  signature: 'Người ký',
  recorder: 'Người ghi biên bản',
};

/** Words for the findings of a paper. */
export const paperFindingsText = {
  severity: { error: 'Phải sửa', warning: 'Nên sửa', note: 'Xem lại' } satisfies Record<FindingSeverity, string>,
  what: ({ code, values }: Finding) => texts[code].what(values),
  todo: ({ code }: Finding) => texts[code].todo,
  where: ({ where: { part, index } }: Finding) =>
    index === null ? parts[part] : `${parts[part]}, ${part === 'blocks' ? 'đoạn' : 'dòng'} ${String(index + 1)}`,
  source: ({ source }: Finding) => `Theo ${source}`,
  none: 'Không thấy lỗi thể thức nào.',
} as const;
