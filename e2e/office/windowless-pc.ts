import 'fake-indexeddb/auto';
import { join } from 'node:path';
import { createCarriedHandlers } from '#electron/main/ipc/carried-handlers.ts';
import { createFilesHandlers } from '#electron/main/ipc/files-handlers.ts';
import { createParcelHandlers } from '#electron/main/ipc/parcel-handlers.ts';
import { createJournalHandlers } from '#electron/main/ipc/journal-handlers.ts';
import { createLanHandlers } from '#electron/main/ipc/lan-handlers.ts';
import { createProvinceHandlers } from '#electron/main/ipc/province-handlers.ts';
import { registerIpc, type IpcHandlers } from '#electron/main/ipc/register.ts';
import { createColleagues } from '#electron/main/services/carried/colleagues.ts';
import { followMerger } from '#electron/main/services/device-life/follow-merger.ts';
import { openDeviceIdentity } from '#electron/main/services/device-identity.ts';
import { createSetAside } from '#electron/main/services/disk/set-aside.ts';
import { openJournal } from '#electron/main/services/journal/journal.ts';
import { createPrivateDeviceKey, openSigner, type Signer } from '#electron/main/services/keys/device-key.ts';
import { createFixedKeySource } from '#electron/main/services/keys/fixed-key-source.ts';
import { openLanDesk, type LanDesk } from '#electron/main/services/lan/lan-desk.ts';
import { createProvinceClient } from '#electron/main/services/province/province-client.ts';
import { openParcelMemory } from '#electron/main/services/parcel/parcel-memory.ts';
import { createParcels } from '#electron/main/services/parcel/parcels.ts';
import { createTransfers } from '#electron/main/services/transfers/transfers.ts';
import { openVault, type Vault } from '#electron/main/services/vault/vault.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { createRowCipher } from '#renderer/data/encryption/row-cipher.ts';
import { openOffice } from '#renderer/data/open-office.ts';
import type { Office } from '#renderer/data/office.ts';
import { addRecord } from '#renderer/data/write/save-record.ts';
import { desktopPorts } from '#renderer/platform/desktop-ports.ts';
import { FakeKeys } from '#renderer/platform/fake-keys.ts';
import { OfficeExchange } from '#renderer/sync/office-exchange.ts';
import { createSyncEngine } from '#renderer/sync/sync-engine.ts';
import { nodeStick, type Stick } from '#parcel/stick.ts';
import { must } from '#shared/base/must.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';

/** What stays of a PC while its program does not run. */
export type PcOnDisk = {
  readonly folder: string;
  readonly name: string;
  readonly signer: Signer;
  readonly keys: FakeKeys;
};

/**
 * A PC without a window: the real services of the main process behind their real handlers, the real data layer on an IndexedDB in memory, the real
 * engine. Only the window, and what asks the person or the system, is not there: a call of such a channel is answered as unexpected.
 */
export type WindowlessPc = {
  readonly office: Office;
  readonly engine: Awaited<ReturnType<typeof createSyncEngine>>;
  readonly vault: Vault;
  /** What the page would call. */
  readonly desktop: DesktopBridge;
  /** The office's own network, off until somebody switches it on. It listens on any free port. */
  readonly lan: LanDesk;
  readonly exchange: OfficeExchange;
  /** Takes a PDF into the vault, as the intake does. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<StoredFile>;
  /** Puts a person in, who acts at this PC from then on; the first of an office must be its head. */
  readonly hire: (role: StaffRole) => Promise<string>;
  /** Ends the program; everything asked to be written is. */
  readonly close: () => Promise<void>;
};

/** A PC that was never started. `folder` is its own. */
export function newPcOnDisk(folder: string, name: string): PcOnDisk {
  return { folder, name, signer: openSigner(createPrivateDeviceKey()), keys: new FakeKeys() };
}

/** What a PC has in its hands for packages: the stick, the folder a person chooses, how large a part may be, and what it notes in the log. */
export type StickInHand = {
  readonly stick: Stick;
  folder: string;
  readonly partBytes: number;
  readonly noted: string[];
};

