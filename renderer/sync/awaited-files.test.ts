import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import type { Letter } from '#shared/domain/exchange/letter.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { communeStream } from '#shared/entities.ts';
import { acceptArrival, lineOfLetter, takeUpdate } from '#renderer/data/exchange/arrival-repository.ts';
import { listConflicts } from '#renderer/data/review/list-conflicts.ts';
import type { AttachmentRow } from '#renderer/data/rows.ts';
import { addRecord, removeRecord } from '#renderer/data/write/save-record.ts';
import type { checkSentFiles } from '#renderer/platform/check-sent-files.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { createSyncEngine } from './sync-engine.ts';

const stream = communeStream('na-lau');
const letter: Letter = {
  externalId: '0197a000-0000-7000-8000-000000000001',
  organId: '',
  issuer: 'Đảng uỷ xã Pò Khẩu',
  symbol: '12-CV/ĐU',
  issuedOn: toPartialDate('2026-11-20'),
  place: 'Pò Khẩu',
  typeId: 'party-letter',
  typeName: 'Công văn',
  abstract: 'Về việc phối hợp tuyên truyền',
  signer: 'Lò Văn Mẫu',
  signerPost: 'Bí thư',
  urgency: 'normal',
  pages: 2,
  dueOn: null,
  isDirective: false,
  replyTo: [],
  note: '',
};
const [main, annex] = ['ab', 'cd'].map((digits, i) => ({
  hash: digits.repeat(32),
  name: `tệp ${String(i)}.pdf`,
  size: 1200,
  mime: 'application/pdf',
})) as [Sent, Sent];
type Sent = { readonly hash: string; readonly name: string; readonly size: number; readonly mime: string };

/** The intake: everything is sound but files with these hashes, or there is a secrecy mark. `looks`: how many times it was asked. */
function intake(refused: readonly string[] = [], isMarked = false) {
  const seen: string[][] = [];
  const look: typeof checkSentFiles = (files) => {
    seen.push(files.map(({ hash }) => hash));
    if (isMarked) return Promise.resolve(err({ code: 'file-secret-mark' }));
    const sound = files.filter(({ hash }) => !refused.includes(hash));
    const leftOut = files.filter(({ hash }) => refused.includes(hash));
    return Promise.resolve(
      ok({
        sound: sound.map(({ hash, name, size }) => ({ hash, name, size, mime: 'application/pdf' as const, pages: 2 })),
        leftOut: leftOut.map(({ hash, name }) => ({ hash, name, code: 'file-active' as const })),
        coming: 0,
        hasUnread: false,
      }),
    );
  };
  return { look, seen };
}

/** A paper that came over the exchange; its files are not at the province yet. */
function arrive(commune: FakeCommune, files: readonly Sent[] = [main, annex], f = {}): string {
  const id = uuidv7();
  commune.province.publish(stream, 'arrival', id, {
    ...{ origin: 'exchange', from: 'po-khau', fromName: 'Đảng uỷ xã Pò Khẩu', kind: 'new', replacesId: null },
    ...{ letter, files, revision: 1, revisionNote: '', sentAt: '2026-11-21T02:00:00.000Z' },
    ...{ recallAt: null, recallReason: '', status: '01', ...f },
  });
  return id;
}

function come(commune: FakeCommune, ...files: readonly Sent[]): void {
  for (const { hash } of files) commune.province.files.set(hash, new Uint8Array(1200));
}

/** A person of the office; while nobody may put people in, anybody may. */
async function hire({ office }: FakePc, role: StaffRole): Promise<string> {
  const name = { full: 'Nông Thị Hoa', family: 'Nông', middle: 'Thị', given: 'Hoa' };
  const saved = await addRecord(office, 'staff', { name, post: '', role, unitId: null, order: 1, active: true });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

async function enter({ office }: FakePc, id: string): Promise<void> {
  const decided = { secrecy: 'none', channel: 'exchange', state: 'awaiting-directive' } as const;
  const rest = { receivedOn: office.today(), dueOn: null, holderUnitId: null, holderStaffId: null, note: '' };
  const saved = await acceptArrival(office, id, { ...lineOfLetter(letter), ...decided, ...rest }, '', []);
  if (!saved.ok) throw new Error(saved.error.code);
}

async function attached({ office }: FakePc): Promise<string[]> {
  const rows: AttachmentRow[] = await office.db.attachments.orderBy('id').toArray();
  return rows
    .filter(({ removed }) => !removed)
    .sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1))
    .map(({ name }) => name);
}

