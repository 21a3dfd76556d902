import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { nodeStick } from '#parcel/stick.ts';
import { PART_BYTES } from '#parcel/write-parcel.ts';
import type { AppInfo } from '#shared/contract/ipc.ts';
import type { Farewell } from './farewell.ts';
import { createAppHandlers } from './ipc/app-handlers.ts';
import { createArchiveHandlers } from './ipc/archive-handlers.ts';
import { createAuditHandlers } from './ipc/audit-handlers.ts';
import { createBackupHandlers } from './ipc/backup-handlers.ts';
import { createCarriedHandlers } from './ipc/carried-handlers.ts';
import { createLanHandlers } from './ipc/lan-handlers.ts';
import { createFilesHandlers } from './ipc/files-handlers.ts';
import { createJournalHandlers } from './ipc/journal-handlers.ts';
import { createParcelHandlers } from './ipc/parcel-handlers.ts';
import type { IpcHandlers } from './ipc/register.ts';
import { createSnapshotHandlers } from './ipc/snapshot-handlers.ts';
import { createStoreHandlers } from './ipc/store-handlers.ts';
import { dialogText } from './messages.ts';
import { bindDevice, openDevice, type BoundDevice } from './open-device.ts';
import { openDisk, type SendEvent } from './open-disk.ts';
import { createPrinter } from './printing/print-pdf.ts';
import { createPrintQueue, type PrintQueue } from './printing/print-queue.ts';
import type { ProfileFolder } from './profile-folder.ts';
import { createArchiveDesk } from './services/archive/archive-desk.ts';
import { createCheckElsewhere } from './services/archive/check-elsewhere.ts';
import { openAuditLog, type AuditLog } from './services/audit/audit-log.ts';
import { createAuditSender } from './services/audit/audit-sender.ts';
import { createBackups } from './services/backup/backups.ts';
import { createColleagues } from './services/carried/colleagues.ts';
import { clearLeftovers } from './services/disk/clear-leftovers.ts';
import { createSetAside } from './services/disk/set-aside.ts';
import { openLanDesk } from './services/lan/lan-desk.ts';
import type { LockKeeper } from './services/keys/lock-keeper.ts';
import type { FailureLog } from './services/log/failure-log.ts';
import { openParcelMemory } from './services/parcel/parcel-memory.ts';
import { createParcels } from './services/parcel/parcels.ts';
import { createProvinceClient } from './services/province/province-client.ts';
import { createSaveAs } from './services/save-as.ts';
import { createSnapshotDesk } from './services/snapshots/snapshot-desk.ts';
import { openStoreStamp } from './services/store-stamp/store-stamp.ts';
import { thisBuild } from './services/store-stamp/this-build.ts';
import { createTransfers } from './services/transfers/transfers.ts';
import type { Vault } from './services/vault/vault.ts';

/** What is open while the program runs. */
export type Services = {
  readonly vault: Vault;
  readonly printing: PrintQueue;
  readonly lock: BoundDevice['lock'];
  readonly handlers: IpcHandlers;
};

/** What the services are opened with. `restart` ends this run and begins the next. */
export type ServiceParts = {
  readonly profile: ProfileFolder;
  readonly info: AppInfo;
  readonly log: FailureLog;
  readonly window: () => BrowserWindow | undefined;
  readonly send: SendEvent;
  readonly restart: () => void;
  readonly keeper: () => LockKeeper | undefined;
  readonly farewell: Farewell;
};

