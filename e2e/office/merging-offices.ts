import 'fake-indexeddb/auto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { registerDocument, saveDocument } from '#renderer/data/documents/document-repository.ts';
import { readBookContent } from '#renderer/data/registers/use-registers.ts';
import { shadowsOf } from '#renderer/data/replica/start-anew.ts';
import { commit } from '#renderer/data/write/commit.ts';
import { saveRecord } from '#renderer/data/write/save-record.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { readStick } from '#renderer/sync/parcel/read-stick.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import { nodeStick } from '#parcel/stick.ts';
import { must } from '#shared/base/must.ts';
import { reportSeries } from '#shared/domain/register/series-report.ts';
import { ok } from '#shared/base/result.ts';
import { asTold } from '#server/test-office.ts';
import { restoreProvince } from '#server/province-backup.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { expectEqual } from './run-proof.ts';
import { readAtProvince } from './stick-province.ts';
import { newPcOnDisk, startWindowlessPc, type PcOnDisk, type StickInHand, type WindowlessPc } from './windowless-pc.ts';

/** A PC with what stays of it on its disk: `pc` is another program after each start. */
export type MergingPc = { readonly disk: PcOnDisk; readonly hand: StickInHand; pc: WindowlessPc };

/** Two communes of one province, which become one. */
export class MergingOffices {
  private readonly heads = new Map<string, string>();

  private constructor(
    public server: RunningServer,
    private readonly folder: string,
    private readonly onEnd: (clean: () => Promise<unknown>) => void,
  ) {}

  static async found(folder: string, onEnd: (clean: () => Promise<unknown>) => void): Promise<MergingOffices> {
    const server = await startServer({ dataDir: join(folder, 'province') });
    await server.createCommune({ id: 'xa-cu', name: 'xã Cũ', province: 'tỉnh Cao Bằng' });
    await server.createCommune({ id: 'po-khau', name: 'xã Pò Khẩu', province: 'tỉnh Cao Bằng' });
    const offices = new MergingOffices(server, folder, onEnd);
    onEnd(() => offices.server.stop());
    return offices;
  }

  /** The province is backed up. */
  async backUp(): Promise<void> {
    await this.server.backup(join(this.folder, 'backups'));
  }

  /** It loses its disk, and comes back from that backup at the same address. */
  async restore(): Promise<void> {
    const { port } = this.server;
    const dataDir = join(this.folder, 'province');
    await this.server.stop();
    await restoreProvince({ dataDir, folder: join(this.folder, 'backups'), replace: true });
    this.server = await startServer({ dataDir, port });
  }

  /** A PC of a commune; the first one puts its head in, who acts at all of them. */
  async join(commune: string, name: string, holdsRegister: boolean): Promise<MergingPc> {
    const disk = newPcOnDisk(join(this.folder, name), name);
    const code = must(await this.server.createCode(commune, { name, holdsRegister }), 'the commune is there');
    const hand = { stick: nodeStick, folder: join(this.folder, `${name}-stick`), partBytes: 1024 * 1024, noted: [] };
    await mkdir(hand.folder);
    const joined: MergingPc = {
      disk,
      hand,
      pc: await startWindowlessPc(disk, { serverUrl: this.server.url, code }, hand),
    };
    this.onEnd(() => joined.pc.close());
    const head = this.heads.get(commune);
    if (head === undefined) this.heads.set(commune, await joined.pc.hire('office-head'));
    else joined.pc.office.actor = head;
    await sync(joined);
    return joined;
  }

  /** The line is there again: the PC hears what happened, its page begins again, and it goes on. Gives the commune it belongs to then. */
  async comeBack(at: MergingPc): Promise<string> {
    const told = await at.pc.engine.runOnce();
    expectEqual(told.ok ? 'went on' : told.error.code, 'office-merged', `${at.disk.name} is told`);
    const { actor } = at.pc.office;
    await at.pc.close();
    await this.open(at, actor);
    await sync(at);
    return at.pc.office.device.commune.id;
  }

  /** The program is ended where it stands, and started again. */
  async killAndReopen(at: MergingPc): Promise<void> {
    const { actor } = at.pc.office;
    at.pc.engine.stop();
    at.pc.office.close();
    await this.open(at, actor);
  }

  /** The store of a PC is gone when it starts: it has its journal. */
  async loseStore(at: MergingPc): Promise<void> {
    const { actor, db } = at.pc.office;
    await at.pc.close();
    await db.delete();
    await this.open(at, actor);
    await sync(at);
  }

  private async open(at: MergingPc, actor: string): Promise<void> {
    at.pc = await startWindowlessPc(at.disk, undefined, at.hand);
    at.pc.office.actor = actor;
  }

  /** PCs give each other what the province does not have yet, over the office's own network. */
  async meet(one: MergingPc, other: MergingPc): Promise<void> {
    for (const { pc } of [one, other]) await pc.lan.setOn(true);
    await one.pc.lan.setTyped([`127.0.0.1:${String(must(other.pc.lan.listening(), 'it listens'))}`]);
    for (let i = 0; i < 2; i += 1) for (const { pc } of [one, other]) await pc.exchange.runOnce();
    for (const { pc } of [one, other]) await pc.lan.setOn(false);
  }

  /** A PC writes what is unsent on its stick. */
  async writeStick({ pc, disk }: MergingPc): Promise<void> {
    const chosen = await pc.desktop.call['parcel:choose']({ purpose: 'write' });
    const written = chosen.ok ? await writeParcel(pc.office, pc.desktop, { to: 0, label: 'USB-1' }) : chosen;
    if (!written.ok) throw new Error(`${disk.name} wrote no package: ${written.error.code}`);
  }

