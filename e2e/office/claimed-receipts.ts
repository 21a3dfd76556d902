import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { filesFolderOf } from '#server/open-file-places.ts';
import { openAsOwner, type Database } from '#server/storage/database.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';
import { storedPath } from '#server/storage/file-folder.ts';
import { must } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import type { OfficePc } from './office-pc.ts';
import { expectEqual } from './run-proof.ts';

/** What a PC says of its papers at a moment. `records` and `files` are those of papers it calls "at the province". */
export type Claims = {
  readonly atProvince: number;
  readonly onlyHere: number;
  readonly taken: number;
  readonly records: readonly {
    readonly type: string;
    readonly id: string;
    readonly seq: number;
    readonly hash: string;
  }[];
  readonly files: readonly string[];
};

/** Reads what the PC says of every paper, by the receipts its screens show. */
export function readClaims(pc: OfficePc): Promise<Claims> {
  return pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const ids = await office.db.documents.toCollection().primaryKeys();
    const receipts = await Promise.all(ids.map((id) => acts.readReceipt(office, 'document', id)));
    const known = receipts.filter((receipt) => receipt !== undefined);
    const claimed = known.filter(({ place }) => place === 'at-province');
    return {
      atProvince: claimed.length,
      onlyHere: known.filter(({ place }) => place === 'only-here').length,
      taken: known.filter(({ place }) => place === 'taken').length,
      records: claimed.flatMap(({ records }) => [...records]),
      files: claimed.flatMap(({ files }) => [...files]),
    };
  });
}

/**
 * The province produces everything claimed, by hash: each record from its row in PostgreSQL (or, when it was changed since, from the trail up to the claimed
 * sequence), each file from the bytes in its folder. Hashes are computed here anew, by none of the product's code. How many came from the trail.
 */
export async function expectProduced(dataDir: string, commune: string, { records, files }: Claims): Promise<number> {
  const owner = openAsOwner(must(await findRunningPostgres(dataDir), 'the database runs'));
  try {
    const stored = await readStored(owner, commune);
    const wrong: string[] = [];
    let fromTrail = 0;
    for (const { type, id, seq, hash } of records) {
      const held = stored.get(`${type}:${id}`);
      const isOfNow = held?.seq === seq;
      if (!isOfNow) fromTrail += 1;
      const cells = isOfNow ? held.cells : await cellsFromTrail(owner, commune, type, id, seq);
      if (sha256(textOf(type, id, seq, cells, isOfNow ? held.conflicts : [])) !== hash)
        wrong.push(`${type}:${id}@${String(seq)}`);
    }
    expectEqual(wrong, [], 'records said to be at the province that it cannot produce by hash');
    const listed = new Set(
      (await owner.selectFrom('file').select('hash').where('commune', '=', commune).execute()).map(({ hash }) => hash),
    );
    const lost: string[] = [];
    for (const hash of files) {
      const bytes = await readFile(storedPath(filesFolderOf(dataDir), commune, hash)).catch(() => undefined);
      if (bytes === undefined || !listed.has(hash) || sha256(bytes) !== hash) lost.push(hash);
    }
    expectEqual(lost, [], 'files said to be at the province that it cannot produce by hash');
    return fromTrail;
  } finally {
    await owner.destroy();
  }
}

/** A value with where it comes from: field, value, sequence, time, device, person. */
type CellLine = readonly [field: string, v: unknown, s: number, h: number, d: number, by: string];
type ConflictLine = readonly [field: string, s: number, entries: readonly (readonly unknown[])[]];
type Stored = {
  readonly seq: number;
  readonly cells: readonly CellLine[];
  readonly conflicts: readonly ConflictLine[];
};

/** What the server keeps behind these four is not told to PCs, and not hashed. */
type Origin = readonly [s: number, h: number, d: number, by: string, ...rest: readonly unknown[]];
type RawRecord = {
  readonly o: readonly Origin[];
  readonly f: Readonly<Record<string, readonly [unknown, number]>>;
  readonly c?: Readonly<Record<string, { readonly s: number; readonly e: readonly (readonly [unknown, number])[] }>>;
};

async function readStored(owner: Database, commune: string): Promise<ReadonlyMap<string, Stored>> {
  const { rows } = await sql<{ type: string; id: string; seq: number; data: RawRecord }>`
    select type, id, seq, data from record where stream = ${communeStream(commune)}`.execute(owner);
  return new Map(
    rows.map(({ type, id, seq, data: { o, f, c = {} } }) => {
      const originOf = (place: number): readonly [number, number, number, string] => {
        const [written, time, device, person] = must(o[place], 'each value has an origin');
        return [written, time, device, person];
      };
      const cells = Object.entries(f).map(([field, [v, place]]): CellLine => [field, v, ...originOf(place)]);
      const conflicts = Object.entries(c).map(([field, { s, e }]): ConflictLine => [
        field,
        s,
        e.map(([v, place]) => [v, ...originOf(place)]).sort((a, b) => Number(a[3]) - Number(b[3])),
      ]);
      return [`${type}:${id}`, { seq, cells, conflicts }];
    }),
  );
}

/** A record as it was at a sequence: its plain writes one over the other. The work of this proof makes no conflicts. */
async function cellsFromTrail(
  owner: Database,
  commune: string,
  type: string,
  id: string,
  upTo: number,
): Promise<readonly CellLine[]> {
  const { rows } = await sql<{ seq: number; h: number; device: number; by: string; f: Record<string, unknown> }>`
    select seq, h, device, by, f from audit
    where stream = ${communeStream(commune)} and type = ${type} and id = ${id} and seq <= ${upTo} order by seq`.execute(
    owner,
  );
  const cells = new Map<string, CellLine>();
  for (const { seq, h, device, by, f } of rows)
    for (const [field, v] of Object.entries(f)) cells.set(field, [field, v, seq, h, device, by]);
  return [...cells.values()];
}

/** The text that is hashed, as docs/sync.md describes it. */
function textOf(
  type: string,
  id: string,
  seq: number,
  cells: readonly CellLine[],
  conflicts: readonly ConflictLine[],
): string {
  const byField = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
  const lines = [...cells].sort(byField).map(([field, v, ...origin]) => [field, ordered(v), ...origin]);
  const asked = [...conflicts]
    .sort(byField)
    .map(([field, s, entries]) => [field, s, entries.map(([v, ...origin]) => [ordered(v), ...origin])]);
  return JSON.stringify([type, id, seq, lines, asked]);
}

function ordered(v: unknown): unknown {
  if (Array.isArray(v)) return v.map(ordered);
  if (v === null || typeof v !== 'object') return v;
  const names = Object.keys(v).sort();
  return { o: names.map((name) => [name, ordered((v as Record<string, unknown>)[name])]) };
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
