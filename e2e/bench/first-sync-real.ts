import { bundleApp } from '#build/bundle/bundle-app.ts';
import { startDisplay } from '#build/electron-runtime/start-display.ts';
import { joinTimed, openNewPc, waitForChunks } from '#e2e/office/new-pc.ts';
import { openShapingProxy, THIN_LINE } from '#e2e/office/shaping-proxy.ts';
import type { RunningServer } from '#server/start-server.ts';
import { report } from './report.ts';

/** Papers on the first screen. */
const NEWEST = 500;

/** The real app joins on a line shaped to 256 kbit/s and 300 ms, then another at 2 Mbit/s: until people can work, and until all is in the store. */
export async function measureReal(server: RunningServer, communeId: string, documents: number): Promise<void> {
  const display = await startDisplay();
  await bundleApp();
  const note = `${documents.toLocaleString('en-US')} papers, in real time, with the store`;
  try {
    for (const [name, bytesPerSecond] of [
      ['256k', THIN_LINE.bytesPerSecond ?? 32_000],
      ['2m', 250_000],
    ] as const) {
      const line = await openShapingProxy(server.port, { ...THIN_LINE, bytesPerSecond });
      const pc = await openNewPc(`Máy ${name}`, line.url, await server.createCode(communeId));
      try {
        const first = await joinTimed(pc, NEWEST);
        const begun = performance.now();
        await waitForChunks(pc, Number.MAX_SAFE_INTEGER);
        const all = first + (performance.now() - begun) / 1000;
        report('first-sync', `first-screen-${name}-s`, first, 's', note);
        report('first-sync', `first-sync-${name}-s`, all, 's', note);
      } finally {
        await pc.discard();
        await line.close();
      }
    }
  } finally {
    await display.stop();
  }
}
