import { dialog, type BrowserWindow } from 'electron';
import { openDeviceIdentity } from './services/device-identity.ts';
import { openJournal } from './services/journal/journal.ts';
import type { FailureLog } from './services/log/failure-log.ts';
import { createProvinceClient } from './services/province/province-client.ts';
import { createSaveAs } from './services/save-as.ts';
import { createTransfers } from './services/transfers/transfers.ts';
import { openVault, type Vault } from './services/vault/vault.ts';
import { createAppHandlers } from './ipc/app-handlers.ts';
import { createFilesHandlers } from './ipc/files-handlers.ts';
import { createJournalHandlers } from './ipc/journal-handlers.ts';
import { createProvinceHandlers } from './ipc/province-handlers.ts';
import type { IpcHandlers } from './ipc/register.ts';
import type { AppInfo } from '#shared/contract/ipc.ts';
import { createPrinter } from './printing/print-pdf.ts';
import { createPrintQueue, type PrintQueue } from './printing/print-queue.ts';
import type { ProfileFolder } from './profile-folder.ts';

/** What is open while the program runs. */
export type Services = { readonly vault: Vault; readonly printing: PrintQueue; readonly handlers: IpcHandlers };

/** Opens everything that lies in the profile and binds the handlers to it. Throws when something there cannot be read; nothing is changed then. */
export async function openServices(
  profile: ProfileFolder,
  info: AppInfo,
  log: FailureLog,
  window: () => BrowserWindow | undefined,
): Promise<Services> {
  const [journal, vault, identity] = await Promise.all([
    openJournal(profile.journal),
    openVault(profile.vault),
    openDeviceIdentity(profile.device),
  ]);
  if (journal.damagedBytes > 0) log.note(`journal-damaged ${String(journal.damagedBytes)} bytes`);
  const province = createProvinceClient(identity);
  const printing = createPrintQueue();
  const saveAs = createSaveAs(async (question) => {
    const parent = window();
    const answer = await (parent === undefined
      ? dialog.showSaveDialog(question)
      : dialog.showSaveDialog(parent, question));
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
  });
  return {
    vault,
    printing,
    handlers: {
      ...createAppHandlers(info, profile.root),
      ...createProvinceHandlers(identity, province),
      ...createJournalHandlers(journal),
      ...createFilesHandlers({
        vault,
        province,
        transfers: createTransfers(province, vault),
        saveAs,
        printPdf: createPrinter(printing, window),
      }),
    },
  };
}