/** Opens everything that lies in the profile and binds the handlers to it. Throws when something there cannot be read; nothing is thrown away then. */
export async function openServices(parts: ServiceParts): Promise<Services> {
  const { profile, info, log, window, send, restart, keeper, farewell } = parts;
  await clearLeftovers([profile.root, profile.setAside]);
  const stamp = await openStoreStamp({
    root: profile.root,
    path: profile.store,
    setAsideFolder: profile.setAside,
    setAside: createSetAside(profile.setAside),
    mine: thisBuild(app.getVersion()),
    now: Date.now,
    report: log.note,
  });

  // Keys note what people do with them in the log, which needs the province's key, which the identity holds: bound late.
  const late: { audit?: AuditLog; device?: BoundDevice } = {};
  const { keys, identity } = await openDevice(profile, info.openToTests, (note) => late.audit?.note(note));
  const now = (): number => Date.now() + (identity.state()?.offsetMs ?? 0);
  const device = (): number => identity.state()?.dev ?? 0;
  const audit = await openAuditLog({
    folder: profile.audit,
    now,
    provinceKey: identity.provinceKey,
    dev: () => identity.state()?.dev,
  });
  late.audit = audit;
  audit.note({ kind: 'started', detail: info.version });
  const { guard, journal, vault } = await openDisk({
    profile,
    info,
    keys: keys.source,
    device,
    now,
    log,
    send,
    note: audit.note,
  });

  const province = createProvinceClient(identity, {
    noteAcked: journal.noteAcked,
    onWipe: async () => late.device?.life.wipe('ordered'),
    afterExchange: () => {
      sender.afterExchange();
    },
    report: log.note,
  });
  const sender = createAuditSender({ audit, push: province.pushAudit, now, report: log.note });
  const bound = bindDevice({
    keys,
    identity,
    profile,
    province,
    journal,
    vault,
    note: audit.note,
    sendLog: async () => {
      await sender.sendNow(800);
      await audit.flush();
    },
    restart,
    keeper,
    log,
  });
  late.device = bound;
  const backups = await createBackups({
    paths: { state: profile.backup, device: profile.device, audit: profile.audit, staging: profile.backupStaging },
    keys: keys.source,
    portable: keys.portable,
    device: identity.state,
    journal,
    vault,
    now,
    appVersion: info.version,
    note: audit.note,
    flushAudit: audit.flush,
    chooseFolder: () => askForFolder(window(), dialogText.backupFolderTitle),
    takeOverLog: audit.takeOver,
    afterAdopt: async () => {
      await identity.reload();
    },
  });

  const archive = createArchiveDesk({
    vault,
    check: createCheckElsewhere(join(app.getAppPath(), 'main', 'archive-check-process.cjs')),
    askFolder: (purpose) => askForFolder(window(), dialogText.packageFolderTitle[purpose]),
    askFile: () => askForPackage(window()),
    now,
    version: info.version,
    note: (kind, id, detail) => {
      audit.note({ kind, by: keys.ring.personId(), type: id === '' ? '' : 'dossier', id, detail });
    },
  });
  const colleagues = createColleagues();
  const parcels = createParcels({
    stick: nodeStick,
    memory: await openParcelMemory(profile.parcels),
    identity,
    colleagues,
    vault,
    now,
    person: keys.ring.personId,
    noteAcked: journal.noteAcked,
    note: (kind, detail) => {
      audit.note({ kind, by: keys.ring.personId(), detail: detail.slice(0, 80) });
    },
    askFolder: (purpose) => askForFolder(window(), dialogText.parcelFolderTitle[purpose]),
    partBytes: PART_BYTES,
  });
  const lan = await openLanDesk({
    path: profile.lan,
    self: { dev: () => identity.state()?.dev, sign: identity.sign },
    colleagues,
    vault,
  });
  const printing = createPrintQueue();
  return {
    vault,
    printing,
    lock: bound.lock,
    handlers: {
      ...createAppHandlers(info, guard, farewell),
      ...createStoreHandlers(stamp, restart),
      ...bound.handlers,
      ...createJournalHandlers(journal),
      ...createCarriedHandlers({ identity, colleagues, province }),
      ...createLanHandlers(lan),
      ...createAuditHandlers(audit, keys.ring.personId),
      ...createBackupHandlers(backups),
      ...createArchiveHandlers(archive),
      ...createParcelHandlers(parcels),
      ...createSnapshotHandlers(createSnapshotDesk(province, vault)),
      ...createFilesHandlers({
        vault,
        province,
        transfers: createTransfers(province, vault),
        saveAs: createSaveAs((question) => askWhereToSave(window(), question)),
        printPdf: createPrinter(printing, window),
        noteSaved: (hash) => {
          audit.note({ kind: 'file-saved', by: keys.ring.personId(), type: 'attachment', detail: hash });
        },
      }),
    },
  };
}

async function askWhereToSave(
  parent: BrowserWindow | undefined,
  asked: SaveDialogOptions,
): Promise<string | undefined> {
  const question: SaveDialogOptions = { ...asked, properties: ['dontAddToRecent'] }; // the system would keep the name of the paper
  const answer = await (parent === undefined
    ? dialog.showSaveDialog(question)
    : dialog.showSaveDialog(parent, question));
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
}

function askForFolder(parent: BrowserWindow | undefined, title: string): Promise<string | undefined> {
  return askToOpen(parent, { title, properties: ['openDirectory', 'createDirectory'] });
}

function askForPackage(parent: BrowserWindow | undefined): Promise<string | undefined> {
  return askToOpen(parent, {
    title: dialogText.packageFolderTitle.check,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: dialogText.zipFiles, extensions: ['zip'] }],
  });
}

async function askToOpen(parent: BrowserWindow | undefined, question: OpenDialogOptions): Promise<string | undefined> {
  const answer = await (parent === undefined
    ? dialog.showOpenDialog(question)
    : dialog.showOpenDialog(parent, question));
  return answer.canceled ? undefined : answer.filePaths[0];
}
