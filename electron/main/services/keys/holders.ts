import { randomBytes } from 'node:crypto';
import type { KeysBody, PassphraseWrap, PersonEntry } from './keys-file.ts';
import type { PassphraseKdf } from './passphrase-kdf.ts';
import { createSealPair, deriveBytes, openSealed, openSealedTo, seal, type SealPair } from './seal.ts';

/*
 * Everybody who can open the ring ("holder": a person, the recovery code, the setup) has an X25519 pair. The private key is sealed under what
 * that holder alone knows; the ring key is sealed to the public key. So the ring key can be exchanged with only one holder present, which a
 * removal, a change of passphrase and a new recovery code need: they change the pair AND the ring key, and whoever kept an old file and an old
 * passphrase opens an old ring with it, not the present one.
 */

/** A passphrase's two wraps of one private key: with the machine secret, for this PC, and without it, for backups. */
export type PersonWraps = {
  readonly pair: SealPair;
  readonly bound: PassphraseWrap;
  readonly portable: PassphraseWrap;
};

/** Makes a new pair for a person, sealed under the passphrase. */
export async function wrapForPerson(
  kdf: PassphraseKdf,
  at: { readonly place: string; readonly id: string },
  passphrase: string,
  machineSecret: Uint8Array,
): Promise<PersonWraps> {
  const pair = createSealPair();
  const salt = new Uint8Array(randomBytes(16));
  const { t, m } = await kdf.choose();
  const stretched = await kdf.derive(passphrase, salt, { t, m });
  const wrap = (bound: PassphraseWrap['bound'], secret: Uint8Array | undefined): PassphraseWrap => {
    const head = { bound, salt, t, m };
    const sealed = seal(passphraseKey(stretched, secret), pair.privateKey, wrapPlace(at, head));
    return { ...head, privateKey: new Uint8Array(sealed) };
  };
  const made = { pair, bound: wrap('machine', machineSecret), portable: wrap('passphrase', undefined) };
  stretched.fill(0);
  return made;
}

/** Opens a person's private key; undefined when the passphrase is wrong, or the machine secret not the one it was made with. */
export async function openForPerson(
  kdf: PassphraseKdf,
  at: { readonly place: string; readonly id: string },
  wrap: PassphraseWrap,
  passphrase: string,
  machineSecret: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  const stretched = await kdf.derive(passphrase, wrap.salt, { t: wrap.t, m: wrap.m });
  const key = passphraseKey(stretched, wrap.bound === 'machine' ? machineSecret : undefined);
  stretched.fill(0);
  return openSealed(key, wrap.privateKey, wrapPlace(at, wrap));
}

/** Makes a pair sealed under the recovery code, which is long enough to need no stretching and no machine secret. */
export function wrapForRecovery(
  place: string,
  secret: Uint8Array,
): { readonly pair: SealPair; readonly salt: Uint8Array<ArrayBuffer>; readonly privateKey: Uint8Array<ArrayBuffer> } {
  const pair = createSealPair();
  const salt = new Uint8Array(randomBytes(16));
  const sealed = seal(recoveryKey(secret, salt), pair.privateKey, `hosoxa recovery 1 ${place}`);
  return { pair, salt, privateKey: new Uint8Array(sealed) };
}

/** Opens the recovery code's private key; undefined when the code is another. */
export function openForRecovery(
  place: string,
  recovery: NonNullable<KeysBody['recovery']>,
  secret: Uint8Array,
): Uint8Array | undefined {
  return openSealed(recoveryKey(secret, recovery.salt), recovery.privateKey, `hosoxa recovery 1 ${place}`);
}

/** Makes the pair of the first start, sealed under the machine secret alone. */
export function wrapForSetup(
  place: string,
  machineSecret: Uint8Array,
): { readonly pair: SealPair; readonly privateKey: Uint8Array<ArrayBuffer> } {
  const pair = createSealPair();
  const sealed = seal(setupKey(machineSecret), pair.privateKey, `hosoxa setup 1 ${place}`);
  return { pair, privateKey: new Uint8Array(sealed) };
}

/** Opens the private key of the first start. */
export function openForSetup(
  place: string,
  setup: NonNullable<KeysBody['setup']>,
  machineSecret: Uint8Array,
): Uint8Array | undefined {
  return openSealed(setupKey(machineSecret), setup.privateKey, `hosoxa setup 1 ${place}`);
}

/** The ring key from a holder's part of the file; undefined when the private key is another's or something was changed. */
export function openRingKey(
  body: Pick<KeysBody, 'place' | 'generation'>,
  holder: Pick<PersonEntry, 'publicKey' | 'ringKey'>,
  privateKey: Uint8Array,
): Uint8Array | undefined {
  return openSealedTo({ publicKey: holder.publicKey, privateKey }, holder.ringKey, ringKeyPlace(body));
}

/** Where a sealed ring key lies. */
export function ringKeyPlace({ place, generation }: Pick<KeysBody, 'place' | 'generation'>): string {
  return `hosoxa ring key 1 ${place} ${String(generation)}`;
}

/** Where the sealed ring lies. */
export function ringPlace({ place, generation }: Pick<KeysBody, 'place' | 'generation'>): string {
  return `hosoxa ring 1 ${place} ${String(generation)}`;
}

function wrapPlace(
  { place, id }: { readonly place: string; readonly id: string },
  { bound, t, m }: Pick<PassphraseWrap, 'bound' | 't' | 'm'>,
): string {
  return `hosoxa person 1 ${place} ${id} ${bound} ${String(t)} ${String(m)}`;
}

function passphraseKey(stretched: Uint8Array, machineSecret: Uint8Array | undefined): Uint8Array {
  return machineSecret === undefined
    ? deriveBytes(stretched, new Uint8Array(0), 'hosoxa passphrase 1')
    : deriveBytes(Buffer.concat([stretched, machineSecret]), new Uint8Array(0), 'hosoxa passphrase and machine 1');
}

function recoveryKey(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return deriveBytes(secret, salt, 'hosoxa recovery 1');
}

function setupKey(machineSecret: Uint8Array): Uint8Array {
  return deriveBytes(machineSecret, new Uint8Array(0), 'hosoxa setup 1');
}
