import { dateOfInstant } from '#shared/base/plain-date.ts';
import { communeStream } from '#shared/entities.ts';
import { databaseName, type OfficeDatabase } from './database.ts';
import { createDiskStore } from './disk-level.ts';
import { createRotationStore } from './encryption/rotate-rows.ts';
import type { RowCipher } from './encryption/row-cipher.ts';
import type { Office } from './office.ts';
import type { BackupSource, OfficeDevice, OfficePorts } from './office-ports.ts';
import { openStore, type OpenedStore } from './open/open-store.ts';
import type { TellProgress } from './open/opening-progress.ts';
import { rebuildStore } from './open/rebuild-store.ts';
import { takeFormerStores } from './open/take-former-stores.ts';
import { readKnownCopies } from './replica/known-copies.ts';
import { createSearch } from './search/create-search.ts';
import { createStoreHealth, noteDamagedRow } from './store-health.ts';
import { moveCopy } from './replica/move-copy.ts';
import { presentJournal } from './write/present-journal.ts';
import { recoverFromJournal } from './write/recover-from-journal.ts';
import { OfficeClock, type ClockState } from './write/office-clock.ts';
import { SerialQueue } from './write/serial-queue.ts';

/** How an office is opened. `expectedId`: id of the store that was here; `wasLost`: there was one, and the desktop knows that it is gone. */
export type Opening = {
  readonly cipher: RowCipher;
  readonly name?: string;
  readonly expectedId: string | null;
  readonly wasLost?: boolean;
  /** Stores this PC had under other names. */
  readonly former?: readonly string[];
  /** A backup to rebuild a lost store from; asked only then. */
  readonly findBackup?: () => Promise<BackupSource | undefined>;
  /** Told the store's id before anything is written into it. */
  readonly noteOpened?: (storeId: string) => Promise<void>;
  readonly tell?: TellProgress;
};

/**
 * Opens the store, takes over what a crash left between journal and store, rebuilds it when it was lost, and starts the search index.
 * Throws when the store cannot be opened.
 */
export async function openOffice(device: OfficeDevice, ports: OfficePorts, opening: Opening): Promise<Office> {
  const tell = opening.tell ?? ((): void => undefined);
  tell({ step: 'opening', done: 0, total: null });
  const facts = await ports.journal.facts();
  const hadData = opening.wasLost === true || (facts.ok && facts.value.lastN + facts.value.lastLocalN > 0);
  const expected = { storeId: opening.expectedId, hadData };
  const store = await openStore(opening.name ?? databaseName(device.dev), opening.cipher, expected, ports.newId);
  await opening.noteOpened?.(store.storeId);
  const moves = device.moves ?? [];
  // Before anything looks at the copy: it follows the commune this PC belongs to now.
  await moveCopy(store.db, moves);
  const office = await assemble(device, { ...ports, journal: presentJournal(ports.journal, moves) }, store);
  guardStore(office);
  await office.queue.run(async () => {
    if (!store.mustRebuild) return recoverFromJournal(office);
    return rebuildStore(office, await opening.findBackup?.(), tell);
  });
  await takeFormerStores(store.db, opening.former ?? []);
  return office;
}

async function assemble(
  device: OfficeDevice,
  ports: OfficePorts,
  { db, storeId, mustRebuild }: OpenedStore,
): Promise<Office> {
  const meta = await db.localMeta.bulkGet(['clock', 'offset', 'actor']);
  const state = (meta[0]?.value as ClockState | undefined) ?? { h: 0, n: 0, localN: 0 };
  const clock = new OfficeClock(state, (meta[1]?.value as number | undefined) ?? device.offsetMs, ports.nowMs);
  const search = createSearch(db);
  const queue = new SerialQueue();
  return {
    device,
    db,
    storeId,
    clock,
    ports,
    search,
    copies: await readKnownCopies(db),
    queue,
    health: createStoreHealth(mustRebuild),
    disk: createDiskStore(),
    rotation: createRotationStore(),
    stream: communeStream(device.commune.id),
    actor: (meta[2]?.value as string | undefined) ?? '',
    behind: true,
    onWritten: () => undefined,
    nowMs: () => clock.nowMs(),
    today: () => dateOfInstant(clock.nowMs()),
    quiesce: () => queue.run(() => Promise.resolve()),
    close: () => {
      closed.add(db);
      search.close();
      db.close();
    },
  };
}

/** Stores closed by ourselves: no alarm. */
const closed = new WeakSet<OfficeDatabase>();

/** Raises the alarm when rows cannot be read, or when the browser closes the store: reopened by itself it could be an empty one. */
function guardStore({ db, health }: Office): void {
  db.cipher.onDamaged(() => {
    noteDamagedRow(health);
  });
  db.on('close', () => {
    if (closed.has(db)) return;
    closed.add(db);
    db.close({ disableAutoOpen: true });
    health.setState({ kind: 'closed' }, true);
  });
}
