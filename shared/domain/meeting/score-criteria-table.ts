import type { ScoreCriterion } from './score-criterion.ts';

/*
 * Forms that score a cell's meeting, 100 points each. Criteria after what domain.md 5.12 says of a good meeting; each province has its own points
 * (unverified), so the office may set others (setting `meeting-rules`).
 */

const before = 'Công tác chuẩn bị';
const during = 'Tiến hành sinh hoạt';
const after = 'Sau sinh hoạt';

/** Sinh hoạt thường kỳ. */
export const regularCriteria: readonly ScoreCriterion[] = [
  {
    code: 'prepared',
    group: before,
    title: 'Bí thư, phó bí thư trực tiếp chuẩn bị nội dung; chi uỷ họp thống nhất trước',
    points: 10,
  },
  {
    code: 'invited',
    group: before,
    title: 'Thông báo thời gian, nội dung, gửi tài liệu trước cho đảng viên',
    points: 10,
  },
  { code: 'draft', group: before, title: 'Có dự thảo nghị quyết hoặc kết luận trước khi họp', points: 5 },
  { code: 'attendance', group: during, title: 'Tỷ lệ đảng viên dự họp đạt mức tốt theo quy định', points: 15 },
  { code: 'no-absence', group: during, title: 'Không có đảng viên vắng mặt không lý do', points: 5 },
  { code: 'length', group: during, title: 'Thời gian sinh hoạt đủ theo quy định', points: 5 },
  {
    code: 'content',
    group: during,
    title: 'Đủ nội dung: tư tưởng, đánh giá tháng trước, nhiệm vụ tháng sau; học tập văn bản mới',
    points: 15,
  },
  {
    code: 'speakers',
    group: during,
    title: 'Nhiều đảng viên phát biểu, thảo luận dân chủ, đúng trọng tâm',
    points: 10,
  },
  { code: 'criticism', group: during, title: 'Thực hiện tự phê bình và phê bình', points: 5 },
  {
    code: 'conclusion',
    group: during,
    title: 'Kết luận rõ việc, rõ người, rõ thời hạn; biểu quyết đúng quy định',
    points: 10,
  },
  { code: 'minutes', group: after, title: 'Biên bản ghi đầy đủ, có chữ ký chủ trì và thư ký', points: 5 },
  { code: 'follow-up', group: after, title: 'Việc giao ở lần họp trước được thực hiện đúng hạn', points: 5 },
];

/** Sinh hoạt chuyên đề. */
export const thematicCriteria: readonly ScoreCriterion[] = [
  {
    code: 'topic',
    group: before,
    title: 'Chọn chuyên đề sát nhiệm vụ chính trị của chi bộ, có trong kế hoạch',
    points: 15,
  },
  { code: 'prepared', group: before, title: 'Phân công đảng viên viết chuyên đề; chi uỷ góp ý trước', points: 15 },
  { code: 'invited', group: before, title: 'Gửi chuyên đề và gợi ý thảo luận trước cho đảng viên', points: 10 },
  { code: 'attendance', group: during, title: 'Tỷ lệ đảng viên dự họp đạt mức tốt theo quy định', points: 15 },
  { code: 'no-absence', group: during, title: 'Không có đảng viên vắng mặt không lý do', points: 5 },
  { code: 'speakers', group: during, title: 'Nhiều đảng viên thảo luận, nêu được giải pháp cụ thể', points: 15 },
  { code: 'conclusion', group: during, title: 'Kết luận, ra nghị quyết hoặc kế hoạch thực hiện chuyên đề', points: 15 },
  { code: 'minutes', group: after, title: 'Biên bản, hồ sơ chuyên đề đầy đủ', points: 5 },
  { code: 'follow-up', group: after, title: 'Có kiểm tra, đánh giá kết quả thực hiện chuyên đề trước', points: 5 },
];
