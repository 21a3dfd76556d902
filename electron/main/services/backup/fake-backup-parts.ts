import { readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '#shared/base/result.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import type { KeyState } from '#shared/contract/keys.ts';
import type { AuditNote } from '../audit/audit-log.ts';
import { createFixedKeySource, type FixedKeySource } from '../keys/fixed-key-source.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import type { Keys } from '../keys/open-keys.ts';
import type { PortableKeys } from '../keys/portable-keys.ts';
import type { BackupParts, StoredFile } from './backup-parts.ts';

/** A PC as backups know it, in a folder: files in `journal/` and `vault/`, keys that open with the passphrase `RIGHT`. */
export type FakePc = {
  readonly parts: BackupParts;
  readonly keys: FixedKeySource;
  readonly notes: AuditNote[];
  readonly root: string;
  readonly vault: Vault;
  clock: number;
  device: DeviceState | null;
  /** Where the dialogue leads. */
  chosen: string | undefined;
};

/** The passphrase of everybody. */
export const RIGHT = 'four boats across the stream';

/** What the PC is to its province. */
export const sampleDevice: DeviceState = {
  dev: 7,
  name: 'PC 7',
  serverUrl: 'http://127.0.0.1:1',
  commune: { id: 'na-lau', name: 'Na Lau', province: 'Tuyen Quang' },
  streams: ['commune:na-lau'],
  offsetMs: 0,
};

/** Makes a PC in a folder; `isNew`: it has no keys and no identity. `real`: keys that are used in place of the fixed ones. */
export async function createFakePc(
  root: string,
  isNew = false,
  real?: Pick<Keys, 'source' | 'portable'>,
): Promise<FakePc> {
  const [journal, audit] = [join(root, 'journal'), join(root, 'audit')];
  for (const folder of [journal, audit]) await mkdir(folder, { recursive: true });
  const keys = createFixedKeySource();
  if (isNew) keys.lock();
  const vault = await openVault({
    folder: join(root, 'vault'),
    setAside: createSetAside(join(root, 'set-aside')),
    keys: real?.source ?? keys,
  });
  let state: KeyState = isNew
    ? { kind: 'none' }
    : {
        kind: 'open',
        people: [],
        personId: 'an',
        recoveryWaitMs: 0,
        idleMinutes: 10,
        recoveryMadeAt: 1,
        machineSecret: 'plain',
      };
  const portable: PortableKeys = {
    state: () => ok(state),
    exportPortable: () => Promise.resolve(ok(new Uint8Array(Buffer.from('{"people":[{"id":"an","name":"An"}]}')))),
    listPeople: (bytes) =>
      (JSON.parse(Buffer.from(bytes).toString()) as { people: { id: string; name: string }[] }).people,
    adoptPortable: (_bytes, { personId, passphrase }, isGenuine) => {
      if (passphrase !== RIGHT) return Promise.resolve(err('wrong-passphrase'));
      keys.open();
      if (!isGenuine((id) => keys.find('backup', id))) {
        keys.lock();
        return Promise.resolve(err('backup-damaged'));
      }
      state = {
        kind: 'open',
        people: [],
        personId,
        recoveryWaitMs: 0,
        idleMinutes: 10,
        recoveryMadeAt: 1,
        machineSecret: 'plain',
      };
      return Promise.resolve(ok({ personId, rowKeys: [] }));
    },
  };
  const pc: FakePc = {
    root,
    vault,
    keys,
    notes: [],
    clock: Date.parse('2026-11-22T03:00:00Z'),
    device: isNew ? null : sampleDevice,
    chosen: undefined,
    parts: {
      paths: {
        state: join(root, 'backup.json'),
        device: join(root, 'device.json'),
        audit,
        staging: join(root, 'restoring'),
      },
      keys: real?.source ?? keys,
      portable: real?.portable ?? portable,
      device: () => pc.device,
      journal: {
        listSegments: () => list(journal),
        adopt: async (paths) => {
          for (const path of paths) await rename(path, join(journal, path.split('/').at(-1) ?? ''));
          return ok(null);
        },
      },
      vault,
      now: () => pc.clock,
      appVersion: '0.1.0',
      note: (note) => pc.notes.push(note),
      flushAudit: () => Promise.resolve(),
      takeOverLog: async (from) => {
        for (const name of await readdir(from).catch(() => [])) await rename(join(from, name), join(audit, name));
      },
      chooseFolder: () => Promise.resolve(pc.chosen),
      afterAdopt: async () => {
        pc.device = JSON.parse(await readFile(pc.parts.paths.device, 'utf8')) as DeviceState;
      },
    },
  };
  if (!isNew) {
    await writeFile(join(root, 'device.json'), JSON.stringify(sampleDevice));
    await writeFile(join(audit, 'audit-000001.jsonl'), 'line\n');
    await writeFile(join(journal, '000001.seg'), 'ops, enciphered');
    for (const text of ['paper one', 'paper two']) await addFile(pc, text);
  }
  return pc;
}

/** Puts a file in the vault; its hash. */
export async function addFile({ vault }: FakePc, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const begun = await vault.begin(bytes.length);
  if (!begun.ok) throw new Error(begun.error);
  await vault.append(begun.value.handle, bytes);
  const finished = await vault.finish(begun.value.handle);
  if (!finished.ok) throw new Error(finished.error);
  return finished.value.hash;
}

function list(folder: string): StoredFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, path: join(folder, name), size: statSync(join(folder, name)).size }));
}
