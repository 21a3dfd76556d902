import { describe, expect, it } from 'vitest';
import { formatCount } from '#renderer/messages/format-count.ts';
import { loadingInShort, loadingInWords } from './loading-words.ts';

const [done, inAll] = [formatCount(5000), formatCount(20_000)];
const loading = { papers: 5000, papersInAll: 20_000, secondsLeft: 61 };

describe('how far a new PC has been filled', () => {
  it('is told in papers and time at the measured rate, and says nothing of time where nothing was measured', () => {
    expect(loadingInWords(loading, true)).toBe(
      `Đang nhận văn bản từ tỉnh: đã có ${done} trong ${inAll} văn bản, còn khoảng 1 phút.`,
    );
    expect(loadingInWords({ ...loading, secondsLeft: null }, true)).toBe(
      `Đang nhận văn bản từ tỉnh: đã có ${done} trong ${inAll} văn bản.`,
    );
    expect(loadingInShort({ ...loading, secondsLeft: 1 })).toBe(
      `Đang nhận ${done}/${inAll} văn bản, còn khoảng 5 giây`,
    );
  });

  it('promises no time without line', () => {
    expect(loadingInWords(loading, false)).toBe(
      `Đã có ${done} trong ${inAll} văn bản; phần còn lại tự về tiếp khi có đường truyền.`,
    );
  });
});
