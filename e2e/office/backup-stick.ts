import type { BackupState } from '#shared/contract/backup.ts';
import type { OfficePc } from './office-pc.ts';

/** From now on every question for a folder is answered with this one. */
export async function answerFolder(pc: OfficePc, folder: string): Promise<void> {
  await pc.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
}

/** Chooses where backups go. */
export async function chooseBackupFolder(pc: OfficePc, folder: string): Promise<void> {
  await answerFolder(pc, folder);
  await pc.page.evaluate(() => window.desktop?.call['backup:choose-folder'](undefined));
}

/** Makes a backup by the app's own function, as its idle time does. */
export async function makeBackup(pc: OfficePc): Promise<BackupState> {
  const made = await pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    return handle.acts.makeBackup(handle.office);
  });
  if (!made.ok) throw new Error(`the backup was not made: ${made.error.code}`);
  return made.value;
}

/** Opens a backup as for a restore; `ok` or the code of what is wrong with it. */
export async function rehearse(pc: OfficePc, id: string | null): Promise<string> {
  const reply = await pc.page.evaluate((wanted) => window.desktop?.call['backup:rehearse']({ id: wanted }), id);
  return reply?.ok === true ? 'ok' : (reply?.error.code ?? 'no answer');
}
