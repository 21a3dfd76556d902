import { createHash } from 'node:crypto';
import { generateCommune, type SampleCommune } from '#e2e/sample/commune.ts';
import { createRandom, createSampleIds } from '#e2e/sample/random.ts';
import { enrolSamplePc, type SampleAct } from '#e2e/sample/sample-pc.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { RunningServer } from '#server/start-server.ts';

/** A file of a paper as its record has it; every paper has one, as the reference's documents have a hash. */
type FileFacts = {
  readonly documentId: string;
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly mime: string;
  readonly pages: number;
  readonly addedAt: string;
};

/** An office with so many incoming papers and a file named by each. */
export type FirstSyncOffice = {
  readonly commune: SampleCommune;
  readonly files: readonly (FileFacts & { readonly id: string })[];
};

/** Makes the office; the same for ever. */
export function makeOffice(documents: number): FirstSyncOffice {
  const commune = generateCommune({ seed: 'first-sync', documents, members: 0, today: toPlainDate('2026-11-20') });
  const random = createRandom('first-sync/files');
  const makeId = createSampleIds(random);
  const files = commune.documents.map(({ id: documentId, fields }) => ({
    id: makeId(Date.parse(fields.registeredAt)),
    documentId,
    hash: createHash('sha256').update(documentId).digest('hex'),
    name: `${fields.symbol.replaceAll('/', '-')}.pdf`,
    size: random.int(20_000, 2_000_000),
    mime: 'application/pdf',
    pages: random.int(1, 12),
    addedAt: fields.registeredAt,
  }));
  return { commune, files };
}

/** Puts the office into a province as its clerk would: each paper with its file, in order of arrival. */
export async function sendOffice(server: RunningServer, { commune, files }: FirstSyncOffice): Promise<void> {
  const { id, name, province } = commune.place;
  await server.createCommune({ id, name, province });
  const pc = await enrolSamplePc(
    server.url,
    await server.createCode(id, { holdsRegister: true }),
    'Máy văn thư',
    Date.now,
  );
  const whoIs = (role: string): string =>
    must(
      commune.staff.find(({ fields }) => fields.role === role),
      `somebody is ${role}`,
    ).id;
  const [head, clerk] = [whoIs('office-head'), whoIs('clerk')];
  const toAct = ({ type, id: record, fields }: { type: string; id: string; fields: object }): SampleAct => ({
    t: 'set',
    type,
    id: record,
    f: fields as SampleAct['f'],
  });
  await pc.send(commune.staff.toSorted((a, b) => Number(b.id === head) - Number(a.id === head)).map(toAct), head);
  await pc.send(commune.units.map(toAct), head);
  const papers = commune.documents.flatMap((paper, i) => {
    const { id: file, ...fields } = must(files[i], 'each paper has a file');
    return [toAct(paper), toAct({ type: 'attachment', id: file, fields })];
  });
  await pc.send(papers, clerk);
  await pc.close();
}

/** The papers as documents of a store that knows no columns: the same fields, the file within. */
export function toPlainDocuments({ commune, files }: FirstSyncOffice, count: number): { readonly _id: string }[] {
  return commune.documents.slice(-count).map(({ id, fields }, i) => {
    const { documentId: _owner, ...file } = must(files[commune.documents.length - count + i], 'each paper has a file');
    return { _id: id, type: 'document', ...fields, file };
  });
}
