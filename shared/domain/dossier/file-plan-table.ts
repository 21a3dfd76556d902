/** A line proposed for the yearly list of files (danh mục hồ sơ). `retentionYears`: null is vĩnh viễn. `{year}` and `{term}` are filled in. */
export type ProposedFile = { readonly heading: string; readonly title: string; readonly retentionYears: number | null };

const under = (
  heading: string,
  ...lines: readonly (readonly [title: string, retentionYears: number | null])[]
): readonly ProposedFile[] => lines.map(([title, retentionYears]) => ({ heading, title, retentionYears }));

/**
 * What a commune's Party office usually keeps (domain.md 4.4, from general knowledge, unverified; no retention table for communes was found). A
 * proposal to start from: the office changes titles and years, and next year starts from its own list.
 */
export const proposedFiles: readonly ProposedFile[] = [
  ...under(
    'Đại hội, Ban Chấp hành, Ban Thường vụ',
    ['Hồ sơ đại hội đảng bộ xã nhiệm kỳ {term}', null],
    ['Hồ sơ các hội nghị Ban Chấp hành Đảng bộ xã năm {year}', null],
    ['Hồ sơ các hội nghị Ban Thường vụ Đảng uỷ xã năm {year}', null],
    ['Quy chế làm việc, chương trình làm việc của Đảng uỷ xã năm {year}', null],
    ['Nghị quyết chuyên đề của Đảng uỷ xã năm {year}', null],
  ),
  ...under(
    'Tổng hợp, báo cáo',
    ['Báo cáo tháng, quý, sáu tháng năm {year}', 20],
    ['Báo cáo năm {year} của Đảng uỷ xã', null],
    ['Đơn thư kiến nghị, phản ánh năm {year}', 20],
  ),
  ...under(
    'Tổ chức, cán bộ và đảng viên',
    ['Kết nạp đảng viên năm {year}', 70],
    ['Chuyển sinh hoạt đảng năm {year}', 20],
    ['Xét tặng Huy hiệu Đảng năm {year}', 70],
    ['Đánh giá, xếp loại tổ chức đảng và đảng viên năm {year}', 20],
    ['Danh sách đảng viên năm {year}', null],
    ['Khen thưởng tổ chức đảng, đảng viên năm {year}', 20],
  ),
  ...under(
    'Kiểm tra, giám sát',
    ['Kiểm tra, giám sát của Uỷ ban Kiểm tra Đảng uỷ xã năm {year}', 20],
    ['Thi hành kỷ luật đảng năm {year}', 70],
  ),
  ...under(
    'Tuyên giáo, dân vận',
    ['Công tác tuyên giáo, dân vận năm {year}', 10],
    ['Phối hợp với Mặt trận Tổ quốc và các đoàn thể năm {year}', 10],
  ),
  ...under('Tài chính đảng', ['Đảng phí và tài chính đảng năm {year}', 20]),
  ...under(
    'Văn thư, lưu trữ',
    ['Tập lưu văn bản đi của Đảng uỷ xã năm {year}', null],
    ['Sổ đăng ký văn bản đi, văn bản đến năm {year}', 20],
  ),
];

/** A proposed title for a year and a term. */
export function fillTitle(title: string, year: number, term: string): string {
  return title.replaceAll('{year}', String(year)).replaceAll('{term}', term);
}

/** The same matter a year later: the year in the title moves on. */
export function moveTitle(title: string, from: number, to: number): string {
  return title.replaceAll(new RegExp(`(?<!\\d)${String(from)}(?!\\d|\\s*-)`, 'g'), String(to));
}
