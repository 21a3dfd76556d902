import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficePc } from './office-pc.ts';

/** What became of a file that was offered: `taken`, or the code it was refused with. */
export type IntakeOutcome = {
  readonly outcome: string;
  readonly ms: number;
  readonly hash: string;
  readonly hasText: boolean;
};

const PROBE = 'file-probe';

/** Gives the app a file of the disk as a person's file dialogue would, through the function every screen uses. */
export async function offerFile(pc: OfficePc, path: string): Promise<IntakeOutcome> {
  await chooseFile(pc, path);
  return pc.page.evaluate(async (id) => {
    const file = document.querySelector<HTMLInputElement>(`#${id}`)?.files?.[0];
    const acts = window.officeForTests?.acts;
    if (file === undefined || acts === undefined) throw new Error('the probe is not ready');
    const begun = performance.now();
    const taken = await acts.takeInFile(file);
    const ms = Math.round(performance.now() - begun);
    return taken.ok
      ? { outcome: 'taken', ms, hash: taken.value.file.hash, hasText: taken.value.hasText }
      : { outcome: taken.error.code, ms, hash: '', hasText: false };
  }, PROBE);
}

/** Gives the app an edXML file: read, its files taken into the vault, put into the queue. `taken <outcome>, <files>` or the code of the refusal. */
export async function offerEdxml(pc: OfficePc, path: string): Promise<string> {
  await chooseFile(pc, path);
  return pc.page.evaluate(async (id) => {
    const file = document.querySelector<HTMLInputElement>(`#${id}`)?.files?.[0];
    const handle = window.officeForTests;
    if (file === undefined || handle === undefined) throw new Error('the probe is not ready');
    const read = await handle.acts.openEdxml(file);
    if (!read.ok) return read.error.code;
    if (read.value.form === 'status') return `status ${read.value.code}`;
    const taken = await handle.acts.takeInEdxml(read.value);
    if (!taken.ok) return taken.error.code;
    const saved = await handle.acts.importEdxml(handle.office, read.value, taken.value.files);
    const left = taken.value.leftOut.map(({ code }) => code).join(' ');
    return saved.ok
      ? `taken ${saved.value.outcome}, ${String(taken.value.files.length)} files${left && `, left out ${left}`}`
      : saved.error.code;
  }, PROBE);
}

async function chooseFile(pc: OfficePc, path: string): Promise<void> {
  await pc.page.evaluate((id) => {
    document.querySelector(`#${id}`)?.remove();
    const input = document.createElement('input');
    input.type = 'file';
    input.id = id;
    document.body.append(input);
  }, PROBE);
  await pc.page.locator(`#${PROBE}`).setInputFiles(path);
}

/** Names of the files that lie in the vault of a PC, drafts included. */
export async function listVaultFiles(pc: OfficePc): Promise<readonly string[]> {
  const found = await readdir(join(pc.profile, 'vault'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile() && entry.name !== 'report.json').map(({ name }) => name);
}

/** The app still answers, and its screen still works. */
export async function isAlive(pc: OfficePc): Promise<boolean> {
  return pc.page.evaluate(async () => (await window.desktop?.call['app:info'](undefined))?.ok === true);
}
