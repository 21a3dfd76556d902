import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { enrolSamplePc, type SamplePc } from '#e2e/sample/sample-pc.ts';
import type { RunningServer } from '#server/start-server.ts';
import { openAsOwner } from '#server/storage/database.ts';
import { storedPath } from '#server/storage/file-folder.ts';
import { must } from '#shared/base/must.ts';
import type { Row } from '#shared/sync/record.ts';
import type { BusyPc } from './busy-pc.ts';
import { expectEqual, expectThat } from './run-proof.ts';

const COMMUNES = ['na-lau', 'po-khau'] as const;

/** A PC of an office, and the head who acts at it. */
export type ServedPc = {
  readonly pc: SamplePc;
  readonly commune: string;
  readonly head: string;
  readonly holdsBook: boolean;
};

/** Two communes with two PCs each and a head who acts; the first PC of each holds the book. `urlOf`: where the PC of this order finds its province. */
export async function foundOffices(server: RunningServer, urlOf: (index: number) => string): Promise<ServedPc[]> {
  const pcs: ServedPc[] = [];
  const name = { full: 'Nông Thị Hoa', family: 'Nông', middle: 'Thị', given: 'Hoa' };
  const f = { name, post: '', role: 'office-head', unitId: null, order: 1, active: true };
  for (const commune of COMMUNES) {
    await server.createCommune({ id: commune, name: `xã ${commune}`, province: 'tỉnh Cao Bằng' });
    const head = uuidv7();
    for (const holdsBook of [true, false]) {
      const pc = await enrolSamplePc(urlOf(pcs.length), await server.createCode(commune), 'Máy thử', Date.now);
      if (holdsBook) await pc.send([{ t: 'set', type: 'staff', id: head, f }], head);
      pcs.push({ pc, commune, head, holdsBook });
    }
  }
  return pcs;
}

/** Every paper acknowledged is there with its last note and its number, in the same words for everybody. */
export async function checkRecords(pcs: readonly ServedPc[], busy: readonly BusyPc[]): Promise<void> {
  for (const [i, { pc, commune }] of pcs.entries()) {
    const rows = new Map((await pc.pull()).map((row) => [row.id, row]));
    const { notes, numbers } = must(busy[i], 'one each').acknowledged;
    const lost = [...notes].filter(([id, note]) => valueOf(rows.get(id), 'note') !== note);
    expectEqual(lost, [], `papers of ${commune} acknowledged and not there`);
    const wrong = [...numbers].filter(([id, number]) => valueOf(rows.get(id), 'arrivalNumber') !== number);
    expectEqual(wrong, [], `numbers of ${commune} given and not there`);
    const given = [...rows.values()]
      .map((row) => valueOf(row, 'arrivalNumber'))
      .filter((each) => typeof each === 'number');
    expectEqual(new Set(given).size, given.length, `numbers of ${commune} given once each`);
  }
}

function valueOf(row: Row | undefined, field: string): unknown {
  return row?.f[field]?.v;
}

/** No counter of a device was taken twice or left out, and each stream counts every op once. `url`: of the database. */
export async function checkTrail(url: string): Promise<void> {
  const owner = openAsOwner(url);
  try {
    const { rows: doubled } = await sql`
      select device, n, count(*) from audit where device <> 0 group by 1, 2 having count(*) > 1`.execute(owner);
    expectEqual(doubled, [], 'ops applied twice');
    const { rows: holes } = await sql`
      select d.id from device d where d.last_n <> (select count(*) from audit a where a.device = d.id)`.execute(owner);
    expectEqual(holes, [], 'devices with counters taken and not applied');
    const { rows: streams } = await sql`
      select s.id from stream s where s.seq <> (select count(*) from audit a where a.stream = s.id)`.execute(owner);
    expectEqual(streams, [], 'streams that count other than their ops');
  } finally {
    await owner.destroy();
  }
}

/** Every file acknowledged is in its commune's list, and every file in a list is whole on the disk. How many there are. */
export async function checkFiles(
  { url, filesFolder }: { readonly url: string; readonly filesFolder: string },
  pcs: readonly ServedPc[],
  busy: readonly BusyPc[],
): Promise<number> {
  const owner = openAsOwner(url);
  try {
    const listed = await owner.selectFrom('file').select(['commune', 'hash', 'size']).execute();
    for (const { commune, hash, size } of listed) {
      const bytes = await readFile(storedPath(filesFolder, commune, hash));
      const found = [bytes.length, createHash('sha256').update(bytes).digest('hex')];
      expectEqual(found, [size, hash], `file ${hash} of ${commune}`);
    }
    const known = new Set(listed.map(({ commune, hash }) => `${commune}/${hash}`));
    for (const [i, { commune }] of pcs.entries()) {
      const lost = [...must(busy[i], 'one each').acknowledged.files].filter((hash) => !known.has(`${commune}/${hash}`));
      expectEqual(lost, [], `files of ${commune} acknowledged and not there`);
    }
    expectThat(listed.length, (count) => count > pcs.length, 'files sent');
    return listed.length;
  } finally {
    await owner.destroy();
  }
}
