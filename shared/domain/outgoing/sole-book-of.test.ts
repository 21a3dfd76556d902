import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { soleBookOf } from './sole-book-of.ts';

const book = {
  book: 'outgoing',
  bodyId: 'committee',
  regime: 'party',
  counting: 'type-term',
  closedOn: null,
  origin: '',
} as const;
const paper = { bodyId: 'committee', regime: 'party' } as const;

describe('the book a paper is numbered in unasked', () => {
  it('is the only open book of its body and regime', () => {
    const books = [{ ...book, bodyId: 'office' }, { ...book, regime: 'state' as const }, book];
    expect(soleBookOf(books, paper)).toBe(book);
  });

  it('is never that of another body, however few books there are', () => {
    expect(soleBookOf([{ ...book, bodyId: 'office' }], paper)).toBeUndefined();
    expect(soleBookOf([book], { ...paper, bodyId: null })).toBeUndefined();
  });

  it('is never a book of a congress, of a former office, closed or of what comes in', () => {
    for (const other of [
      { counting: 'term' as const },
      { origin: 'Xã cũ' },
      { closedOn: toPlainDate('2026-01-01') },
      { book: 'incoming' as const },
    ]) {
      expect(soleBookOf([{ ...book, ...other }], paper)).toBeUndefined();
      expect(soleBookOf([{ ...book, ...other }, book], paper)).toBe(book);
    }
  });

  it('is nobody’s to guess when two fit', () => {
    expect(soleBookOf([book, { ...book }], paper)).toBeUndefined();
  });
});
