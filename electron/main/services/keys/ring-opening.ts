import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { OpenKeys } from '#shared/contract/keys.ts';
import { openForRecovery, openForSetup, openRingKey, wrapForSetup } from './holders.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { createRingContent } from './ring-content.ts';
import { findPerson, RECOVERY, type KeyRingParts, type RingDesk } from './ring-desk.ts';
import { openKeysOf, unsealRing, type OpenRing } from './ring-store.ts';

type Opened = Promise<Result<OpenKeys, ErrorCode>>;

/** The acts that open a ring. */
export type RingOpening = {
  readonly prepare: (deviceKey?: string) => Opened;
  readonly openSetup: () => Opened;
  readonly unlock: (personId: string, passphrase: string) => Opened;
  readonly recover: (code: string, personId: string, passphrase: string) => Opened;
};

const IDLE_MINUTES = 10;

/** Makes them. */
export function createRingOpening({ store, tries, note }: KeyRingParts, desk: RingDesk): RingOpening {
  const { inTurn, judge, sound, openPrivate, withPerson, rebind } = desk;

  function openSetup(): Result<OpenKeys, ErrorCode> {
    const moment = store.moment();
    const body = sound();
    if (!body.ok) return body;
    const { setup, place } = body.value;
    const secret = store.machine()?.secret;
    if (setup === null) return err('locked');
    const privateKey = secret && openForSetup(place, setup, secret);
    const ringKey = privateKey && openRingKey(body.value, setup, privateKey);
    return ringKey === undefined ? err('keys-damaged') : asKeys(store.open(moment, '', ringKey));
  }

  return {
    openSetup: () => inTurn(() => Promise.resolve(openSetup())),

    prepare: (deviceKey) =>
      inTurn(async () => {
        const file = store.file();
        if (file.kind === 'sound' && file.body.setup !== null) return openSetup();
        const before = sound();
        if (before.ok) {
          const ring = store.opened();
          return ring === undefined ? err('locked') : ok(openKeysOf(ring));
        }
        if (before.error !== 'not-enrolled') return before;
        const { secret } = store.machine() ?? (await store.makeMachine());
        const place = randomBytes(16).toString('base64url');
        const { pair, privateKey } = wrapForSetup(place, secret);
        const publicKey = new Uint8Array(pair.publicKey);
        const none = new Uint8Array(0);
        const setup = { privateKey, publicKey, ringKey: none };
        const fresh = { place, generation: 1, ring: none, people: [], recovery: null, nameSalt: null };
        return asKeys(
          await store.write({
            moment: store.moment(),
            personId: '',
            body: { ...fresh, setup, idleMinutes: IDLE_MINUTES },
            content: { ...createRingContent(deviceKey), setupKey: publicKey },
          }),
        );
      }),

    unlock: (personId, passphrase) =>
      inTurn(async () => {
        const moment = store.moment();
        const body = sound();
        if (!body.ok) return body;
        const person = findPerson(body.value, personId);
        if (person === undefined) return err('not-found');
        if (person.wrap.bound === 'machine' && store.machine() === undefined) return err('keys-damaged');
        const privateKey = await openPrivate(body.value, person, passphrase);
        if (!privateKey.ok) return privateKey;
        const ringKey = openRingKey(body.value, person, privateKey.value);
        if (ringKey === undefined) return err('keys-damaged');
        const ring = store.open(moment, personId, ringKey);
        if (!ring.ok) return ring;
        note({ kind: 'unlocked', by: personId });
        if (person.wrap.bound === 'machine') return asKeys(ring);
        // A wrap from a backup: bound to this PC from now on. Failing that, it still opens.
        const { name = '' } = ring.value.content.people.find(({ id }) => id === personId) ?? {};
        const bound = await withPerson(
          { body: body.value, content: ring.value.content },
          { id: personId, name, passphrase },
        );
        const written = await store.write({ moment, personId, ...bound });
        return asKeys(written.ok ? written : ring);
      }),

    recover: (typed, personId, passphrase) =>
      inTurn(async () => {
        const moment = store.moment();
        const body = sound();
        if (!body.ok) return body;
        const { recovery } = body.value;
        const secret = readRecoveryCode(typed);
        if (recovery === null || secret === undefined) return err('wrong-recovery-code');
        const privateKey = await judge(RECOVERY, 'wrong-recovery-code', () =>
          Promise.resolve(openForRecovery(body.value.place, recovery, secret)),
        );
        if (!privateKey.ok) return privateKey;
        const ringKey = openRingKey(body.value, recovery, privateKey.value);
        const content = ringKey && unsealRing(body.value, ringKey);
        if (content === undefined) return err('keys-damaged');
        const person = content.people.find(({ id }) => id === personId);
        if (person === undefined) return err('not-found');
        const before = store.machine() === undefined ? await rebind({ body: body.value, content }) : body.value;
        const next = await withPerson({ body: before, content }, { id: personId, name: person.name, passphrase });
        const ring = await store.write({ moment, personId, ...next });
        if (!ring.ok) return ring;
        await tries.forget(personId).catch(() => undefined);
        note({ kind: 'recovered', by: personId });
        return asKeys(ring);
      }),
  };
}

function asKeys(result: Result<OpenRing, ErrorCode>): Result<OpenKeys, ErrorCode> {
  return result.ok ? ok(openKeysOf(result.value)) : result;
}
