import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startServer } from '#server/start-server.ts';
import type { ProofTools } from './run-proof.ts';
import { endServer, spawnServer } from './server-process.ts';
import { openShapingProxy, type ShapingProxy } from './shaping-proxy.ts';

/** The provincial server as a process of its own, with one commune, and a line to it that can be shaped: a perfect one at first. */
export type LineProvince = {
  /** A folder for everything of the proof; it goes with it. */
  readonly root: string;
  readonly dataDir: string;
  readonly proxy: ShapingProxy;
  /** The server itself, past the line. */
  readonly url: string;
  readonly port: number;
  /** Codes for PCs of the commune `na-lau`. */
  readonly codes: readonly [string, string, string];
  /** Kills the server (kill -9) and starts it again on the same folder and port. */
  readonly restartServer: () => Promise<void>;
};

/** Founds it. `random`: numbers from 0 up to 1, for what the line loses. */
export async function foundLineProvince({ onEnd }: ProofTools, random: () => number): Promise<LineProvince> {
  const root = await mkdtemp(join(tmpdir(), 'hosoxa-line-'));
  onEnd(() => rm(root, { recursive: true, force: true }));
  const dataDir = join(root, 'server');
  await bundleApp(['server']);
  const founding = await startServer({ dataDir });
  await founding.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  const code = (): Promise<string> => founding.createCode('na-lau');
  const codes = [await code(), await code(), await code()] as const;
  const { port, url } = founding;
  await founding.stop();
  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));
  const proxy = await openShapingProxy(port, {}, random);
  onEnd(proxy.close);
  return {
    ...{ root, dataDir, proxy, url, port, codes },
    async restartServer() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
      server = await spawnServer(dataDir, port);
    },
  };
}
