import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { OpenKeys } from '#shared/contract/keys.ts';
import { diskFailure, systemCode } from '../disk/disk-failure.ts';
import { derivePurposeKey } from './derived-keys.ts';
import { openSigner, type DeviceKey, type Signer } from './device-key.ts';
import { ringKeyPlace, ringPlace } from './holders.ts';
import type { KeySource } from './key-source.ts';
import { readKeys, writeKeys, type KeysBody, type KeysFile } from './keys-file.ts';
import { makeMachineSecret, readMachineSecret, type MachineSecret, type SecretGuard } from './machine-secret.ts';
import { findBackupKey, newestKeyId, packRing, unpackRing, zeroRing, type RingContent } from './ring-content.ts';
import { KEY_BYTES, openSealed, seal, sealTo } from './seal.ts';

/** Where things of the key tree lie. */
export type KeyPaths = {
  readonly file: string;
  readonly spare: string;
  readonly machineSecret: string;
  readonly tries: string;
};

/** The ring while the PC is open. `personId`: empty during the first start. */
export type OpenRing = {
  readonly personId: string;
  readonly ringKey: Uint8Array;
  readonly content: RingContent;
  readonly signer: Signer;
};

/** A change to be written. `moment`: of when the act began; it is refused when the PC has been locked since. */
export type RingChange = {
  readonly moment: number;
  readonly personId: string;
  readonly body: KeysBody;
  readonly content: RingContent;
  /** Kept if it is the one the others hold already; left out, a new one is made and sealed to every holder. */
  readonly ringKey?: Uint8Array;
};

/** The file of keys and the open ring: what is on disk and in memory, and nothing of who may do what. */
export type RingStore = {
  readonly file: () => KeysFile;
  readonly machine: () => MachineSecret | undefined;
  readonly makeMachine: () => Promise<MachineSecret>;
  readonly opened: () => OpenRing | undefined;
  /** Changes with every lock. */
  readonly moment: () => number;
  /** Opens the ring with its key. */
  readonly open: (moment: number, personId: string, ringKey: Uint8Array) => Result<OpenRing, ErrorCode>;
  /** Writes a change, and with it opens the ring. */
  readonly write: (change: RingChange) => Promise<Result<OpenRing, ErrorCode>>;
  readonly lock: () => void;
  /** Overwrites and removes everything that could open the data of this PC. */
  readonly erase: () => Promise<void>;
  readonly source: KeySource;
  readonly device: DeviceKey;
};

/** Opens what lies at the paths. */
export async function openRingStore(paths: KeyPaths, guard: SecretGuard | undefined): Promise<RingStore> {
  let file = await readKeys(paths);
  let machine = await readMachineSecret(paths.machineSecret, guard);
  let opened: OpenRing | undefined;
  let moment = 0;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const become = (next: OpenRing): OpenRing => {
    const before = opened;
    opened = next;
    if (before !== undefined && before.ringKey !== next.ringKey) before.ringKey.fill(0);
    if (before === undefined || idsOf(before) !== idsOf(next)) tell();
    return next;
  };

  function lock(): void {
    moment += 1;
    if (opened === undefined) return;
    opened.ringKey.fill(0);
    zeroRing(opened.content);
    opened = undefined;
    tell();
  }

  return {
    file: () => file,
    machine: () => machine,
    makeMachine: async () => (machine = await makeMachineSecret(paths.machineSecret, guard)),
    opened: () => opened,
    moment: () => moment,
    open(since, personId, ringKey) {
      if (since !== moment) return err('locked');
      const content = file.kind === 'sound' ? unsealRing(file.body, ringKey) : undefined;
      if (content === undefined) return err('keys-damaged');
      return ok(become({ personId, ringKey, content, signer: openSigner(content.deviceKey) }));
    },
    async write(change) {
      if (change.moment !== moment) return err('locked');
      const { body, content, personId } = change;
      const next = change.ringKey === undefined ? exchangeRingKey(body, content) : { body, ringKey: change.ringKey };
      const sealed = { ...next.body, ring: sealRing(next.body, content, next.ringKey) };
      const ring = { personId, ringKey: next.ringKey, content, signer: openSigner(content.deviceKey) };
      try {
        if (file.kind === 'damaged') await setAside(paths.file);
        await writeKeys(paths, sealed);
      } catch (cause) {
        return err(diskFailure(cause, 'store-failed'));
      }
      file = { kind: 'sound', body: sealed };
      return change.moment === moment ? ok(become(ring)) : ok(ring);
    },
    lock,
    async erase() {
      lock();
      await eraseFiles(paths);
      file = { kind: 'none' };
      machine = undefined;
    },
    source: createSource(() => opened, listeners),
    device: {
      publicKey: () => opened?.signer.publicKey,
      sign: (text) => opened?.signer.sign(text),
      ageIdentity: () => opened?.signer.ageIdentity(),
    },
  };
}

