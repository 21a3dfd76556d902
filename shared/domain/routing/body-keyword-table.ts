/** Bodies of a commune that are commonly responsible (domain.md 2.4). */
export type CommuneBody = 'government' | 'inspection' | 'party-building' | 'front' | 'office';

/**
 * Phrases by which a body is suggested: the practice of one commune (domain.md 2.4, S44), not law; the setting `body-keywords` takes their place
 * unit by unit. `names`: parts of a unit's name by which it is known, without tone marks.
 */
export const bodyKeywordTable: readonly {
  readonly body: CommuneBody;
  readonly names: readonly string[];
  readonly phrases: readonly string[];
}[] = [
  {
    body: 'government',
    names: ['uy ban nhan dan', 'ubnd'],
    phrases: [
      'kinh tế',
      'đất đai',
      'xây dựng cơ bản',
      'nông thôn mới',
      'giáo dục',
      'y tế',
      'an ninh',
      'quốc phòng',
      'ngân sách',
      'dịch vụ công',
      'thiên tai',
      'khiếu nại tố cáo',
    ],
  },
  {
    body: 'inspection',
    names: ['uy ban kiem tra', 'ubkt'],
    phrases: [
      'kiểm tra',
      'giám sát',
      'giám sát đảng viên',
      'giám sát chi bộ',
      'giám sát chuyên đề',
      'kỷ luật',
      'dấu hiệu vi phạm',
      'tố cáo đảng viên',
      'kê khai tài sản',
      'khiếu nại tố cáo',
      'phòng chống tham nhũng',
    ],
  },
  {
    body: 'party-building',
    names: ['ban xay dung dang'],
    phrases: [
      'tổ chức cán bộ',
      'quy hoạch cán bộ',
      'kết nạp',
      'đảng viên dự bị',
      'đảng phí',
      'thẻ đảng',
      'học tập nghị quyết',
      'tuyên giáo',
      'tuyên truyền',
      'dân vận',
      'tôn giáo',
    ],
  },
  {
    body: 'front',
    names: ['mat tran to quoc', 'mttq'],
    phrases: [
      'giám sát và phản biện xã hội',
      'giám sát',
      'bầu cử',
      'hiệp thương',
      'đoàn thể',
      'phong trào',
      'cuộc vận động',
      'cử tri',
      'tuyên truyền',
      'tôn giáo',
    ],
  },
  {
    body: 'office',
    names: ['van phong'],
    phrases: [
      'văn thư',
      'lưu trữ',
      'quy chế làm việc',
      'chương trình công tác',
      'báo cáo định kỳ',
      'hội nghị',
      'chuyển đổi số',
      'nội chính',
      'phòng chống tham nhũng',
    ],
  },
];
