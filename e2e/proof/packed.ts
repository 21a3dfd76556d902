/** The app as `npm run dist` packs it starts, joins a province, registers a paper with its file, and syncs. */
import { listPackage } from '@electron/asar';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolveElectron } from '#build/electron-runtime/resolve-electron.ts';
import { packedExecutable, packedFolder, packForLinux } from '#build/package/pack-app.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { makePapers } from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const SAMPLE = { seed: 11, documents: 20, members: 10, files: 1 };

await runProof('packed', async ({ say, onEnd }) => {
  const packing = Date.now();
  const runtime = resolveElectron();
  await packForLinux('drivable', runtime);
  say(`packed on Electron ${runtime.version} in ${seconds(packing)}, fuses as asked`);
  const archive = listPackage(join(packedFolder('drivable'), 'resources/app.asar'), { isPack: false });
  expectThat(
    archive.filter((path) => path.includes('node_modules')),
    (found) => found.length === 0,
    'the archive needs no packages of its own',
  );
  process.env['HOSOXA_PACKED_APP'] = resolve(packedExecutable('drivable'));

  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-province-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  await seedProvince(server, { ...SAMPLE, today: toPlainDate('2026-11-20'), place }, Date.now);

  const starting = Date.now();
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  onEnd(() => pc.discard());
  expectThat(await pc.app.evaluate(({ app }) => app.isPackaged), (packaged) => packaged, 'the app is a packed one');
  expectThat(
    await pc.app.evaluate(({ app }) => app.getAppPath()),
    (path) => path.endsWith('app.asar'),
    'it runs from its archive',
  );
  await pc.settle();
  say(`started and joined in ${seconds(starting)}`);

  const recordsBefore = (await server.recordsOf(place.id)).length;
  const filesBefore = (await server.filesOf(place.id)).length;
  await makePapers(pc, 1, 'packed');
  await pc.settle();
  const documents = (await server.recordsOf(place.id)).filter(({ type }) => type === 'document');
  expectEqual(documents.length, SAMPLE.documents + 1, 'the paper is at the province');
  expectThat(
    (await server.recordsOf(place.id)).length - recordsBefore,
    (grown) => grown >= 2,
    'with its attachment’s record',
  );
  expectEqual((await server.filesOf(place.id)).length, filesBefore + 1, 'and its file');
  return `one paper registered and synced, ${seconds(packing)} with packing`;
});

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
