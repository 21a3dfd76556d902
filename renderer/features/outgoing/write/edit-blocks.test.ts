import { describe, expect, it } from 'vitest';
import { nextMark } from '#shared/domain/outgoing/next-mark.ts';
import type { Block, Run } from '#shared/domain/paper/paper-content.ts';
import { asKind, blockAfter, joinRuns, kindOfLine } from './edit-blocks.ts';

const plain = (text: string): Run[] => [{ text, style: 'plain' }];

describe('the blocks of a draft', () => {
  it('know a line by the way it begins', () => {
    expect(kindOfLine(plain('Điều 2. Giao Văn phòng thực hiện.'))).toEqual({
      kind: 'article',
      number: 2,
      runs: plain('Giao Văn phòng thực hiện.'),
    });
    expect(kindOfLine(plain('II- KẾT QUẢ'))).toEqual({ kind: 'heading', level: 1, number: 'II-', text: 'KẾT QUẢ' });
    expect(kindOfLine(plain('a) Thành phần'))).toEqual({ kind: 'item', mark: 'a)', runs: plain('Thành phần') });
    expect(kindOfLine(plain('- Như trên'))).toEqual({ kind: 'item', mark: '-', runs: plain('Như trên') });
  });

  it('leave running text alone, also when it begins with a letter that could be a number', () => {
    for (const text of ['Điều lệ Đảng quy định', 'V.I. Lênin', 'Xã Nà Lầu', '-5 độ', 'IC - vi mạch'])
      expect(kindOfLine(plain(text))).toBeUndefined();
  });

  it('keep bold words bold when the mark before them is taken off', () => {
    const runs: Run[] = [
      { text: 'Điều 1. ', style: 'bold' },
      { text: 'Kiện toàn', style: 'plain' },
    ];
    expect(kindOfLine(runs)).toEqual({ kind: 'article', number: 1, runs: plain('Kiện toàn') });
  });

  it('count on: articles by those before, items by the letters of the alphabet', () => {
    const before: Block[] = [{ kind: 'article', number: 3, runs: [] }];
    expect(asKind({ kind: 'paragraph', runs: plain('x') }, 'article', before)).toMatchObject({ number: 4 });
    expect(nextMark('d)')).toBe('đ)');
    expect(nextMark('đ)')).toBe('e)');
    expect(nextMark('3.')).toBe('4.');
    expect(nextMark('-')).toBe('-');
    expect(blockAfter({ kind: 'item', mark: 'a)', runs: [] }, [])).toEqual({ kind: 'item', mark: 'b)', runs: [] });
    expect(blockAfter({ kind: 'article', number: 1, runs: [] }, [])).toEqual({ kind: 'paragraph', runs: [] });
  });

  it('lose no word when a block becomes another kind', () => {
    const table: Block = {
      kind: 'table',
      rows: [
        ['TT', 'Nội dung'],
        ['1', 'Họp'],
      ],
    };
    expect(asKind(table, 'paragraph', [])).toEqual({ kind: 'paragraph', runs: plain('TT Nội dung 1 Họp') });
    expect(asKind({ kind: 'paragraph', runs: plain('Kết quả') }, 'heading', [])).toMatchObject({ text: 'Kết quả' });
  });

  it('put runs of one style together', () => {
    expect(joinRuns([...plain('a'), ...plain(''), ...plain('b'), { text: 'c', style: 'bold' }])).toEqual([
      { text: 'ab', style: 'plain' },
      { text: 'c', style: 'bold' },
    ]);
  });
});
