import { spawn } from 'node:child_process';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';
import type { OfficePc } from './office-pc.ts';
import { makePapers } from './office-work.ts';

/** Outcome of the archive's command: a report for each package it could read, in their order. */
export type ArchiveCommand = {
  readonly code: number;
  readonly reports: readonly PackageReport[];
  readonly said: string;
};

/** Runs `npm run archive -- …` as the archive does, in a program of its own. */
export async function runArchive(args: readonly string[], cwd: string): Promise<ArchiveCommand> {
  const child = spawn(process.execPath, ['build/archive.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? -1)));
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  return { code, said, reports: lines.map((line) => JSON.parse(line) as PackageReport) };
}

/** A dossier of a PC with papers of the register and one paper of its own, each with a PDF. */
export type MadeDossier = { readonly id: string; readonly hashes: readonly string[] };

/** Registers papers with PDFs, puts them into a new dossier in order, a bare paper behind them, and numbers the sheets. */
export async function makeDossier(pc: OfficePc, code: string, papers: number): Promise<MadeDossier> {
  await makePapers(pc, papers, `archive/${code}`);
  const bare = await generatePdf({
    seed: `archive/${code}/bare`,
    facts: {
      symbol: '',
      issuedOn: '2026-11-19' as never,
      issuer: 'Chi bộ thôn Mẫu',
      typeId: null,
      abstract: 'Biên bản họp chi bộ',
      signer: 'Nguyễn Văn Mẫu',
      urgency: 'normal',
    },
  });
  return pc.page.evaluate(
    async ({ code: wanted, encoded, count }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { office, acts } = handle;
      const title = 'Hội nghị Ban Chấp hành Đảng bộ xã năm 2026';
      const list = { year: 2026, title, code: wanted, fileNumber: '1', heading: 'Ban Chấp hành', fondsCode: 'P01' };
      const added = await acts.addDossiers(office, [list]);
      if (!added.ok) throw new Error(`dossier refused: ${added.error.code}`);
      const { id } = added.value;
      const rows = await office.db.documents.filter(({ symbol }) => symbol.endsWith('-CV/VPTU')).toArray();
      const chosen = rows.sort((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1)).slice(-count);
      const papers = chosen.map((row) => ({ ownerType: 'document' as const, ownerId: row.id }));
      const filed = await acts.fileInDossier(office, id, papers);
      if (!filed.ok) throw new Error(`papers refused: ${filed.error.code}`);
      const raw = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const stored = await acts.storeFile(new File([raw], 'bien-ban.pdf', { type: 'application/pdf' }), 1);
      if (!stored.ok) throw new Error(`file refused: ${stored.error.code}`);
      const words = {
        symbol: '',
        issuedOn: null,
        issuer: 'Chi bộ thôn Mẫu',
        typeId: null,
        signer: '',
        pages: 1,
        note: '',
      };
      const paper = { ...words, abstract: 'Biên bản họp chi bộ' };
      const bared = await acts.addBarePaper(office, id, paper, [stored.value]);
      if (!bared.ok) throw new Error(`bare paper refused: ${bared.error.code}`);
      const numbered = await acts.numberSheets(office, id, 1);
      if (!numbered.ok) throw new Error(`numbering refused: ${numbered.error.code}`);
      const files = await office.db.attachments.toArray();
      const owners = new Set(chosen.map((row) => row.id));
      const hashes = files.filter(({ documentId }) => owners.has(documentId)).map(({ hash }) => hash);
      return { id, hashes: [...hashes, stored.value.hash].sort() };
    },
    { code, encoded: Buffer.from(bare).toString('base64'), count: papers },
  );
}
