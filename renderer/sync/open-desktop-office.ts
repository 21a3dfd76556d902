import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import type { StoreFacts } from '#shared/contract/disk-facts.ts';
import type { OpenKeys } from '#shared/contract/keys.ts';
import { createRowCipher, type RowCipher } from '#renderer/data/encryption/row-cipher.ts';
import type { Office } from '#renderer/data/office.ts';
import type { BackupSource } from '#renderer/data/office-ports.ts';
import { countRecords } from '#renderer/data/open/count-records.ts';
import type { TellProgress } from '#renderer/data/open/opening-progress.ts';
import { listFormerStores } from '#renderer/data/open/take-former-stores.ts';
import { watchOwing, watchUnsent } from '#renderer/data/receipts/watch-owing.ts';
import { openOffice } from '#renderer/data/open-office.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { desktopPorts } from '#renderer/platform/desktop-ports.ts';
import { readBackup } from './backup/read-backup.ts';
import { startHousekeeping } from './housekeeping.ts';
import { finishImports } from '#renderer/data/import/finish-imports.ts';
import { OfficeExchange } from './office-exchange.ts';
import { watchDesktop } from './watch-desktop.ts';
import { createSyncEngine, type SyncEngine } from './sync-engine.ts';

type Opened = { readonly office: Office; readonly sync: SyncEngine };
type Failure = { readonly code: ErrorCode };

/** What is asked before the store is opened. */
type Known = { readonly desktop: DesktopBridge; readonly device: DeviceState; readonly facts: StoreFacts };

/** Opens the store as the desktop knows it, rebuilds it when it is gone, and starts what runs beside the screens. */
export async function openDesktopOffice(
  desktop: DesktopBridge,
  keys: OpenKeys,
  tell: TellProgress,
  fromBackup: string | undefined,
): Promise<Result<Opened, Failure>> {
  const [device, facts] = await Promise.all([
    callDesktop(desktop, 'device:get', undefined),
    callDesktop(desktop, 'store:facts', undefined),
  ]);
  if (!device.ok) return err({ code: device.error.code });
  if (!facts.ok) return err({ code: facts.error.code });
  if (device.value === null) return err({ code: 'not-enrolled' });
  const known = { desktop, device: device.value, facts: facts.value };
  const cipher = createRowCipher(keys.rowKeys);
  try {
    const office = await openKnownOffice(known, cipher, tell, fromBackup);
    if (keys.personId !== '') {
      office.actor = keys.personId;
      await office.db.localMeta.put({ key: 'actor', value: keys.personId });
    }
    const sync = await createSyncEngine(office, desktop);
    await watchDesktop(office, sync, desktop);
    watchOwing(office);
    watchUnsent(office, (unsent) => void callDesktop(desktop, 'app:unsent', unsent));
    sync.start();
    startHousekeeping(office, desktop);
    new OfficeExchange(office, desktop).start(sync.status);
    void finishImports(office).catch(() => undefined); // what is left of it is tried at the next start
    void countRecords(office.db).then((records) => noteOpened(desktop, office.storeId, records));
    return ok({ office, sync });
  } catch (error) {
    console.error('the store cannot be opened', error);
    return err({ code: await setAside(known) });
  }
}

function openKnownOffice(
  { desktop, device, facts }: Known,
  cipher: RowCipher,
  tell: TellProgress,
  fromBackup: string | undefined,
): Promise<Office> {
  return listFormerStores(device.dev).then((former) =>
    openOffice(device, desktopPorts(desktop), {
      cipher,
      former,
      expectedId: facts.storeId,
      wasLost: facts.lost !== null || fromBackup !== undefined,
      findBackup: (): Promise<BackupSource | undefined> => readBackup(desktop, device.dev, fromBackup),
      noteOpened: (storeId) => noteOpened(desktop, storeId, facts.records),
      tell,
    }),
  );
}

async function noteOpened(desktop: DesktopBridge, storeId: string, records: number): Promise<void> {
  await callDesktop(desktop, 'store:opened', { storeId, records });
}

/** IndexedDB does not open what lies there. It is put aside (never deleted), the program starts again and rebuilds; not a second time in a row. */
async function setAside({ desktop, facts }: Known): Promise<ErrorCode> {
  if (facts.lost === 'set-aside') return 'store-failed';
  const reply = await callDesktop(desktop, 'store:set-aside', undefined);
  return reply.ok ? 'store-damaged' : reply.error.code;
}
