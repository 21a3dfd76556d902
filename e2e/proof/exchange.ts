/**
 * Papers between offices through the province: two PCs of a commune, one of another, an old commune that is merged away, the province's office. Sent, refused,
 * entered, done; called back before and after; updated, replaced; with the province away, killed, and the sides acting in any order. At the end
 * both sides hold the same of every paper, and every file is where its paper is.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import {
  actOn,
  attachMore,
  enterArrival,
  openBook,
  reach,
  sendPaper,
  sideOf,
  takeUpdate,
  wait,
  type SentPaper,
} from '#e2e/office/exchange-work.ts';
import { sendFromProvince } from '#e2e/office/province-office.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { presentFiles } from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { endServer, spawnServer } from '#e2e/office/server-process.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { arrivalsText } from '#renderer/messages/exchange.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { startServer } from '#server/start-server.ts';

const OLD = 'xa-cu';
const OFFICE = 'van-phong';
const KILLS = 3;

await runProof('exchange', async ({ say, onEnd }) => {
  const began = Date.now();
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-exchange-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  const bundled = bundleApp(['server']);
  const founding = await startServer({ dataDir });
  const [ours, theirs] = samplePlaces;
  const order = { seed: 'exchange', documents: 6, members: 0, files: 0, today: toPlainDate('2026-11-20') };
  const seed = (place: typeof ours): Promise<unknown> => seedProvince(founding, { ...order, place }, Date.now);
  const { province } = ours;
  const [[sender, colleague], recipient] = await Promise.all([
    seed(ours).then(() =>
      Promise.all([
        OfficePc.join(founding, ours.id, 'Máy văn thư', true, { role: 'office-head' }),
        OfficePc.join(founding, ours.id, 'Máy thứ hai', false),
      ]),
    ),
    seed(theirs).then(() => OfficePc.join(founding, theirs.id, 'Máy xã nhận', true)),
    founding.createCommune({ id: OLD, name: 'xã Cũ', province }),
    founding.createCommune({ id: OFFICE, name: 'văn phòng Tỉnh uỷ', province, kind: 'province' }),
  ]);
  const windows = [sender, colleague, recipient];
  onEnd(() => Promise.all(windows.map((pc) => pc.discard())));
  const office = await enrolSamplePc(founding.url, await founding.createCode(OFFICE), 'Máy tỉnh', Date.now);
  onEnd(() => office.close());
  const book = await openBook(sender);
  await Promise.all(windows.map((pc) => pc.settle()));
  const { port } = founding;
  await founding.stop();
  say(`three PCs and the province's office joined: ${seconds(began)}`);

  const send = (name: string, to: readonly string[], replaces?: SentPaper): Promise<SentPaper> =>
    sendPaper(sender, book, { name, to, ...(replaces && { replaces }) });
  const done = await send('làm xong', [theirs.id, OFFICE]);
  const refused = await send('bị từ chối', [theirs.id]);
  const tooSoon = await send('lấy lại trước khi đi', [theirs.id]);
  const agreed = await send('lấy lại được', [theirs.id]);
  const kept = await send('không cho lấy lại', [theirs.id]);
  const updated = await send('được cập nhật', [theirs.id]);
  const replaced = await send('được thay thế', [theirs.id]);
  const moved = await send('gửi xã cũ', [OLD]);
  const papers = [done, refused, tooSoon, agreed, kept, updated, replaced, moved];
  await actOn(sender, { kind: 'recall', ids: dispatchesOf(tooSoon), reason: 'gửi nhầm' });
  expectEqual(
    (await sideOf(sender, 'dispatch'))[at(done, theirs.id)]?.['status'],
    'waiting',
    'nothing is claimed offline',
  );
  say(`${papers.length} papers issued and sent with the province away, one called back: ${seconds(began)}`);

  await bundled;
  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));
  const settling = reach(sender, 'all at the province', () => isAllAtProvince(sender));
  for (let i = 0; i < KILLS; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60 + i * 90));
    server.kill('SIGKILL');
    server = await spawnServer(dataDir, port);
  }
  await settling;
  say(`the server killed ${KILLS} times meanwhile: ${seconds(began)}`);
  const merger = await promisify(execFile)(process.execPath, ['out/server/main.mjs', 'merge', OLD, theirs.id], {
    env: { ...process.env, HOSOXA_SERVER_DATA: dataDir, HOSOXA_PORT: String(port) },
  });
  expectThat(merger.stdout, (text) => text.includes(OLD), 'the merger was told');
  const here = [done, refused, agreed, kept, updated, replaced].map((paper) => at(paper, theirs.id));
  await reach(recipient, 'the papers', async () => {
    const arrived = await sideOf(recipient, 'arrival');
    return [...here, at(moved, OLD)].every((id) => id in arrived);
  });
  expectThat(await sideOf(recipient, 'arrival'), (all) => !(at(tooSoon, theirs.id) in all), 'called back in time');
  say(`all arrived but the one called back, the merged office's at its successor: ${seconds(began)}`);

  await enterByScreen(recipient, at(done, theirs.id));
  await actOn(recipient, { kind: 'refuse', id: at(refused, theirs.id), reason: 'không thuộc thẩm quyền' });
  await recipient.settle();
  for (const pc of [sender, colleague])
    await reach(pc, 'the first answers', async () => {
      const all = await sideOf(pc, 'dispatch');
      return all[at(done, theirs.id)]?.['status'] === '03' && all[at(refused, theirs.id)]?.['status'] === '02';
    });
  say(`one entered on its screen, one refused: both PCs of the sender know: ${seconds(began)}`);

  await endServer(server, dataDir);
  for (const paper of [agreed, kept, updated, replaced]) await enterArrival(recipient, at(paper, theirs.id));
  await actOn(recipient, { kind: 'done', id: at(done, theirs.id) });
  const recalled = [agreed, kept].flatMap(dispatchesOf);
  await actOn(colleague, { kind: 'recall', ids: recalled, reason: 'cần xem lại' });
  const annex = await attachMore(sender, updated.id, 'phụ lục');
  await actOn(sender, { kind: 'update', id: updated.id, note: 'thêm phụ lục' });
  const replacement = await send('bản thay thế', [], replaced);
  await actOn(sender, { kind: 'recall', ids: dispatchesOf(kept), reason: 'cần xem lại' });
  server = await spawnServer(dataDir, port);
  await Promise.all([colleague, recipient, sender].map((pc) => pc.settle()));
  const next = must(dispatchesOf(replacement)[0], 'a replacement goes where the old one went');
  await reach(recipient, 'wishes, update and replacement', async () => {
    const all = await sideOf(recipient, 'arrival');
    return (
      next in all &&
      all[at(updated, theirs.id)]?.['revision'] === 2 &&
      recalled.every((id) => all[id]?.['recallAt'] !== null)
    );
  });
  await actOn(recipient, { kind: 'answer', id: at(agreed, theirs.id), agree: true, note: '' });
  await actOn(recipient, { kind: 'answer', id: at(kept, theirs.id), agree: false, note: 'đã phổ biến' });
  await takeUpdate(recipient, at(updated, theirs.id));
  await enterArrival(recipient, next);
  await recipient.settle();
  say(`recalls by the second PC, an update and a replacement crossed with entering; each answered: ${seconds(began)}`);

  const fromOffice = await sendFromProvince(office, theirs.id);
  await reach(
    recipient,
    'the paper of the province',
    async () => fromOffice.dispatchId in (await sideOf(recipient, 'arrival')),
  );
  await seeArrival(recipient, fromOffice.dispatchId, arrivalsText.comingTitle);
  await enterArrival(recipient, fromOffice.dispatchId);
  const uploaded = Date.now();
  await office.upload(fromOffice.bytes);
  await wait(recipient, 'the late file under its line', () => isUnderLine(recipient, fromOffice));
  say(`a file came after its paper was entered, and was under its line within ${seconds(uploaded)}: ${seconds(began)}`);

  const sent = [...here, at(moved, OLD), next];
  await reach(sender, 'what the recipient says', async () =>
    sameSides(await sideOf(sender, 'dispatch'), await sideOf(recipient, 'arrival'), sent),
  );
  await reach(colleague, 'the same on the second PC', async () =>
    sameSides(await sideOf(colleague, 'dispatch'), await sideOf(recipient, 'arrival'), sent),
  );
  const said = await sideOf(sender, 'dispatch');
  expectEqual(
    Object.fromEntries(
      Object.entries({ done, refused, agreed, kept, updated, replaced }).map(([name, paper]) => [
        name,
        said[at(paper, theirs.id)]?.['status'],
      ]),
    ),
    { done: '06', refused: '02', agreed: '03', kept: '03', updated: '03', replaced: '03' },
    'what became of each',
  );
  const answers = [agreed, kept, tooSoon].map((paper) => said[at(paper, theirs.id)]?.['recallStatus']);
  expectEqual(answers, ['15', '16', '15'], 'the recalls are answered');
  const atOffice = must(
    (await office.pull()).find(({ id }) => id === at(done, OFFICE)),
    'the province has its copy',
  );
  expectEqual(atOffice.f['status']?.v, '01', 'nobody handled it there');
  const hashes = [done, refused, agreed, kept, updated, replaced, moved, replacement].map(({ hash }) => hash);
  const wanted = [...hashes, annex, fromOffice.hash].sort();
  await wait(recipient, 'every file', async () => (await presentFiles(recipient, wanted)).length === wanted.length);
  expectEqual(
    await withdrawnLines(recipient, [at(agreed, theirs.id), at(replaced, theirs.id)]),
    ['recalled', 'replaced'],
    'the lines say what became of their papers',
  );
  return `${sent.length + 1} papers, the same on both sides and both PCs; ${wanted.length} files by their hashes; ${KILLS} kills; ${seconds(began)}`;
});

function at(paper: SentPaper, recipient: string): string {
  return must(paper.dispatches[recipient], `the paper was sent to ${recipient}`);
}

function dispatchesOf({ dispatches }: SentPaper): readonly string[] {
  return Object.values(dispatches);
}

type Side = Awaited<ReturnType<typeof sideOf>>;

function sameSides(ours: Side, theirs: Side, ids: readonly string[]): boolean {
  return ids.every((id) => id in ours && id in theirs && JSON.stringify(ours[id]) === JSON.stringify(theirs[id]));
}

/** Enters a paper as a clerk does: the queue, the paper, the button, the form as it is filled in. */
async function enterByScreen(pc: OfficePc, id: string): Promise<void> {
  await seeArrival(pc, id, arrivalsText.tabPaper);
  await pc.page.getByRole('button', { name: arrivalsText.accept, exact: true }).click();
  await pc.page.getByRole('dialog').getByRole('button', { name: arrivalsText.accept, exact: true }).click();
  await pc.page.getByRole('link', { name: arrivalsText.openLine }).waitFor();
}