/** Starts a PC's program. `enrol`: where and with which code, the first time. */
export async function startWindowlessPc(
  { folder, name, signer, keys }: PcOnDisk,
  enrol?: { readonly serverUrl: string; readonly code: string },
  hand: StickInHand = { stick: nodeStick, folder: '', partBytes: 64 * 1024 * 1024, noted: [] },
): Promise<WindowlessPc> {
  const identity = await openDeviceIdentity(join(folder, 'device.json'), {
    publicKey: () => signer.publicKey,
    sign: signer.sign,
    ageIdentity: signer.ageIdentity,
  });
  const source = createFixedKeySource(name);
  const setAside = createSetAside(join(folder, 'set-aside'));
  const [vault, journal] = await Promise.all([
    openVault({ folder: join(folder, 'vault'), setAside, keys: source }),
    openJournal({
      folder: join(folder, 'journal'),
      legacyFile: join(folder, 'ops.journal'),
      setAside,
      keys: source,
      device: () => identity.state()?.dev ?? 0,
    }),
  ]);
  const province = createProvinceClient(identity, { noteAcked: journal.noteAcked });
  if (enrol !== undefined) {
    const enrolled = await province.enrol({ ...enrol, name });
    if (!enrolled.ok) throw new Error(`${name} was not enrolled: ${enrolled.error.code}`);
  }
  const at: { office?: Office } = {};
  const colleagues = createColleagues();
  const parcels = createParcels({
    stick: hand.stick,
    memory: await openParcelMemory(join(folder, 'parcels.json')),
    identity,
    colleagues,
    vault,
    now: Date.now,
    person: () => at.office?.actor ?? '',
    noteAcked: journal.noteAcked,
    note: (kind, detail) => hand.noted.push(`${kind} ${detail}`),
    askFolder: () => Promise.resolve(hand.folder),
    partBytes: hand.partBytes,
  });
  const lan = await openLanDesk({
    path: join(folder, 'lan.json'),
    self: { dev: () => identity.state()?.dev, sign: signer.sign },
    colleagues,
    vault,
    port: 0,
  });
  const handlers: Partial<IpcHandlers> = {
    ...createJournalHandlers(journal),
    ...createParcelHandlers(parcels),
    ...createProvinceHandlers(province),
    ...createCarriedHandlers({ identity, colleagues, province }),
    ...createLanHandlers(lan),
    ...createFilesHandlers({
      vault,
      province,
      transfers: createTransfers(province, vault),
      saveAs: {
        saveBytes: () => Promise.resolve(err('unexpected')),
        savePieces: () => Promise.resolve(err('unexpected')),
      },
      printPdf: () => Promise.resolve(err('unexpected')),
      noteSaved: () => undefined,
    }),
    'device:get': () => Promise.resolve(ok(identity.state())),
    'device:follow-merger': (moved) => followMerger(identity, moved),
    'disk:free': () => Promise.resolve(ok({ freeBytes: 100 * 1024 ** 3, level: 'ample' })),
  };
  const desktop = bridgeTo(handlers);
  const device = must(identity.state(), 'an enrolled PC');
  const office = await openOffice(device, desktopPorts(desktop), {
    name: `${name}-${String(device.dev)}`,
    cipher: createRowCipher(keys.rowKeys),
    expectedId: null,
  });
  at.office = office;
  const engine = await createSyncEngine(office, desktop, {
    reload: () => undefined,
    look: () => Promise.resolve(ok({ sound: [], leftOut: [], coming: 0, hasUnread: false })),
  });
  return {
    office,
    engine,
    vault,
    desktop,
    lan,
    exchange: new OfficeExchange(office, desktop),
    keep: (title, bytes) => keepIn(vault, title, bytes),
    hire: (role) => hireInto(office, role),
    async close() {
      engine.stop();
      await lan.close();
      await province.close();
      await office.quiesce();
      office.close();
      await vault.close();
      await journal.close();
    },
  };
}

/** A page's way to these handlers: what it sends is checked and read as it is in the program. Whatever else it asks for is not there. */
function bridgeTo(handlers: Partial<IpcHandlers>): DesktopBridge {
  const call: Record<string, (input: unknown) => Promise<unknown>> = {};
  registerIpc(
    {
      port: {
        handle: (channel, listener) => {
          call[channel] = (input) => listener({ senderFrame: { url: '', parent: null } }, input);
        },
      },
      isTrusted: () => true,
      report: (channel, cause) => console.error(channel, cause),
    },
    handlers as IpcHandlers,
  );
  const silent = (): (() => void) => () => undefined;
  return {
    call: call as DesktopBridge['call'],
    on: { 'menu:command': silent, 'power:resumed': silent, 'disk:level': silent, 'keys:locking': silent },
  };
}

async function hireInto(office: Office, role: StaffRole): Promise<string> {
  const name = { full: 'Nông Thị Hoa', family: 'Nông', middle: 'Thị', given: 'Hoa' };
  const saved = await addRecord(office, 'staff', { name, post: '', role, unitId: null, order: 1, active: true });
  if (!saved.ok) throw new Error(saved.error.code);
  office.actor = saved.value.id;
  return saved.value.id;
}

async function keepIn(vault: Vault, name: string, bytes: Uint8Array): Promise<StoredFile> {
  const begun = await vault.begin(bytes.length);
  if (!begun.ok) throw new Error(begun.error);
  const { handle } = begun.value;
  const appended = await vault.append(handle, bytes);
  const finished = appended.ok ? await vault.finish(handle) : appended;
  if (!finished.ok) throw new Error(finished.error);
  return { ...finished.value, name, mime: 'application/pdf', pages: 1 };
}
