import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { OpenKeys } from '#shared/contract/keys.ts';
import { createPrivateDeviceKey, openSigner, type Signer } from './device-key.ts';
import { withNewDataKey } from './ring-content.ts';
import { findPerson, RECOVERY, type KeyRingParts, type RingDesk } from './ring-desk.ts';
import { openKeysOf } from './ring-store.ts';

type Done = Promise<Result<null, ErrorCode>>;

/** The acts that change a ring while it is open. */
export type RingChanges = {
  /**
   * Gives a person a way in. `confirm`: the passphrase of who has the PC open, so that an open PC that nobody watches gives nobody a lasting way
   * in; null during the first start only, when there is nobody.
   */
  readonly addPerson: (person: {
    readonly personId: string;
    readonly name: string;
    readonly passphrase: string;
    readonly confirm: string | null;
  }) => Promise<Result<{ readonly recoveryCode: string | null }, ErrorCode>>;
  readonly removePerson: (personId: string, confirm: string) => Done;
  readonly changePassphrase: (current: string, next: string) => Done;
  readonly renewRecoveryCode: (passphrase: string) => Promise<Result<{ readonly recoveryCode: string }, ErrorCode>>;
  readonly setIdleMinutes: (minutes: number) => Done;
  /** Makes a new data key; a running exchange is only gone on with. */
  readonly rotate: (passphrase: string) => Promise<Result<OpenKeys, ErrorCode>>;
  /** A new device key, kept beside the present one until the province has taken it. */
  readonly stageDeviceKey: () => Promise<Result<Signer, ErrorCode>>;
  /** The staged key is the device's from now on. */
  readonly takeDeviceKey: (publicKey: string) => Done;
};

/** Makes them. */
export function createRingChanges({ store, tries, note }: KeyRingParts, desk: RingDesk): RingChanges {
  const { inTurn, opened, verify, withPerson, withRecovery } = desk;
  /** The open ring, once whoever is at the PC has shown to be the one who opened it. */
  const confirmed = async (passphrase: string): Promise<ReturnType<typeof opened>> => {
    const right = await verify(passphrase);
    return right.ok ? opened() : right;
  };
  return {
    addPerson: ({ personId, name, passphrase, confirm }) =>
      inTurn(async () => {
        const first = opened();
        if (!first.ok) return first;
        const open = first.value.body.setup === null ? await confirmed(confirm ?? '') : first;
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        if (findPerson(body, personId) !== undefined) return err('person-exists');
        const added = await withPerson({ body, content: ring.content }, { id: personId, name, passphrase });
        const isFirst = body.setup !== null;
        const withCode = isFirst ? withRecovery(added) : undefined;
        const next = withCode ?? added;
        const written = await store.write({
          moment,
          personId: isFirst ? personId : ring.personId,
          body: { ...next.body, setup: null },
          content: { ...next.content, setupKey: null },
        });
        if (!written.ok) return written;
        note({ kind: 'person-added', by: isFirst ? personId : ring.personId, id: personId });
        return ok({ recoveryCode: withCode?.code ?? null });
      }),

    removePerson: (personId, confirm) =>
      inTurn(async () => {
        const open = await confirmed(confirm);
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        if (findPerson(body, personId) === undefined) return err('not-found');
        if (body.people.length === 1) return err('last-person');
        if (personId === ring.personId) return err('not-allowed');
        const content = { ...ring.content, people: ring.content.people.filter(({ id }) => id !== personId) };
        const people = body.people.filter(({ id }) => id !== personId);
        const written = await store.write({
          moment,
          personId: ring.personId,
          body: { ...body, people },
          content: withNewDataKey(content), // what comes from now on is out of reach of whoever kept the old file
        });
        if (!written.ok) return written;
        await tries.forget(personId).catch(() => undefined);
        note({ kind: 'person-removed', by: ring.personId, id: personId });
        return ok(null);
      }),

    changePassphrase: (current, next) =>
      inTurn(async () => {
        const open = await confirmed(current);
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        const { name = '' } = ring.content.people.find(({ id }) => id === ring.personId) ?? {};
        const changed = await withPerson(
          { body, content: ring.content },
          { id: ring.personId, name, passphrase: next },
        );
        const written = await store.write({ moment, personId: ring.personId, ...changed });
        if (!written.ok) return written;
        note({ kind: 'passphrase-changed', by: ring.personId });
        return ok(null);
      }),

    renewRecoveryCode: (passphrase) =>
      inTurn(async () => {
        const open = await confirmed(passphrase);
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        const { code, ...next } = withRecovery({ body, content: ring.content });
        const written = await store.write({ moment, personId: ring.personId, ...next });
        if (!written.ok) return written;
        await tries.forget(RECOVERY).catch(() => undefined);
        note({ kind: 'recovery-code-renewed', by: ring.personId });
        return ok({ recoveryCode: code });
      }),

    setIdleMinutes: (idleMinutes) =>
      inTurn(async () => {
        const open = opened();
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        const written = await store.write({ moment, ...ring, body: { ...body, idleMinutes } });
        return written.ok ? ok(null) : written;
      }),

    rotate: (passphrase) =>
      inTurn(async () => {
        const open = await confirmed(passphrase);
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        if (ring.content.dataKeys.length > 1) return ok(openKeysOf(ring));
        const content = withNewDataKey(ring.content);
        const written = await store.write({ moment, personId: ring.personId, body, content });
        if (written.ok) note({ kind: 'keys-rotated', by: ring.personId, detail: 'begun' });
        return written.ok ? ok(openKeysOf(written.value)) : written;
      }),

    stageDeviceKey: () =>
      inTurn(async () => {
        const open = opened();
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        const staged = createPrivateDeviceKey();
        const content = { ...ring.content, nextDeviceKey: staged };
        const written = await store.write({ moment, ...ring, body, content });
        return written.ok ? ok(openSigner(staged)) : written;
      }),

    takeDeviceKey: (publicKey) =>
      inTurn(async () => {
        const open = opened();
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        const { nextDeviceKey } = ring.content;
        if (ring.signer.publicKey === publicKey) return ok(null); // taken already: the program ended just after
        if (nextDeviceKey === null || openSigner(nextDeviceKey).publicKey !== publicKey) return err('keys-damaged');
        const content = { ...ring.content, deviceKey: nextDeviceKey, nextDeviceKey: null };
        const written = await store.write({ moment, ...ring, body, content });
        return written.ok ? ok(null) : written;
      }),
  };
}
