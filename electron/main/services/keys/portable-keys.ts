import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { KeyState, OpenKeys } from '#shared/contract/keys.ts';
import { openForPerson, openForRecovery, openRingKey, wrapForPerson } from './holders.ts';
import type { KeyRing } from './key-ring.ts';
import { formatKeys, parseKeys, type KeysBody, type PersonEntry } from './keys-file.ts';
import { openName, sealName } from './names.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { findBackupKey } from './ring-content.ts';
import { rebindBody, RECOVERY, type KeyRingParts } from './ring-desk.ts';
import { openKeysOf, unsealRing } from './ring-store.ts';

/** The keys of this PC in a form that goes along with a backup, and back from it. */
export type PortableKeys = {
  readonly state: () => Result<KeyState, ErrorCode>;
  /**
   * The keys for a backup, while the PC is open: opens anywhere with a person's passphrase alone, or with the recovery code. Names in it are
   * enciphered with a salt beside them: a search does not find them, a reader of this code does.
   */
  readonly exportPortable: () => Promise<Result<Uint8Array, ErrorCode>>;
  /** Who can open an exported file; nobody when it is none. */
  readonly listPeople: (bytes: Uint8Array) => readonly { readonly id: string; readonly name: string }[];
  /**
   * Takes an exported file over on a PC that has no keys of its own, and opens it. `isGenuine`: whether what came along with the file was made
   * by who holds its keys (`findKey` gives the key of a backup by its number); nothing is taken otherwise.
   */
  readonly adoptPortable: (
    bytes: Uint8Array,
    way: AdoptWay,
    isGenuine: (findKey: (id: number) => Uint8Array | undefined) => boolean,
  ) => Promise<Result<OpenKeys, ErrorCode>>;
};

/** What an exported file is opened with: the person's passphrase, or the printed code, with which the passphrase is a new one for the person. */
export type AdoptWay = { readonly personId: string; readonly passphrase: string; readonly code: string | null };

/** Makes the portable side of a ring. */
export function createPortableKeys({ store, kdf }: KeyRingParts, ring: KeyRing): PortableKeys {
  async function openAsPerson(
    body: KeysBody,
    person: PersonEntry,
    passphrase: string,
  ): Promise<Result<Uint8Array, ErrorCode>> {
    const privateKey = await ring.judge(person.id, 'wrong-passphrase', () =>
      openForPerson(kdf, { place: body.place, id: person.id }, person.wrap, passphrase, undefined),
    );
    return privateKey.ok ? orDamaged(openRingKey(body, person, privateKey.value)) : privateKey;
  }

  async function openWithCode(body: KeysBody, code: string): Promise<Result<Uint8Array, ErrorCode>> {
    const { recovery, place } = body;
    const secret = readRecoveryCode(code);
    if (recovery === null || secret === undefined) return err('wrong-recovery-code');
    const privateKey = await ring.judge(RECOVERY, 'wrong-recovery-code', () =>
      Promise.resolve(openForRecovery(place, recovery, secret)),
    );
    return privateKey.ok ? orDamaged(openRingKey(body, recovery, privateKey.value)) : privateKey;
  }

  return {
    state: ring.state,

    exportPortable() {
      const [open, file] = [store.opened(), store.file()];
      if (open === undefined || file.kind !== 'sound') return Promise.resolve(err('locked'));
      const nameSalt = new Uint8Array(randomBytes(16));
      const body: KeysBody = { ...rebindBody(file.body, open.content, nameSalt), setup: null, nameSalt };
      return Promise.resolve(ok(Buffer.from(formatKeys(body))));
    },

    listPeople(bytes) {
      const file = parseKeys(Buffer.from(bytes).toString('utf8'));
      if (file.kind !== 'sound') return [];
      const { people, place, nameSalt } = file.body;
      return people.map(({ id, name }) => ({ id, name: openName(nameSalt ?? undefined, place, id, name) }));
    },

    adoptPortable: (bytes, { personId, passphrase, code }, isGenuine) =>
      ring.inTurn(async () => {
        const moment = store.moment();
        if (hasPeople(store.file())) return err('not-allowed');
        const file = parseKeys(Buffer.from(bytes).toString('utf8'));
        if (file.kind === 'newer') return err('keys-newer');
        if (file.kind !== 'sound') return err('keys-damaged');
        const { body } = file;
        const person = body.people.find(({ id }) => id === personId);
        if (person === undefined) return err('not-found');
        const at = { place: body.place, id: personId };
        const ringKey = code === null ? await openAsPerson(body, person, passphrase) : await openWithCode(body, code);
        if (!ringKey.ok) return ringKey;
        const content = unsealRing(body, ringKey.value);
        const known = content?.people.find(({ id }) => id === personId);
        if (content === undefined || known === undefined) return err('keys-damaged');
        if (!isGenuine((id) => findBackupKey(content, id))) return err('backup-damaged');

        const { secret } = await store.makeMachine();
        const wraps = await wrapForPerson(kdf, at, passphrase, secret);
        const publicKey = new Uint8Array(wraps.pair.publicKey);
        const bound = rebindBody(body, content, secret);
        const name = sealName(secret, body.place, personId, known.name);
        const written = await store.write({
          moment,
          personId,
          body: {
            ...bound,
            nameSalt: null,
            people: bound.people.map((entry) =>
              entry.id === personId ? { ...entry, name, wrap: wraps.bound, publicKey } : entry,
            ),
          },
          content: {
            ...content,
            people: content.people.map((entry) =>
              entry.id === personId ? { ...entry, publicKey, portable: wraps.portable } : entry,
            ),
          },
        });
        return written.ok ? ok(openKeysOf(written.value)) : written;
      }),
  };
}

function orDamaged(ringKey: Uint8Array | undefined): Result<Uint8Array, ErrorCode> {
  return ringKey === undefined ? err('keys-damaged') : ok(ringKey);
}

function hasPeople(file: ReturnType<KeyRingParts['store']['file']>): boolean {
  return file.kind === 'newer' || (file.kind === 'sound' && file.body.people.length > 0);
}
