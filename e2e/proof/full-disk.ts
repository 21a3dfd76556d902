/** A disk that fills up during edits, down to the last byte: no acknowledged edit is lost, the screen says what happened, and work goes on when there is room. */
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficePc, SAMPLE_PASSPHRASE } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { mountSmallDisk } from '#e2e/office/small-disk.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const MIB = 1024 * 1024;
const DISK_MIB = 130;
const NAME = 'Máy văn thư';
const GUARDED = { HOSOXA_DISK_READ_ONLY_MB: '40', HOSOXA_DISK_LOW_MB: '50', HOSOXA_BALLAST_MB: '8' };
/** As if the guard's limits had come too late: only the ballast stands between the journal and a full disk. */
const UNGUARDED = { HOSOXA_DISK_READ_ONLY_MB: '0', HOSOXA_DISK_LOW_MB: '0', HOSOXA_BALLAST_MB: '8' };

const marks = ['có canh chừng', 'có chỗ trở lại', 'không canh chừng'] as const;

await runProof('full-disk', async ({ say, onEnd }) => {
  const disk = await mountSmallDisk(DISK_MIB);
  onEnd(disk.remove);
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-province-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const order = { seed: 12, documents: 60, members: 10, files: 0, today: toPlainDate('2026-11-20'), place };
  await seedProvince(server, order, Date.now);
  const joined = await OfficePc.join(server, place.id, NAME, true);
  await joined.settle();
  await joined.close();
  const profile = join(disk.folder, 'profile');
  await cp(joined.profile, profile, { recursive: true });
  await joined.discard();
  await rm(join(profile, 'ballast'), { force: true }); // of the usual size, too large for this disk
  const { port } = server;
  await server.stop();
  let pc = await OfficePc.open(NAME, profile, GUARDED);
  onEnd(() => pc.app.close().catch(() => undefined));
  await pc.unlock();
  await ballastIsThere(profile);
  say(`a PC on a disk of ${DISK_MIB} MiB, ${mib(await disk.freeBytes())} free, the province is down`);

  await beginEditing(pc, marks[0]);
  await acknowledged(pc, 20);
  await disk.fillUpTo(30 * MIB);
  await refused(pc, 5);
  await disk.fillUpTo(0);
  await pc.page.getByText('chương trình tạm thời chỉ cho xem').first().waitFor();
  const guarded = await stopEditing(pc);
  expectEqual(Object.keys(guarded.refusals), ['disk-read-only'], 'what refused edits were told');
  say(`filled: ${guarded.saved.length} edits acknowledged, then refused with disk-read-only; the screen says so`);
  await disk.makeRoom();
  await beginEditing(pc, marks[1]);
  await acknowledged(pc, 5);
  const after = await stopEditing(pc);
  say(`room again: ${after.saved.length} edits acknowledged without another start`);
  await pc.close();

  pc = await OfficePc.open(NAME, profile, UNGUARDED);
  await pc.unlock();
  await ballastIsThere(profile);
  await beginEditing(pc, marks[2]);
  await acknowledged(pc, 20);
  await disk.fillUpTo(0);
  await refused(pc, 1);
  await disk.fillUpTo(0); // what the ballast gave back goes too
  const unguarded = await stopEditing(pc);
  const ballast = await stat(join(profile, 'ballast')).then(
    () => 'kept',
    () => 'given up',
  );
  kill(pc);
  const storeBefore = await readStoreId(profile);
  say(
    `filled to ${String(await disk.freeBytes())} bytes: ${unguarded.saved.length} edits acknowledged, then ${told(unguarded.refusals)}, ballast ${ballast}; killed`,
  );

  await disk.fillUpTo(0);
  pc = await OfficePc.open(NAME, profile, UNGUARDED);
  const atFull = await enter(pc, 5000);
  kill(pc);
  say(`opened with no byte free: ${atFull}; killed`);

  await disk.makeRoom();
  let starts = 0;
  let entered = '';
  while (entered !== 'in the office' && starts < 3) {
    pc = await OfficePc.open(NAME, profile, GUARDED);
    entered = await enter(pc, 15_000);
    starts += 1;
  }
  server = await startServer({ dataDir, port });
  await pc.waitForShell();
  await pc.settle();
  const saved = [...guarded.saved, ...after.saved, ...unguarded.saved];
  const here = await readNotes(pc);
  const there = new Map((await server.recordsOf(place.id)).map(({ id, f }) => [id, f['note']?.v]));
  const newest = new Map(saved.map(({ id, note }) => [id, note]));
  const lost = [...newest].filter(([id, note]) => !isKept(here.get(id), note) || !isKept(there.get(id), note));
  expectEqual(lost, [], 'acknowledged edits that are not on the PC and at the province');
  const leftovers = (await readdir(profile)).filter((name) => name.endsWith('.next'));
  expectEqual(leftovers, [], 'unfinished files that lie about');
  say(
    `room again: ${(await readStoreId(profile)) !== storeBefore ? 'the store was gone and was rebuilt' : 'the store had survived'}, everything is at the province`,
  );
  return `${saved.length} acknowledged edits, 0 lost`;
});

