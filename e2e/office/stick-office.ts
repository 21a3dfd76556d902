import 'fake-indexeddb/auto';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createPulledStick, type PulledStick } from './pulled-stick.ts';
import { newPcOnDisk, startWindowlessPc, type PcOnDisk, type StickInHand, type WindowlessPc } from './windowless-pc.ts';
import { OnlineTwin } from './stick-province.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { saveRecord } from '#renderer/data/write/save-record.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { readStick, type StickReport } from '#renderer/sync/parcel/read-stick.ts';
import { must } from '#shared/base/must.ts';
import type { SeededRandom } from '#shared/sync/simulation/seeded-random.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';

export const OFFICE = 'na-lau';
export const OTHER_OFFICE = 'po-khau';
const PART_BYTES = 64 * 1024;

/** A PC with a stick that can be pulled. `late`: sticks that are still on their way. */
export type StickPc = WindowlessPc & {
  readonly name: string;
  readonly signer: PcOnDisk['signer'];
  readonly hand: StickInHand & { readonly stick: PulledStick };
  readonly late: string[];
};

/** An office without a line, its province, and a twin of that at the other end of the line. */
export type StickOffice = {
  readonly work: string;
  readonly dataDir: string;
  readonly port: number;
  readonly province: RunningServer;
  readonly twinServer: RunningServer;
  readonly twin: OnlineTwin;
  readonly pcs: readonly [StickPc, StickPc];
  /** A PC of another office. */
  readonly stranger: StickPc;
};

/** Founds them. `whileThere` is given the province while the line still leads to it. */
export async function openStickOffice(
  work: string,
  onEnd: (clean: () => Promise<unknown>) => void,
  random: SeededRandom,
  whileThere: (founding: RunningServer) => Promise<unknown>,
): Promise<StickOffice> {
  const [dataDir, twinDir] = [join(work, 'province'), join(work, 'twin')];
  const founding = await startServer({ dataDir });
  onEnd(() => founding.stop());
  const { port, url } = founding;
  const found = (id: string, name: string): Promise<void> =>
    founding.createCommune({ id, name, province: 'tỉnh Cao Bằng' });
  await Promise.all([found(OFFICE, 'xã Nà Lầu'), found(OTHER_OFFICE, 'xã Pò Khẩu')]);
  const enter = async (office: string, name: string, holdsRegister: boolean): Promise<StickPc> => {
    const hand = { stick: createPulledStick(), folder: '', partBytes: PART_BYTES, noted: [] };
    const folder = join(work, name);
    await mkdir(folder);
    const disk = newPcOnDisk(folder, name);
    const code = await founding.createCode(office, { name, holdsRegister });
    const pc = await startWindowlessPc(disk, { serverUrl: url, code }, hand);
    onEnd(() => pc.close());
    return { ...pc, name, signer: disk.signer, hand, late: [] };
  };
  const clerk = await enter(OFFICE, 'van-thu', true);
  const [colleague, stranger] = await Promise.all([
    enter(OFFICE, 'dong-nghiep', false),
    enter(OTHER_OFFICE, 'xa-ben', true),
  ]);
  const head = await clerk.hire('office-head');
  await stranger.hire('office-head');
  for (let i = 0; i < 6; i += 1) await registerPaper(clerk, `${String(i)}-CV/VPTU`, random.below(1000));
  await Promise.all([clerk, stranger].map((pc) => pc.engine.runOnce()));
  await Promise.all([colleague.engine.runOnce(), whileThere(founding)]);
  colleague.office.actor = head;
  await founding.stop();
  await promisify(execFile)('cp', ['-a', dataDir, twinDir]); // whose files they are matters to PostgreSQL
  const province = await startServer({ dataDir });
  onEnd(() => province.stop());
  const twinServer = await startServer({ dataDir: twinDir, port });
  onEnd(() => twinServer.stop());
  const twin = new OnlineTwin();
  for (const pc of [clerk, colleague]) await twin.begin(pc);
  return { work, dataDir, port, province, twinServer, twin, pcs: [clerk, colleague], stranger };
}

/** Registers a paper with a file of about so many bytes. */
export async function registerPaper(pc: WindowlessPc, symbol: string, size: number): Promise<void> {
  const bytes = Uint8Array.from({ length: size + 1 }, (_, i) => (i * 7 + symbol.length * 13 + size) & 0xff);
  const file = await pc.keep('van-ban.pdf', Buffer.concat([bytes, createHash('sha256').update(symbol).digest()]));
  const saved = await registerDocument(pc.office, fakePaper(symbol), [file]);
  if (!saved.ok) throw new Error(saved.error.code);
}

/** A paper with a file, edits of what both PCs see, edits nobody else makes. */
export async function doWork(pc: StickPc, round: number, random: SeededRandom): Promise<void> {
  await registerPaper(pc, `${pc.name}-${String(round)}/CV`, random.below(90_000) + 1);
  const ids = (await pc.office.db.documents.toCollection().primaryKeys()).sort();
  for (let i = 0; i < 5; i += 1) {
    const id = must(i < 2 ? ids[round % 3] : random.pick(ids), 'a paper');
    const field = i < 2 ? 'result' : random.pick(['note', 'signer'] as const);
    const row = await pc.office.db.documents.get(id);
    const value = `${pc.name} ${String(round)}.${String(i)}`;
    const saved = await saveRecord(pc.office, 'document', id, { [field]: value }, row?.seq ?? 0);
    if (!saved.ok) throw new Error(saved.error.code);
  }
}

/** The person chooses this stick. */
export async function takeStick(pc: StickPc, folder: string): Promise<void> {
  pc.hand.folder = folder;
  const chosen = await pc.desktop.call['parcel:choose']({ purpose: 'write' });
  if (!chosen.ok) throw new Error(chosen.error.code);
}

/** The PC reads a stick. */
export async function readHere(pc: StickPc, folder: string): Promise<StickReport> {
  await takeStick(pc, folder);
  const read = await readStick(pc.office, pc.desktop);
  if (!read.ok) throw new Error(`${pc.name} could not read: ${read.error.code}`);
  return read.value;
}

/** What a PC holds of its office's stream, by record. */
export async function shadowsOf({ office }: WindowlessPc): Promise<Record<string, unknown>> {
  const rows = await office.db.shadows.filter(({ stream }) => stream === office.stream).toArray();
  return byRecord(rows);
}

/** Sequence, cells and conflicts by record. */
export function byRecord(
  rows: readonly { readonly type: string; readonly id: string; readonly seq: number; f: object; c: object }[],
): Record<string, unknown> {
  // Counters of writes, what was seen ahead of the province, and where a value stood before are its own: they do not go over the wire.
  const isItsOwn = (key: string): boolean => ['n', 'saw', 'was'].includes(key);
  const shown = (value: object): unknown =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (isItsOwn(key) ? undefined : part)));
  return Object.fromEntries(rows.map(({ type, id, seq, f, c }) => [`${type} ${id}`, shown({ seq, f, c })]));
}