/** Opens the ring of any keys file; undefined when the key is another or something was changed. */
export function unsealRing(body: KeysBody, ringKey: Uint8Array): RingContent | undefined {
  const bytes = openSealed(ringKey, body.ring, ringPlace(body));
  return bytes === undefined ? undefined : unpackRing(bytes);
}

/** The keys the page works with. */
export function openKeysOf({ personId, content }: OpenRing): OpenKeys {
  return { personId, rowKeys: content.dataKeys.map(({ id, key }) => ({ id, key: derivePurposeKey(key, 'rows') })) };
}

function sealRing(body: KeysBody, content: RingContent, ringKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(ringKey, packRing(content), ringPlace(body)));
}

/** Makes a new ring key and seals it to whom the ring itself names. Others in the file are dropped. */
function exchangeRingKey(
  before: KeysBody,
  content: RingContent,
): { readonly body: KeysBody; readonly ringKey: Uint8Array } {
  const ringKey = new Uint8Array(randomBytes(KEY_BYTES));
  const body = { ...before, generation: before.generation + 1 };
  const sealFor = (publicKey: Uint8Array): Uint8Array<ArrayBuffer> =>
    new Uint8Array(sealTo(publicKey, ringKey, ringKeyPlace(body)));
  const renew = <T extends { readonly publicKey: Uint8Array }>(holder: T | null, key: Uint8Array | null): T | null =>
    holder === null || key === null || !isSame(holder.publicKey, key) ? null : { ...holder, ringKey: sealFor(key) };
  const people = body.people.flatMap((person) => {
    const known = content.people.find(({ id }) => id === person.id);
    return (known && renew(person, known.publicKey)) ?? [];
  });
  const setup = renew(body.setup, content.setupKey);
  const recovery = renew(body.recovery, content.recoveryKey);
  return { ringKey, body: { ...body, people, setup, recovery } };
}

function createSource(opened: () => OpenRing | undefined, listeners: Set<() => void>): KeySource {
  return {
    current(purpose) {
      const ring = opened();
      if (ring === undefined) return undefined;
      const id = newestKeyId(ring.content);
      const key = ring.content.dataKeys.find((data) => data.id === id)?.key;
      return key && { id, key: derivePurposeKey(key, purpose) };
    },
    find(purpose, id) {
      const content = opened()?.content;
      if (content === undefined) return undefined;
      if (purpose === 'backup') return findBackupKey(content, id);
      const data = content.dataKeys.find((key) => key.id === id);
      return data && derivePurposeKey(data.key, purpose);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function idsOf({ content }: OpenRing): string {
  return content.dataKeys.map(({ id }) => id).join();
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other);
}

async function setAside(path: string): Promise<void> {
  await rename(path, `${path}.damaged`).catch((cause: unknown) => {
    if (systemCode(cause) !== 'ENOENT') throw cause;
  });
}

/** Everything beside the four files that was made from them (set aside, half written) goes too. */
async function eraseFiles(paths: KeyPaths): Promise<void> {
  for (const path of [paths.file, paths.spare, paths.machineSecret, paths.tries]) {
    const folder = dirname(path);
    const name = path.slice(folder.length + 1);
    for (const found of (await readdir(folder)).filter((entry) => entry.startsWith(name)))
      await overwriteAndRemove(join(folder, found));
  }
}

async function overwriteAndRemove(path: string): Promise<void> {
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  try {
    await file.write(randomBytes(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path);
}
