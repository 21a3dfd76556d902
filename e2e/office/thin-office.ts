import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import type { ProofTools } from './run-proof.ts';
import { endServer, spawnServer } from './server-process.ts';
import { openShapingProxy, type ShapingProxy } from './shaping-proxy.ts';
import { newPcOnDisk, startWindowlessPc, type PcOnDisk, type WindowlessPc } from './windowless-pc.ts';

/** A commune with two PCs, of which the first is behind a line that can be shaped, and the provincial server as a process of its own. */
export type ThinOffice = {
  readonly proxy: ShapingProxy;
  /** What the PCs are while their programs do not run. */
  readonly disks: { readonly thin: PcOnDisk; readonly wide: PcOnDisk };
  /** Started; the thin one has put its head in and is level. */
  readonly thin: WindowlessPc;
  readonly wide: WindowlessPc;
  readonly dataDir: string;
  /** Ends the server (at once: kill -9) and starts it again on the same folder and port. */
  readonly restartServer: () => Promise<void>;
};

/** Founds it. The line is a perfect one at first. Whoever starts a PC anew ends it too. */
export async function foundThinOffice({ onEnd }: ProofTools, random: () => number): Promise<ThinOffice> {
  const root = await mkdtemp(join(tmpdir(), 'hosoxa-thin-'));
  onEnd(() => rm(root, { recursive: true, force: true }));
  const dataDir = join(root, 'server');
  await bundleApp(['server']);
  const founding = await startServer({ dataDir });
  await founding.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  const codes = [await founding.createCode('na-lau'), await founding.createCode('na-lau')];
  const { port, url } = founding;
  await founding.stop();
  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));
  const proxy = await openShapingProxy(port, {}, random);
  onEnd(proxy.close);

  const start = async (disk: PcOnDisk, serverUrl: string, code: string | undefined): Promise<WindowlessPc> => {
    const pc = await startWindowlessPc(disk, { serverUrl, code: must(code, 'a code for each PC') });
    onEnd(pc.close);
    return pc;
  };
  const disks = { thin: newPcOnDisk(join(root, 'thin'), 'Máy thôn'), wide: newPcOnDisk(join(root, 'wide'), 'Máy xã') };
  const thin = await start(disks.thin, proxy.url, codes[0]);
  const wide = await start(disks.wide, url, codes[1]);
  await thin.hire('office-head');
  await thin.engine.runOnce();
  return {
    ...{ proxy, disks, thin, wide, dataDir },
    async restartServer() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
      server = await spawnServer(dataDir, port);
    },
  };
}
