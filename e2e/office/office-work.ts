import { tableOfEntity } from '#renderer/data/database.ts';
import { PROVINCE_STREAM } from '#shared/entities.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import type { PaperFacts } from '#e2e/sample/paper-text.ts';
import type { DocumentFields } from '#shared/domain/document/document-record.ts';
import type { OfficePc } from './office-pc.ts';

/** How many edits of documents, and on how many of the first documents everybody edits the same field. */
type EditOrder = {
  readonly total: number;
  readonly shared: number;
  readonly mark: string;
  /** First edit's place among the fields nobody else edits. */ readonly startAt: number;
};

/** Edits documents through the repository: `shared` of them all PCs change in the same field, the rest nobody else touches. */
export async function editDocuments(pc: OfficePc, order: EditOrder): Promise<void> {
  await pc.page.evaluate(async ({ total, shared, mark, startAt }) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const ids = (await office.db.documents.toCollection().primaryKeys()).sort();
    const free = ['note', 'signer'] as const;
    for (let i = 0; i < total; i += 1) {
      const place = startAt + i;
      const id = i < shared ? ids[i] : ids[shared + (place % (ids.length - shared))];
      const field = i < shared ? 'result' : free[Math.floor(place / (ids.length - shared)) % 2];
      if (id === undefined || field === undefined) throw new Error('too few documents');
      const row = await office.db.documents.get(id);
      const saved = await acts.saveDocument(
        office,
        id,
        { [field]: `${mark}, sửa lần ${String(i + 1)}` },
        row?.seq ?? 0,
      );
      if (!saved.ok) throw new Error(`edit refused: ${saved.error.code}`);
    }
  }, order);
}

/** Registers papers with a PDF each, as the register form does: file to the vault first, then the line. */
export async function makePapers(pc: OfficePc, count: number, seed: string): Promise<void> {
  // One scan for all of them, told apart behind its last line: drawing each would take longer than everything that is proved of it.
  const scan = await generatePdf({ seed, facts: factsOf(pc, 0) });
  for (let i = 0; i < count; i += 1) {
    const facts = factsOf(pc, i);
    const bytes = Buffer.concat([scan, Buffer.from(`%${seed}/${String(i)}\n`)]);
    await pc.page.evaluate(
      async ({ encoded, paper }) => {
        const handle = window.officeForTests;
        if (handle === undefined) throw new Error('the app is not open to tests');
        const { office, acts } = handle;
        const raw = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
        const stored = await acts.storeFile(new File([raw], 'to-giay.pdf', { type: 'application/pdf' }), 1);
        if (!stored.ok) throw new Error(`file refused: ${stored.error.code}`);
        const saved = await acts.registerDocument(office, { ...paper, receivedOn: office.today() }, [stored.value]);
        if (!saved.ok) throw new Error(`paper refused: ${saved.error.code}`);
      },
      { encoded: bytes.toString('base64'), paper: fakePaper(facts.symbol, facts) },
    );
  }
}

function factsOf(pc: OfficePc, i: number): PaperFacts {
  return {
    symbol: `${String(i + 1)}-CV/VPTU`,
    issuedOn: '2026-11-19' as DocumentFields['issuedOn'],
    issuer: 'Văn phòng Tỉnh uỷ',
    typeId: null,
    abstract: `Về việc thử làm khi mất mạng, tờ ${String(i + 1)} của ${pc.name}`,
    signer: 'Nguyễn Văn Mẫu',
    urgency: 'normal',
  };
}

/** Everything a PC shows, by record: the visible values, with the sequence each was last changed at. */
export function dumpRecords(pc: OfficePc): Promise<Record<string, unknown>> {
  return pc.page.evaluate(
    async ({ tables, others }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const dump: Record<string, unknown> = {};
      for (const [type, table] of tables)
        for (const row of (await handle.office.db.table(table).toArray()) as { id: string; stream: string }[])
          if (row.stream !== others) dump[`${type}:${row.id}`] = row;
      return dump;
    },
    { tables: Object.entries(tableOfEntity), others: PROVINCE_STREAM },
  );
}

/** Open conflicts as `type:id:field`, in order. */
export function listOpenConflicts(pc: OfficePc): Promise<string[]> {
  return pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const open = await handle.acts.listConflicts(handle.office);
    return open.flatMap(({ type, id, fields }) => fields.map(({ field }) => `${type}:${id}:${field}`)).sort();
  });
}

/** Settles every open conflict with the value used for the time being. */
export async function settleAll(pc: OfficePc): Promise<void> {
  await pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    for (const { type, id, seq, fields } of await acts.listConflicts(office)) {
      for (const { field, now } of fields) {
        const settled = await acts.settleConflict(office, type, id, field, now.value, seq);
        if (!settled.ok) throw new Error(`settlement refused: ${settled.error.code}`);
      }
    }
  });
}

/** Which of these files lie in the PC's vault. */
export async function presentFiles(pc: OfficePc, hashes: readonly string[]): Promise<string[]> {
  return pc.page.evaluate(async (wanted) => {
    const reply = await window.desktop?.call['vault:present']({ hashes: [...wanted] });
    if (reply?.ok !== true) throw new Error('the vault did not answer');
    return [...reply.value];
  }, hashes);
}