  /** The province's people read it, and write their answer onto it. */
  async readStick({ hand, disk }: MergingPc): Promise<void> {
    const said = await readAtProvince(join(this.folder, 'province'), hand.folder, { answer: true });
    if (!said.isDone) throw new Error(`the stick of ${disk.name} was not read: ${said.text}`);
  }

  /** A PC without a line reads its stick: it hears that its office was merged, begins again, and is given the stick once more. Gives its commune then. */
  async followByStick(at: MergingPc): Promise<string> {
    const first = await readChosen(at);
    expectEqual(first.ok ? 'read' : first.error.code, 'office-merged', `${at.disk.name} is told by its stick`);
    const { actor } = at.pc.office;
    await at.pc.close();
    await this.open(at, actor);
    const again = await readChosen(at);
    expectEqual(again.ok && again.value.parcels.map(({ outcome }) => outcome), ['whole'], 'the stick, given once more');
    return at.pc.office.device.commune.id;
  }

  /** A PC's copy is the province's stream, cell by cell. */
  async checkServer(commune: string, { pc }: MergingPc): Promise<void> {
    const held = await shadowsOf(pc.office.db.shadows, pc.office.stream).toArray();
    const shown = held.map(({ type, id, seq, f, c }) => [`${type}:${id}`, { type, id, seq, f, c }] as const);
    const records = (await this.server.recordsOf(commune)).map(
      (record) => [`${record.type}:${record.id}`, asTold(record)] as const,
    );
    expectEqual(Object.fromEntries(shown), Object.fromEntries(records), 'the copy is the province’s stream');
  }
}

/** What lies on a PC's stick is read. The page begins again only when the proof lets it. */
async function readChosen({ pc }: MergingPc): ReturnType<typeof readStick> {
  await pc.desktop.call['parcel:choose']({ purpose: 'read' });
  return readStick(pc.office, pc.desktop, () => undefined);
}

/** Whole runs, one PC after the other. */
export async function sync(...at: readonly MergingPc[]): Promise<void> {
  for (const { pc, disk } of at) {
    const result = await pc.engine.runOnce();
    if (!result.ok) throw new Error(`${disk.name} did not sync: ${result.error.code}`);
  }
}

/** How often a PC had to throw its copy of the office's stream away and fetch all of it again: a copy that is not what the province holds heals so. */
export async function timesBegunAnew({ pc }: MergingPc): Promise<number> {
  return must(await pc.office.db.cookies.get(pc.office.stream), 'a copy of the stream').gen;
}

const studyTitle = (which: number): string => `Tài liệu mẫu ${String(which)}`;

/** Many small records at once: somebody has filled the study library. */
export async function fillLibrary({ pc }: MergingPc, count: number): Promise<void> {
  const { office } = pc;
  const item = { symbol: '', issuer: '', issuedOn: null, topic: '', summary: '', documentId: null, readingMinutes: 5 };
  const drafts = Array.from({ length: count }, (_, i) => ({
    ...{ t: 'set' as const, stream: office.stream, type: 'studyItem' as const, id: office.ports.newId() },
    f: { ...item, title: studyTitle(i + 1), dueOn: null, unitIds: [], isClosed: false },
  }));
  const saved = await commit(office, () => Promise.resolve(ok(drafts)));
  if (!saved.ok) throw new Error(`the library was not filled: ${saved.error.code}`);
}

/** Somebody writes another title of a study item made by `fillLibrary`, of what is to be seen. */
export async function retitleStudy({ pc, disk }: MergingPc, which: number): Promise<void> {
  const items = await pc.office.db.studyItems.toArray();
  const { id, seq } = must(
    items.find(({ title }) => title === studyTitle(which)),
    `${disk.name} shows the study item`,
  );
  const saved = await saveRecord(pc.office, 'studyItem', id, { title: 'Tài liệu đã sửa tên' }, seq);
  if (!saved.ok) throw new Error(`not saved at ${disk.name}: ${saved.error.code}`);
}

/** A paper comes in. */
export async function register(
  { pc, disk }: MergingPc,
  symbol: string,
  files: readonly StoredFile[] = [],
): Promise<string> {
  const saved = await registerDocument(pc.office, { ...fakePaper(symbol), receivedOn: pc.office.today() }, files);
  if (!saved.ok) throw new Error(`${symbol} was not registered at ${disk.name}: ${saved.error.code}`);
  return saved.value.id;
}

/** Somebody writes another abstract, of what is to be seen. */
export async function rewrite({ pc, disk }: MergingPc, id: string, abstract: string): Promise<void> {
  const { seq } = must(await pc.office.db.documents.get(id), `${disk.name} shows the paper`);
  const saved = await saveDocument(pc.office, id, { abstract }, seq);
  if (!saved.ok) throw new Error(`not saved at ${disk.name}: ${saved.error.code}`);
}

/** Lines of this year's number book of what comes in, each with the former office it is shown for; one that is no paper's by its kind. */
export async function numberLines({ pc: { office } }: MergingPc): Promise<readonly string[]> {
  const registers = await office.db.registers.toArray();
  const open = must(
    registers.find(({ book, closedOn }) => book === 'incoming' && closedOn === null),
    'the open book',
  );
  const year = office.today().slice(0, 4);
  const { papers } = await readBookContent(office, open);
  const ofYear = papers.filter(({ series }) => series === year);
  return reportSeries(ofYear, [], []).map((line) =>
    line.kind === 'paper' ? `${String(line.from)} ${line.paper.office ?? ''}` : `${String(line.from)} ${line.kind}`,
  );
}

/** What a PC shows of its papers, in order. */
export async function papersOf({ pc }: MergingPc): Promise<readonly string[]> {
  const rows = await pc.office.db.documents.toArray();
  return rows.map(({ symbol, arrivalNumber, abstract }) => `${symbol} số ${String(arrivalNumber)}: ${abstract}`).sort();
}
