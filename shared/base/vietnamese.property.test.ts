import fc from 'fast-check';
import { describe, it } from 'vitest';
import { foldForSearch, normalizeLine, normalizeText } from './vietnamese.ts';

const letters = Array.from(
  'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵAĂÂĐÊÔƠƯẠẢẤẦỆỒỘỚỢỨỮ 0123456789-/',
);
const vietnamese = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 });
const anything = fc.string({ unit: 'binary', maxLength: 40 });

describe('text properties', () => {
  it('normalising twice is normalising once', () => {
    fc.assert(fc.property(anything, (text) => normalizeText(normalizeText(text)) === normalizeText(text)));
    fc.assert(fc.property(anything, (text) => normalizeLine(normalizeLine(text)) === normalizeLine(text)));
  });

  it('stored text is NFC and on one line when asked', () => {
    fc.assert(fc.property(anything, (text) => normalizeText(text) === normalizeText(text).normalize('NFC')));
    fc.assert(fc.property(anything, (text) => !normalizeLine(text).includes('\n')));
  });

  it('folding twice is folding once', () => {
    fc.assert(fc.property(anything, (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text)));
  });

  it('composed and decomposed text fold to the same key', () => {
    fc.assert(
      fc.property(anything, (text) => foldForSearch(text.normalize('NFC')) === foldForSearch(text.normalize('NFD'))),
    );
  });

  it('Vietnamese folds to plain ASCII, and stored form folds as the raw one', () => {
    fc.assert(fc.property(vietnamese, (text) => /^[a-z0-9 /-]*$/.test(foldForSearch(text))));
    fc.assert(
      fc.property(vietnamese, (text) => foldForSearch(normalizeText(text.normalize('NFD'))) === foldForSearch(text)),
    );
  });
});