describe('a file that is sent up after its record', () => {
  it('is asked for with the records, fetched when the province says that it is there, and asked for no more', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    const engine = await createSyncEngine(pc.office, pc.desktop, { look: intake().look });
    arrive(commune);
    await engine.runOnce();
    await engine.runOnce();
    const awaits = (): unknown => pc.desktop.requests.at(-1)?.streams.find(({ id }) => id === stream)?.awaits;
    expect(awaits()).toEqual([main.hash.slice(0, 16), annex.hash.slice(0, 16)]);
    come(commune, main);
    await engine.runOnce();
    expect([...pc.desktop.vault.keys()]).toEqual([main.hash]);
    await engine.runOnce();
    expect(awaits()).toEqual([annex.hash.slice(0, 16)]);
    come(commune, annex);
    await engine.runOnce();
    await engine.runOnce();
    expect([pc.desktop.vault.size, awaits()]).toEqual([2, undefined]);
  });

  it('is heard of within seconds, without anybody asking', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    const engine = await createSyncEngine(pc.office, pc.desktop, { look: intake().look });
    arrive(commune, [main]);
    engine.start();
    await pause(1000);
    come(commune, main);
    const began = Date.now();
    while (!pc.desktop.vault.has(main.hash) && Date.now() - began < 60_000) await pause(50);
    engine.stop();
    expect(Date.now() - began).toBeLessThan(12_000); // the usual pause is fifteen
  });
});

describe('files of a paper that was entered before they came', () => {
  it('are attached by themselves, once, though two PCs do so at the same time', async () => {
    const commune = new FakeCommune();
    const pcs = [await commune.addPc(1), await commune.addPc(2)];
    const { look } = intake();
    const engines = await Promise.all(pcs.map(({ office, desktop }) => createSyncEngine(office, desktop, { look })));
    const [one, two] = pcs as [FakePc, FakePc];
    const id = arrive(commune, [annex, main]);
    for (const pc of pcs) pc.office.actor = await hire(pc, 'clerk');
    for (const engine of engines) await engine.runOnce();
    await enter(one, id);
    for (let i = 0; i < 2; i += 1) for (const engine of engines) await engine.runOnce();
    expect([await attached(one), await attached(two)]).toEqual([[], []]);
    come(commune, main, annex);
    for (let i = 0; i < 3; i += 1) for (const engine of engines) await engine.runOnce();
    for (const pc of pcs) {
      expect(await attached(pc)).toEqual([annex.name, main.name]); // in the letter's order
      expect(await listConflicts(pc.office)).toEqual([]);
      expect(await pc.office.db.outbox.count()).toBe(0);
    }
    const written = pcs.map(({ desktop }) => desktop.journal.filter(({ type }) => type === 'attachment').length);
    expect(written).toEqual([2, 2]);
    const held = [...(commune.province.streams.get(stream)?.records.values() ?? [])];
    expect(held.filter(({ type }) => type === 'attachment')).toHaveLength(2);
  });

  it('stay for a person when the intake refuses them, and are not looked at again and again', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    const { look, seen } = intake([annex.hash]);
    const engine = await createSyncEngine(pc.office, pc.desktop, { look });
    pc.office.actor = await hire(pc, 'clerk');
    const id = arrive(commune);
    await engine.runOnce();
    await enter(pc, id);
    come(commune, main, annex);
    for (let i = 0; i < 3; i += 1) await engine.runOnce();
    expect(await attached(pc)).toEqual([main.name]);
    expect(seen.flat().filter((hash) => hash === annex.hash)).toHaveLength(1);
    expect((await pc.office.db.localMeta.get('late-files-refused'))?.value).toEqual([annex.hash]);
  });

  it('wait all together for a person when one bears a secrecy mark', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    const engine = await createSyncEngine(pc.office, pc.desktop, { look: intake([], true).look });
    pc.office.actor = await hire(pc, 'clerk');
    const id = arrive(commune);
    await engine.runOnce();
    await enter(pc, id);
    come(commune, main, annex);
    for (let i = 0; i < 2; i += 1) await engine.runOnce();
    expect(await attached(pc)).toEqual([]);
    const refused = (await pc.office.db.localMeta.get('late-files-refused'))?.value;
    expect(refused).toHaveLength(2);
  });

  it('are left alone by whose role does not attach, where a change is not yet taken over, and once they were taken off', async () => {
    const commune = new FakeCommune();
    const pc = await commune.addPc(1);
    const { look, seen } = intake();
    const engine = await createSyncEngine(pc.office, pc.desktop, { look });
    const [clerk, leader] = [await hire(pc, 'clerk'), await hire(pc, 'leader')];
    pc.office.actor = clerk;
    const [id, changed] = [arrive(commune, [main]), arrive(commune, [annex])];
    await engine.runOnce();
    await enter(pc, id);
    await enter(pc, changed);
    await engine.runOnce();
    pc.office.actor = leader;
    commune.province.publish(stream, 'arrival', changed, { revision: 2 });
    come(commune, main, annex);
    await engine.runOnce();
    expect([seen, await attached(pc)]).toEqual([[], []]);
    pc.office.actor = clerk;
    const again = await createSyncEngine(pc.office, pc.desktop, { look });
    await again.runOnce();
    expect(await attached(pc)).toEqual([main.name]);
    const [only] = await pc.office.db.attachments.toArray();
    await removeRecord(pc.office, 'attachment', only?.id ?? '');
    await takeUpdate(pc.office, changed, []);
    const third = await createSyncEngine(pc.office, pc.desktop, { look });
    await third.runOnce();
    expect(await attached(pc)).toEqual([annex.name]);
  });
});
