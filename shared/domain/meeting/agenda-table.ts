import { partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import type { AgendaItem, MeetingKind } from './meeting-record.ts';

const item = (title: string, minutes: number, presenter = ''): AgendaItem => ({ title, presenter, minutes });

const opening = item('Ổn định tổ chức, điểm danh, thông qua chương trình', 10, 'Chủ trì');
const closing = item('Thông qua biên bản, kết thúc buổi sinh hoạt', 5, 'Thư ký');

/** Usual agendas by kind of meeting, after what a good meeting deals with (domain.md 5.12); a person changes them as they like. */
const agendas: Readonly<Record<MeetingKind, readonly AgendaItem[]>> = {
  regular: [
    opening,
    item('Thông tin thời sự; phổ biến, học tập văn bản mới của Đảng, Nhà nước', 20, 'Chi uỷ'),
    item('Đánh giá tình hình tư tưởng và kết quả thực hiện nghị quyết tháng trước', 20, 'Bí thư chi bộ'),
    item('Đề ra nhiệm vụ tháng tới, dự thảo nghị quyết', 15, 'Bí thư chi bộ'),
    item('Thảo luận', 30, 'Đảng viên'),
    item('Kết luận, biểu quyết thông qua nghị quyết', 10, 'Chủ trì'),
    closing,
  ],
  thematic: [
    opening,
    item('Trình bày chuyên đề', 25, 'Đảng viên được phân công'),
    item('Thảo luận, liên hệ thực tế của chi bộ', 45, 'Đảng viên'),
    item('Tiếp thu, làm rõ ý kiến', 10, 'Đảng viên được phân công'),
    item('Kết luận, biểu quyết thông qua nghị quyết chuyên đề', 10, 'Chủ trì'),
    closing,
  ],
  committee: [
    item('Đánh giá kết quả công tác tháng trước', 20, 'Bí thư chi bộ'),
    item('Thống nhất nội dung sinh hoạt chi bộ tháng tới, dự thảo nghị quyết', 30, 'Bí thư chi bộ'),
    item('Phân công chi uỷ viên chuẩn bị', 10, 'Bí thư chi bộ'),
  ],
  extraordinary: [
    opening,
    item('Nêu lý do, nội dung cần bàn', 15, 'Chủ trì'),
    item('Thảo luận', 30, 'Đảng viên'),
    item('Kết luận, biểu quyết', 10, 'Chủ trì'),
    closing,
  ],
};

/** The usual agenda of a kind of meeting. */
export function agendaOf(kind: MeetingKind): readonly AgendaItem[] {
  return agendas[kind];
}

/** What a meeting is called while nobody gives it another name. `topic`: subject of a thematic meeting, may be empty. */
export function titleOfMeeting(kind: MeetingKind, day: PlainDate, topic: string): string {
  const { year, month } = partsOf(day);
  const when = `${String(month).padStart(2, '0')}/${String(year)}`;
  const subject = topic.trim();
  switch (kind) {
    case 'regular':
      return `Sinh hoạt chi bộ thường kỳ tháng ${when}`;
    case 'thematic': {
      const quarter = `quý ${['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? ''}/${String(year)}`;
      return subject === '' ? `Sinh hoạt chuyên đề ${quarter}` : `Sinh hoạt chuyên đề ${quarter}: ${subject}`;
    }
    case 'committee':
      return subject === '' ? `Họp chi uỷ tháng ${when}` : `Họp chi uỷ: ${subject}`;
    case 'extraordinary':
      return subject === '' ? 'Họp chi bộ đột xuất' : `Họp chi bộ: ${subject}`;
  }
}
