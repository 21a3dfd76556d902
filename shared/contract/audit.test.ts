import { describe, expect, it } from 'vitest';
import { ipc } from './ipc.ts';

const note = { kind: 'printed', type: 'register', id: '', detail: 'documents' };

describe('what the page may have noted in the log', () => {
  it('is ids, codes and counts', () => {
    const id = '01934f2a-7c3b-7a10-8b11-000000000001';
    for (const fine of [
      note,
      { ...note, detail: 'damaged 3' },
      { ...note, detail: '-18000' },
      { ...note, type: 'member', id },
    ])
      expect(ipc['audit:note'].input.safeParse(fine).success, JSON.stringify(fine)).toBe(true);
  });

  it('is no name, no second line and no command to a terminal', () => {
    for (const detail of ['Nông Thị Hoa', 'x\ny', '\u001b[2J', 'a\u202eb'])
      for (const field of ['type', 'id', 'detail'])
        expect(ipc['audit:note'].input.safeParse({ ...note, [field]: detail }).success, detail).toBe(false);
  });
});