/** Types the passphrase and waits for what comes: the office, the end of the program (it sets a broken store aside and starts again), or neither. */
async function enter(pc: OfficePc, patienceMs: number): Promise<string> {
  const ended = pc.app.waitForEvent('close', { timeout: 0 }).then(() => 'the program set the store aside and ended');
  const inside = pc
    .tryPassphrase(SAMPLE_PASSPHRASE)
    .then(() => pc.page.waitForFunction(() => window.officeForTests !== undefined))
    .then(() => 'in the office');
  const neither = new Promise<string>((done) => setTimeout(done, patienceMs, 'neither in the office nor ended'));
  return Promise.race([ended, inside.catch(() => neither), neither]);
}

/** As a power cut would end it; it may have ended by itself. */
function kill(pc: OfficePc): void {
  try {
    pc.app.process().kill('SIGKILL');
  } catch {
    // Playwright forgets a program that has ended
  }
}

/** An edit a person was told is saved. */
type Saved = { readonly id: string; readonly note: string };

declare global {
  interface Window {
    editing?: { stop: boolean; ended: Promise<void>; saved: Saved[]; refusals: Record<string, number> };
  }
}

/** Edits one paper after another, without end, and keeps what each was answered. */
async function beginEditing(pc: OfficePc, mark: string): Promise<void> {
  await pc.page.evaluate(async (words) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const ids = (await office.db.documents.toCollection().primaryKeys()).sort();
    const work = {
      stop: false,
      ended: Promise.resolve(),
      saved: [] as Saved[],
      refusals: {} as Record<string, number>,
    };
    window.editing = work;
    work.ended = (async () => {
      for (let i = 0; !work.stop; i += 1) {
        const id = ids[i % ids.length] ?? '';
        const note = `${words}, lần ${String(i + 1).padStart(6, '0')}`;
        try {
          const result = await acts.saveDocument(office, id, { note }, 0);
          if (result.ok) work.saved.push({ id, note });
          else work.refusals[result.error.code] = (work.refusals[result.error.code] ?? 0) + 1;
        } catch (cause) {
          const name = cause instanceof Error ? cause.name : 'thrown';
          work.refusals[name] = (work.refusals[name] ?? 0) + 1;
        }
        await new Promise((done) => setTimeout(done, 20));
      }
    })();
  }, mark);
}

async function stopEditing(pc: OfficePc): Promise<{ saved: readonly Saved[]; refusals: Record<string, number> }> {
  return pc.page.evaluate(async () => {
    const work = window.editing;
    if (work === undefined) throw new Error('nobody edits');
    work.stop = true;
    await Promise.race([work.ended, new Promise((done) => setTimeout(done, 5000))]);
    return { saved: work.saved, refusals: work.refusals };
  });
}

async function acknowledged(pc: OfficePc, count: number): Promise<void> {
  await pc.page.waitForFunction((wanted) => (window.editing?.saved.length ?? 0) >= wanted, count);
}

async function refused(pc: OfficePc, count: number): Promise<void> {
  await pc.page.waitForFunction(
    (wanted) => Object.values(window.editing?.refusals ?? {}).reduce((sum, each) => sum + each, 0) >= wanted,
    count,
  );
}

async function readNotes(pc: OfficePc): Promise<Map<string, unknown>> {
  const rows = await pc.page.evaluate(async () => {
    const documents = (await window.officeForTests?.office.db.documents.toArray()) ?? [];
    return documents.map(({ id, note }) => [id, note] as const);
  });
  return new Map(rows);
}

/** The note itself, or a later one: an edit whose answer never reached the person may have been kept. */
function isKept(found: unknown, note: string): boolean {
  return typeof found === 'string' && placeOf(found) >= placeOf(note);
}

function placeOf(note: string): number {
  const [mark = '', count = ''] = note.split(', lần ');
  return marks.findIndex((each) => each === mark) * 1_000_000 + Number(count);
}

async function readStoreId(profile: string): Promise<unknown> {
  return (JSON.parse(await readFile(join(profile, 'store.json'), 'utf8')) as { storeId?: unknown }).storeId;
}

async function ballastIsThere(profile: string): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    if ((await stat(join(profile, 'ballast')).catch(() => undefined)) !== undefined) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  expectThat(profile, () => false, 'the ballast is made while there is room');
}

function told(refusals: Record<string, number>): string {
  return Object.keys(refusals).join(', ');
}

function mib(bytes: number): string {
  return `${Math.round(bytes / MIB)} MiB`;
}
