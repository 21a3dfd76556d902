import { describe, expect, it } from 'vitest';
import { movedInWords, reportInWords } from './report-words.ts';

const nothing = { opsSent: 0, rowsReceived: 0, filesSent: 0, filesReceived: 0 };
const done = { ...nothing, failure: null, isGoingOn: false };
const level = { changes: 0, files: 0, filesElsewhere: 0, attention: 0, held: 0 };

describe('what "sync now" did', () => {
  it('is told in one sentence, with what still waits and why', () => {
    const report = { ...done, opsSent: 3, filesSent: 1, rowsReceived: 12, isGoingOn: true };
    expect(reportInWords(report, { ...level, files: 2 })).toBe(
      'đã gửi 3 thay đổi, 1 tệp; nhận 12 mục; còn chờ 2 tệp vì đường truyền còn đang gửi dần',
    );
  });
  it('says so when there was nothing, and when the line is gone', () => {
    expect(reportInWords(done, level)).toBe('không có gì mới để gửi hay nhận');
    expect(reportInWords({ ...done, failure: 'offline' }, { ...level, changes: 4 })).toContain(
      'máy chủ tỉnh không trả lời',
    );
    expect(reportInWords({ ...done, opsSent: 1, failure: 'offline' }, { ...level, changes: 4 })).toBe(
      'đã gửi 1 thay đổi; còn chờ 4 thay đổi vì máy chủ tỉnh không trả lời',
    );
  });
  it('never lays on the line what waits for a person or for another PC', () => {
    expect(reportInWords(done, { ...level, files: 1, attention: 1 })).toBe(
      'còn chờ 1 tệp vì có mục cần bạn xem ở dưới',
    );
    expect(reportInWords(done, { ...level, filesElsewhere: 2 })).toBe('còn chờ 2 tệp vì máy khác chưa gửi lên tỉnh');
  });
  it('says that files wait for the hour the office has set, when nothing else does', () => {
    expect(reportInWords(done, { ...level, files: 2, held: 2 })).toBe('còn chờ 2 tệp để đến giờ cơ quan đặt mới gửi');
    expect(reportInWords(done, { ...level, files: 2, held: 1 })).toBe('còn chờ 2 tệp sẽ tự gửi ở lần tới');
  });
  it('names only what there is', () => {
    expect(movedInWords({ ...nothing, filesReceived: 2 })).toBe('nhận 2 tệp');
    expect(movedInWords(nothing)).toBe('');
  });
});
