import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import { generateCommune } from './commune.ts';
import { generatePdf } from './paper-pdf.ts';

const { documents } = generateCommune({ seed: 5, documents: 60, members: 0, today: toPlainDate('2026-11-22') });

describe('generatePdf', () => {
  it('prints the facts of the register line in words a search finds', async () => {
    for (const { fields } of documents.slice(0, 4)) {
      const { pages, text } = await readPdf(await generatePdf({ seed: 1, facts: fields }));
      const found = foldForSearch(text);
      expect(pages).toBeGreaterThanOrEqual(1);
      expect(pages).toBeLessThanOrEqual(4);
      expect(text).toContain(fields.symbol);
      expect(text).toContain(fields.signer);
      expect(found).toContain(foldForSearch(fields.abstract).split(' ').slice(-3).join(' '));
      expect(text).toContain('Tài liệu mẫu');
      expect(findSecrecyMark(text)).toBeUndefined();
    }
  });

  it('gives the same bytes for the same order and others for another seed', async () => {
    const facts = documentFacts();
    const hash = async (seed: number): Promise<string> =>
      createHash('sha256')
        .update(await generatePdf({ seed, facts }))
        .digest('hex');
    expect(await hash(1)).toBe(await hash(1));
    expect(await hash(1)).not.toBe(await hash(2));
  });

  it.each([
    ['MẬT', 'secret'],
    ['TỐI MẬT', 'top-secret'],
    ['TUYỆT MẬT', 'ultra-secret'],
  ] as const)('prints the stamp %s where the detector of secrecy marks finds it', async (stamp, degree) => {
    for (const { fields } of documents.slice(0, 2)) {
      const { text } = await readPdf(await generatePdf({ seed: 1, facts: fields, stamp }));
      expect(findSecrecyMark(text)?.degree).toBe(degree);
    }
  });

  it('makes a file of exactly the size asked for that still opens', async () => {
    for (const sizeBytes of [100_000, 1_000_003]) {
      const bytes = await generatePdf({ seed: 1, facts: documentFacts(), sizeBytes });
      expect(bytes).toHaveLength(sizeBytes);
      expect((await readPdf(bytes)).text).toContain('Số');
    }
  });
});

function documentFacts(): (typeof documents)[number]['fields'] {
  const fields = documents[0]?.fields;
  if (fields === undefined) throw new Error('the sample has no documents');
  return fields;
}

async function readPdf(bytes: Uint8Array): Promise<{ readonly pages: number; readonly text: string }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  }
  const pages = pdf.numPages;
  await task.destroy();
  return { pages, text: text.replace(/[ \n]+/gu, (gap) => (gap.includes('\n') ? '\n' : ' ')) };
}
