import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSecrecyMark } from './secrecy-mark.ts';

describe('findSecrecyMark', () => {
  it.each([
    ['ĐẢNG BỘ TỈNH LẠNG SƠN\nĐẢNG UỶ XÃ NÀ LẦU\n*\nSố 12-BC/ĐU\nMẬT\nBÁO CÁO', 'secret', 4],
    ['TỈNH UỶ\n TỐI MẬT \nSố 3', 'top-secret', 1],
    ['[TUYỆT MẬT]\nSố 3', 'ultra-secret', 0],
    ['Số 3-BC/TU\nM Ậ T\nBáo cáo', 'secret', 1],
    ['Số 3-BC/TU\nT Ố I  M Ậ T', 'top-secret', 1],
    ['MẬT      ĐẢNG CỘNG SẢN VIỆT NAM', 'secret', 0],
    ['TỈNH UỶ LẠNG SƠN     TỐI MẬT', 'top-secret', 0],
    ['Độ mật: Tối mật\nSố: 15', 'top-secret', 0],
    ['ĐỘ MẬT : MẬT', 'secret', 0],
    ['MẬT'.normalize('NFD'), 'secret', 0],
    ['MÂT\nBÁO CÁO', 'secret', 0],
    ['MẬT\ntrang sau\nTUYỆT MẬT', 'ultra-secret', 2],
  ])('finds the mark in %j', (text, degree, line) => {
    expect(findSecrecyMark(text)).toMatchObject({ degree, line });
  });

  it.each([
    'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15',
    'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'TĂNG CƯỜNG CÔNG TÁC BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC',
    'về danh mục tối mật và tuyệt mật',
    'giữ bí\nmật\ncủa Đảng',
    'Mật ong rừng đạt chuẩn OCOP',
    'ĐỘ MẬT: KHÔNG',
    'TÀI LIỆU TỐI MẬT KHÔNG GỬI QUA MẠNG',
    'MẬT ĐỘ DÂN SỐ',
    'TĂNG CƯỜNG BẢO VỆ BÍ  MẬT',
    '',
  ])('finds none in %j', (text) => {
    expect(findSecrecyMark(text)).toBeUndefined();
  });
});

const corpus = new URL('../../../../shared/corpus/official-pdf/', import.meta.url);
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.warn('secrecy-mark: corpus/official-pdf is not here, real papers are skipped');

describe.skipIf(!hasCorpus)('real papers of the corpus, none of them secret', () => {
  it.each([
    'CT-21-CT-TTg-2026.pdf',
    'TT-65-2026-TT-BCA.pdf',
    'party/HD-06-HD-TW-2025.pdf',
    'party/QDi-294-QD-TW-2025.pdf',
  ])('%s has no mark on any page', async (name) => {
    const text = await textOf(new URL(name, corpus));
    expect(text.length).toBeGreaterThan(2000);
    expect(findSecrecyMark(text)).toBeUndefined();
  });
});

/** Lines of all pages, as the app extracts them: items of one height joined, a line break where pdfjs ends a line. */
async function textOf(file: URL): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    for (const item of content.items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
  }
  await task.destroy();
  return text;
}
