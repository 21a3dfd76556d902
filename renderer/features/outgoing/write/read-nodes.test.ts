import { describe, expect, it } from 'vitest';
import { blocksOfText, readBlocks, readRuns, type ReadNode } from './read-nodes.ts';

/** A node of a page, as small as it may be. */
function node(name: string, style: string, ...children: readonly (ReadNode | string)[]): ReadNode {
  const childNodes = children.map((child) =>
    typeof child === 'string' ? { nodeName: '#text', textContent: child, childNodes: [] } : child,
  );
  return {
    nodeName: name,
    textContent: childNodes.map(({ textContent }) => textContent).join(''),
    childNodes,
    getAttribute: (asked) => (asked === 'style' ? style : null),
  };
}

describe('text that is pasted', () => {
  it('from Word keeps its words, paragraphs, bold and italic, and nothing else', () => {
    const word = node(
      'BODY',
      '',
      node('STYLE', '', 'p.MsoNormal { font-family: .VnTime }'),
      node(
        'P',
        'margin:6pt;mso-style-name:Normal',
        node('SPAN', 'font-size:14.0pt;color:red', 'Thực hiện '),
        node('B', '', 'Nghị quyết\n số 12'),
        node('SPAN', 'font-style:italic', ', ngày 05/9/2026'),
        node('O:P', '', ' '),
      ),
      node('P', '', '\u00a0'),
      node('P', '', node('SPAN', 'font-weight:700', 'Điều 1. '), 'Kiện toàn tổ công tác.'),
    );
    expect(readBlocks(word)).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Thực hiện ', style: 'plain' },
          { text: 'Nghị quyết số 12', style: 'bold' },
          { text: ', ngày 05/9/2026', style: 'italic' },
        ],
      },
      { kind: 'article', number: 1, runs: [{ text: 'Kiện toàn tổ công tác.', style: 'plain' }] },
    ]);
  });

  it('keeps tables square and lists as items', () => {
    const page = node(
      'DIV',
      '',
      node('UL', '', node('LI', '', 'Chi bộ Nà Lầu'), node('LI', '', 'Chi bộ Pá Khoang')),
      node(
        'TABLE',
        '',
        node(
          'TBODY',
          '',
          node('TR', '', node('TH', '', 'TT'), node('TH', '', 'Việc')),
          node('TR', '', node('TD', '', '1')),
        ),
      ),
    );
    expect(readBlocks(page)).toEqual([
      { kind: 'item', mark: '-', runs: [{ text: 'Chi bộ Nà Lầu', style: 'plain' }] },
      { kind: 'item', mark: '-', runs: [{ text: 'Chi bộ Pá Khoang', style: 'plain' }] },
      {
        kind: 'table',
        rows: [
          ['TT', 'Việc'],
          ['1', ''],
        ],
      },
    ]);
  });

  it('as plain text becomes a block a line', () => {
    expect(blocksOfText('I- TÌNH HÌNH\r\n\r\n  Trong quý,  toàn xã\n- đạt')).toEqual([
      { kind: 'heading', level: 1, number: 'I-', text: 'TÌNH HÌNH' },
      { kind: 'paragraph', runs: [{ text: 'Trong quý, toàn xã', style: 'plain' }] },
      { kind: 'item', mark: '-', runs: [{ text: 'đạt', style: 'plain' }] },
    ]);
  });
});

describe('a block in the editor', () => {
  it('is read with its spaces, as they were typed', () => {
    const typed = node('DIV', '', 'Kính ', node('B', '', 'gửi', node('I', '', ' các')), ' chi bộ ');
    expect(readRuns(typed)).toEqual([
      { text: 'Kính ', style: 'plain' },
      { text: 'gửi', style: 'bold' },
      { text: ' các', style: 'bold-italic' },
      { text: ' chi bộ ', style: 'plain' },
    ]);
  });
});
