import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { measurePdf } from './measure-pdf.ts';
import type { OfficePc } from './office-pc.ts';

const CORPUS = '../shared/corpus';

/** A file that is printed along: its pages, and words of its first one. */
export type PrintedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly says: string;
};

/** Papers of the State and the Party as they were published, one of them scanned; and one that is closed by a password. Without the corpus, made ones. */
export async function listPrintedFiles(): Promise<{
  readonly files: readonly PrintedFile[];
  readonly closed: readonly PrintedFile[];
}> {
  if (!existsSync(CORPUS)) {
    const facts = {
      symbol: '84-KH/TU',
      issuedOn: null,
      issuer: 'Tỉnh uỷ Mẫu',
      typeId: null,
      abstract: 'Kế hoạch mẫu',
      signer: '',
    } as const;
    const bytes = await generatePdf({ seed: 'pack', facts: { ...facts, urgency: 'normal' } });
    const { pages } = await measurePdf(bytes);
    return { files: [{ name: 'ke-hoach.pdf', bytes, pages, says: 'Kế hoạch mẫu' }], closed: [] };
  }
  const read = async (path: string, pages: number, says: string): Promise<PrintedFile> => ({
    ...{ name: path.split('/').at(-1) ?? '', pages, says },
    bytes: new Uint8Array(await readFile(join(CORPUS, path))),
  });
  return {
    files: [
      await read('official-pdf/CT-21-CT-TTg-2026.pdf', 6, 'Ký bởi: CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      await read('official-scan/real/NQ-27-2026-NQ-CP.scan.pdf', 2, 'Trang'),
      await read('official-pdf/party/HD-06-HD-TW-2025.pdf', 33, 'HƯỚNG DẪN'),
    ],
    closed: [await read('signed-pdf/pyhanko/minimal-aes256.pdf', 1, '')],
  };
}

/** An officer plans the meeting, hands files to it and invites. */
export function planMeeting(
  pc: OfficePc,
  unitId: string,
  startsAt: string,
  files: readonly PrintedFile[],
): Promise<string> {
  const sent = files.map(({ name, bytes, pages }) => ({ name, pages, base64: Buffer.from(bytes).toString('base64') }));
  return pc.page.evaluate(
    async ([cell, begin, all]) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const made = await acts.addMeeting(office, {
        ...{ unitId: cell, kind: 'regular', startsAt: begin, topic: '' },
        ...{ place: 'Nhà văn hoá thôn', chair: 'Nông Văn Mẫu', clerk: 'Lò Thị Thử' },
        agenda: [
          { title: 'Tình hình tháng, nhiệm vụ tháng tới', presenter: 'Bí thư', minutes: 30 },
          { title: 'Học Chỉ thị 21 của Thủ tướng Chính phủ', presenter: '', minutes: 45 },
        ],
      });
      if (!made.ok) throw new Error(made.error.code);
      const stored = [];
      for (const { name, pages, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const file = await acts.storeFile(new File([bytes], name, { type: 'application/pdf' }), pages);
        if (!file.ok) throw new Error(file.error.code);
        stored.push(file.value);
      }
      const { id } = made.value;
      const handed = await acts.handToMeetings(office, [id], { paperIds: [], files: stored });
      if (!handed.ok) throw new Error(handed.error.code);
      const invited = await acts.inviteToMeeting(office, id, 'Chi uỷ kính mời đồng chí tới dự sinh hoạt chi bộ.');
      if (!invited.ok) throw new Error(invited.error.code);
      return id;
    },
    [unitId, startsAt, sent] as const,
  );
}
