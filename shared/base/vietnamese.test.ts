import { describe, expect, it } from 'vitest';
import { foldedWords, foldForSearch, hasMarks, normalizeLine, normalizeText, toUpperVietnamese } from './vietnamese.ts';

describe('normalizeText', () => {
  it('composes decomposed letters, also when their marks come in the wrong order', () => {
    expect(normalizeText('Đa\u0309ng bo\u0323\u0302')).toBe('Đảng bộ');
    expect(normalizeText('e\u0302\u0323 = e\u0323\u0302')).toBe('ệ = ệ');
  });

  it('drops invisible characters and turns odd spaces into one plain space', () => {
    expect(normalizeText('\ufeffUỷ\u00a0ban\u200b\u2003 kiểm\ttra ')).toBe('Uỷ ban kiểm tra');
  });

  it('keeps line breaks and unifies them', () => {
    expect(normalizeText('dòng một \r\n dòng hai\rdòng ba\n\nhết')).toBe('dòng một\ndòng hai\ndòng ba\n\nhết');
  });

  it('replaces look-alikes of Đ', () => {
    expect(normalizeText('ÐẢNG Ɖảng ðảng')).toBe('ĐẢNG Đảng đảng');
  });

  it('leaves both ways to place a tone mark alone', () => {
    expect(normalizeText('uỷ ủy hoà hòa')).toBe('uỷ ủy hoà hòa');
  });

  it('puts a one-line field on one line', () => {
    expect(normalizeLine('Về việc\r\n  triển khai\n')).toBe('Về việc triển khai');
  });
});

describe('foldForSearch', () => {
  it('removes marks, case and đ', () => {
    expect(foldForSearch('Đảng uỷ xã Đồng Đăng')).toBe('dang uy xa dong dang');
  });

  it('makes both tone placements and both forms of Unicode equal', () => {
    expect(foldForSearch('hoà')).toBe(foldForSearch('hòa'));
    expect(foldForSearch('thường vụ'.normalize('NFD'))).toBe(foldForSearch('thường vụ'));
  });

  it('gives words without punctuation', () => {
    expect(foldedWords('Số 12-NQ/ĐU, ngày 05/9/2026')).toEqual(['so', '12', 'nq', 'du', 'ngay', '05', '9', '2026']);
  });
});

describe('marks and case', () => {
  it('tells a query with marks from one without', () => {
    expect(hasMarks('dang uy')).toBe(false);
    expect(hasMarks('đang uy')).toBe(true);
    expect(hasMarks('uỷ')).toBe(true);
  });

  it('upper-cases by Vietnamese rules', () => {
    expect(toUpperVietnamese('đảng uỷ')).toBe('ĐẢNG UỶ');
  });
});