async function seeArrival(pc: OfficePc, id: string, words: string): Promise<void> {
  await pc.page.evaluate((arrivalId) => {
    window.location.hash = `#/arrivals/${arrivalId}`;
  }, id);
  await pc.page.getByText(words).first().waitFor();
}

/** Whether a file is here and attached to the register line of its paper, once. */
function isUnderLine(pc: OfficePc, paper: { readonly dispatchId: string; readonly hash: string }): Promise<boolean> {
  return pc.page.evaluate(async ({ dispatchId, hash }) => {
    const rows = await window.officeForTests?.office.db.attachments.where('documentId').equals(dispatchId).toArray();
    return rows?.length === 1 && rows[0]?.hash === hash;
  }, paper);
}

function isAllAtProvince(pc: OfficePc): Promise<boolean> {
  return pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) return false;
    const { changes, files } = await handle.acts.readOutboxSummary(handle.office);
    return changes === 0 && files === 0;
  });
}

function withdrawnLines(pc: OfficePc, ids: readonly string[]): Promise<(string | undefined)[]> {
  return pc.page.evaluate(async (wanted) => {
    const rows = (await window.officeForTests?.office.db.documents.bulkGet([...wanted])) ?? [];
    return rows.map((row) => row?.withdrawn);
  }, ids);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
