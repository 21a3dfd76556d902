import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstStartText } from '#renderer/messages/first-start.ts';
import { OfficePc } from './office-pc.ts';

/** Opens the program on a new profile, at its first screen, with where to join and the code filled in. */
export async function openNewPc(name: string, url: string, code: string): Promise<OfficePc> {
  const profile = await mkdtemp(join(tmpdir(), 'hosoxa-pc-'));
  return OfficePc.open(name, profile, { HOSOXA_ENROL_URL: url, HOSOXA_ENROL_CODE: code });
}

/** Joins by the first screen; seconds until people can be chosen and so many papers are in the store. */
export async function joinTimed({ page, name }: OfficePc, papers: number): Promise<number> {
  await page.getByLabel(firstStartText.name).fill(name);
  const begun = performance.now();
  await page.getByRole('button', { name: firstStartText.enrol }).click();
  await page.locator('main li button').first().waitFor();
  await page.waitForFunction(() => window.officeForTests !== undefined);
  const isThere = (): Promise<boolean> =>
    page.evaluate(async (wanted) => {
      const count = (await window.officeForTests?.office.db.documents.count()) ?? 0;
      return count >= wanted;
    }, papers);
  while (!(await isThere())) await page.waitForTimeout(50);
  return (performance.now() - begun) / 1000;
}

/** Waits until so many chunks of the commune's snapshot are in, or all; how many are left. */
export async function waitForChunks({ page }: OfficePc, count: number): Promise<number> {
  for (;;) {
    const load = await page.evaluate(async () => {
      const office = window.officeForTests?.office;
      const cookie = await office?.db.cookies.get(office.stream);
      return cookie?.load === undefined ? undefined : { done: cookie.load.done, chunks: cookie.load.chunks };
    });
    if (load === undefined || load.done >= count) return load === undefined ? 0 : load.chunks - load.done;
    await page.waitForTimeout(50);
  }
}
