import type { ImportField } from '#shared/domain/import/import-field-table.ts';
import type { ImportSettings } from '#shared/domain/import/import-settings.ts';
import type { Office } from '../office.ts';

/** A file in the middle of being taken in or compared, as it is kept on this PC: a lock or a restart loses no answer. */
export type KeptWork = {
  readonly fileName: string;
  readonly sheet: number;
  readonly settings: ImportSettings | null;
  readonly pieces: number;
};

/** What a file is read for. */
export type WorkPurpose = 'members' | 'national';

const chosenKey = 'import-work:national:chosen';
const PIECE_BYTES = 512 * 1024;

/** Keeps a file chosen for a purpose, in place of the one before. */
export async function keepFile(
  office: Office,
  purpose: WorkPurpose,
  fileName: string,
  bytes: Uint8Array,
): Promise<void> {
  await forgetWork(office, purpose);
  const savedAtMs = office.nowMs();
  const pieces = Math.ceil(bytes.length / PIECE_BYTES);
  for (let piece = 0; piece < pieces; piece += 1)
    await office.db.localDrafts.put({
      key: pieceKey(purpose, piece),
      value: bytes.slice(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES),
      savedAtMs,
    });
  const value: KeptWork = { fileName, sheet: 0, settings: null, pieces };
  await office.db.localDrafts.put({ key: headKey(purpose), value, savedAtMs });
}

/** Keeps what was settled about the file since. */
export async function keepSettings(
  office: Office,
  purpose: WorkPurpose,
  sheet: number,
  settings: ImportSettings,
): Promise<void> {
  const held = await findWork(office, purpose);
  if (held === undefined) return;
  const value: KeptWork = { ...held, sheet, settings };
  await office.db.localDrafts.put({ key: headKey(purpose), value, savedAtMs: office.nowMs() });
}

/** The work kept for a purpose; undefined when there is none. */
export async function findWork({ db }: Office, purpose: WorkPurpose): Promise<KeptWork | undefined> {
  return (await db.localDrafts.get(headKey(purpose)))?.value as KeptWork | undefined;
}

/** The bytes of the kept file; undefined when some of them are lost. */
export async function readKeptFile(
  { db }: Office,
  purpose: WorkPurpose,
  pieces: number,
): Promise<Uint8Array | undefined> {
  const keys = Array.from({ length: pieces }, (_, piece) => pieceKey(purpose, piece));
  const parts = (await db.localDrafts.bulkGet(keys)).flatMap((row) =>
    row?.value instanceof Uint8Array ? [row.value] : [],
  );
  if (parts.length < pieces) return undefined;
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Keeps which lines of a comparison were chosen to be taken over. */
export async function keepChosen(office: Office, keys: readonly string[]): Promise<void> {
  await office.db.localDrafts.put({ key: chosenKey, value: keys, savedAtMs: office.nowMs() });
}

/** Lines of the comparison in work that were chosen before a lock. */
export async function readChosen({ db }: Office): Promise<readonly string[]> {
  return ((await db.localDrafts.get(chosenKey))?.value as readonly string[] | undefined) ?? [];
}

/** Forgets a file that was taken in or given up. */
export async function forgetWork({ db }: Office, purpose: WorkPurpose): Promise<void> {
  await db.localDrafts.where('key').startsWith(`import-work:${purpose}:`).delete();
}

/** What the columns of a list of this make were settled to be, the last time; undefined the first time. */
export async function recallColumns(
  { db }: Office,
  signature: string,
): Promise<readonly (ImportField | null)[] | undefined> {
  return (await db.localDrafts.get(columnsKey(signature)))?.value as readonly (ImportField | null)[] | undefined;
}

/** Remembers it for the next list of this make. */
export async function rememberColumns(
  office: Office,
  signature: string,
  columns: readonly (ImportField | null)[],
): Promise<void> {
  if (signature === '') return;
  await office.db.localDrafts.put({ key: columnsKey(signature), value: columns, savedAtMs: office.nowMs() });
}

function headKey(purpose: WorkPurpose): string {
  return `import-work:${purpose}:head`;
}

function pieceKey(purpose: WorkPurpose, piece: number): string {
  return `import-work:${purpose}:${String(piece).padStart(4, '0')}`;
}

function columnsKey(signature: string): string {
  return `import-columns:${signature}`;
}
