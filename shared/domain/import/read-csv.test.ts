import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

const rowsOf = (text: string): readonly (readonly unknown[])[] => readCsv('ds', text).rows;

describe('a table as text', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('is read with %s between its cells', (_, mark) => {
    const text = [`Họ tên${mark}Năm sinh`, `Lò Thị Mẫu${mark}1970`, `"A${mark} B"${mark}"nói ""được"""`].join('\r\n');
    expect(rowsOf(text)).toEqual([
      ['Họ tên', 'Năm sinh'],
      ['Lò Thị Mẫu', '1970'],
      [`A${mark} B`, 'nói "được"'],
    ]);
  });

  it('keeps line breaks in quotes, leading zeros behind an equals sign, and empty cells before others', () => {
    expect(rowsOf('a;b;c\n"một\nhai";;="0012"\n;;x\n')).toEqual([
      ['a', 'b', 'c'],
      ['một\nhai', '', '0012'],
      ['', '', 'x'],
    ]);
  });

  it('obeys a line that says the separator, and takes a comma inside words of a semicolon table for a comma', () => {
    expect(rowsOf('sep=;\r\na;b\r\n1;2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(rowsOf('Tên;Quê\nLò A;Nà Lầu, xã Mẫu, tỉnh Mẫu\nLò B;Nà Lầu, xã Mẫu, tỉnh Mẫu')[1]).toEqual([
      'Lò A',
      'Nà Lầu, xã Mẫu, tỉnh Mẫu',
    ]);
  });

  it('ends with a quote never closed, and of an empty file with no rows', () => {
    expect(rowsOf('a,b\n"c,d')).toEqual([['a', 'b'], ['c,d']]);
    expect(rowsOf('')).toEqual([]);
    expect(rowsOf('\n\n')).toEqual([]);
  });
});
