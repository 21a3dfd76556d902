import { randomBytes } from 'node:crypto';
import type { AuditKind } from '#shared/contract/audit.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { KeyState, OpenKeys } from '#shared/contract/keys.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import {
  openForPerson,
  openForRecovery,
  openForSetup,
  openRingKey,
  wrapForPerson,
  wrapForRecovery,
  wrapForSetup,
} from './holders.ts';
import { createPrivateDeviceKey, openSigner, type Signer } from './device-key.ts';
import type { KeysBody, PersonEntry } from './keys-file.ts';
import { openName, sealName } from './names.ts';
import type { PassphraseKdf } from './passphrase-kdf.ts';
import { createRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import { createRingContent, withNewDataKey, type RingContent } from './ring-content.ts';
import { openKeysOf, unsealRing, type OpenRing, type RingStore } from './ring-store.ts';
import type { TryCounter } from './try-counter.ts';
import { must } from '#shared/base/must.ts';

/** What the log is told of keys. */
export type KeyNote = {
  readonly kind: AuditKind;
  readonly by?: string;
  readonly id?: string;
  readonly detail?: string;
};

/** What the ring stands on. `now`: milliseconds. */
export type KeyRingParts = {
  readonly store: RingStore;
  readonly tries: TryCounter;
  readonly kdf: PassphraseKdf;
  readonly now: () => number;
  readonly note: (note: KeyNote) => void;
};

type Opened = Promise<Result<OpenKeys, ErrorCode>>;
type Done = Promise<Result<null, ErrorCode>>;

/** Who may open this PC, and the acts of opening and changing that. Acts run one after another. */
export type KeyRing = {
  readonly state: () => Result<KeyState, ErrorCode>;
  /** Who has it open; empty while locked and during the first start. */
  readonly personId: () => string;
  /** Makes the keys of a PC that is about to enrol, and opens them. */
  readonly prepare: (deviceKey?: string) => Opened;
  readonly openSetup: () => Opened;
  readonly unlock: (personId: string, passphrase: string) => Opened;
  readonly recover: (code: string, personId: string, passphrase: string) => Opened;
  readonly addPerson: (person: {
    readonly personId: string;
    readonly name: string;
    readonly passphrase: string;
  }) => Promise<Result<{ readonly recoveryCode: string | null }, ErrorCode>>;
  readonly removePerson: (personId: string) => Done;
  readonly changePassphrase: (current: string, next: string) => Done;
  readonly renewRecoveryCode: (passphrase: string) => Promise<Result<{ readonly recoveryCode: string }, ErrorCode>>;
  readonly setIdleMinutes: (minutes: number) => Done;
  /** Whether this is the passphrase of whoever has it open. */
  readonly verify: (passphrase: string) => Done;
  /** Makes a new data key; a running exchange is only gone on with. */
  readonly rotate: (passphrase: string) => Opened;
  /** A new device key, kept beside the present one until the province has taken it. */
  readonly stageDeviceKey: () => Promise<Result<Signer, ErrorCode>>;
  /** The staged key is the device's from now on. */
  readonly takeDeviceKey: (publicKey: string) => Done;
  readonly lock: (reason: string) => void;
  /** Runs an act of a neighbour (rotation, restore) in turn with the others. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>;
  /** Judges a try for whom it is counted. */
  readonly judge: Judge;
};

/** Judges a try: waits are kept, the try is counted on disk before it is judged. `attempt` gives undefined for a wrong one. */
export type Judge = <T>(
  who: string,
  wrong: ErrorCode,
  attempt: () => Promise<T | undefined>,
) => Promise<Result<T, ErrorCode>>;

const RECOVERY = 'recovery';
const IDLE_MINUTES = 10;

/** Makes the ring of this PC. */
export function createKeyRing({ store, tries, kdf, now, note }: KeyRingParts): KeyRing {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const judge: Judge = async (who, wrong, attempt) => {
    if (tries.waitMs(who) > 0) return err('wait-before-next-try');
    try {
      await tries.begin(who);
    } catch (cause) {
      return err(diskFailure(cause, 'store-failed'));
    }
    const right = await attempt();
    if (right === undefined) {
      note({ kind: 'unlock-failed', id: who === RECOVERY ? '' : who, detail: wrong });
      return err(wrong);
    }
    await tries.forget(who).catch(() => undefined); // it was right: at worst the next wrong one waits longer
    return ok(right);
  };

  function sound(): Result<KeysBody, ErrorCode> {
    const file = store.file();
    if (file.kind === 'sound') return ok(file.body);
    return err(file.kind === 'newer' ? 'keys-newer' : file.kind === 'none' ? 'not-enrolled' : 'keys-damaged');
  }

  function opened(): Result<{ readonly ring: OpenRing; readonly body: KeysBody; readonly moment: number }, ErrorCode> {
    const [ring, file] = [store.opened(), store.file()];
    if (ring === undefined || file.kind !== 'sound') return err('locked');
    return ok({ ring, body: file.body, moment: store.moment() });
  }

  const find = (body: KeysBody, personId: string): PersonEntry | undefined =>
    body.people.find(({ id }) => id === personId);

  /** A person's private key by passphrase. */
  const openPrivate = (
    body: KeysBody,
    person: PersonEntry,
    passphrase: string,
  ): Promise<Result<Uint8Array, ErrorCode>> =>
    judge(person.id, 'wrong-passphrase', () =>
      openForPerson(kdf, { place: body.place, id: person.id }, person.wrap, passphrase, store.machine()?.secret),
    );

  async function verify(passphrase: string): Done {
    const open = opened();
    if (!open.ok) return open;
    const person = find(open.value.body, open.value.ring.personId);
    if (person === undefined) return err('not-allowed');
    const right = await openPrivate(open.value.body, person, passphrase);
    return right.ok ? ok(null) : right;
  }

  /** Body and content with a person's new pair; replaces the one the person had. */
  async function withPerson(
    { body, content }: { readonly body: KeysBody; readonly content: RingContent },
    { id, name, passphrase }: { readonly id: string; readonly name: string; readonly passphrase: string },
  ): Promise<{ readonly body: KeysBody; readonly content: RingContent }> {
    const { secret } = store.machine() ?? (await store.makeMachine());
    const { pair, bound, portable } = await wrapForPerson(kdf, { place: body.place, id }, passphrase, secret);
    const publicKey = new Uint8Array(pair.publicKey);
    const entry: PersonEntry = {
      id,
      name: sealName(secret, body.place, id, name),
      wrap: bound,
      publicKey,
      ringKey: new Uint8Array(0), // sealed when the ring key is exchanged, which follows
    };
    return {
      body: { ...body, people: [...body.people.filter((person) => person.id !== id), entry] },
      content: {
        ...content,
        people: [...content.people.filter((person) => person.id !== id), { id, name, publicKey, portable }],
      },
    };
  }

  function withRecovery(body: KeysBody, content: RingContent): { body: KeysBody; content: RingContent; code: string } {
    const code = createRecoveryCode();
    const secret = must(readRecoveryCode(code), 'a code just made is readable');
    const { pair, salt, privateKey } = wrapForRecovery(body.place, secret);
    const publicKey = new Uint8Array(pair.publicKey);
    const recovery = {
      salt,
      privateKey,
      madeAt: Math.max(0, Math.round(now())),
      publicKey,
      ringKey: new Uint8Array(0),
    };
    return { code, body: { ...body, recovery }, content: { ...content, recoveryKey: publicKey } };
  }

  const asKeys = (result: Result<OpenRing, ErrorCode>): Result<OpenKeys, ErrorCode> =>
    result.ok ? ok(openKeysOf(result.value)) : result;

  async function openSetup(): Opened {
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
    inTurn,
    judge,
    personId: () => store.opened()?.personId ?? '',
    verify: (passphrase) => inTurn(() => verify(passphrase)),
    openSetup: () => inTurn(openSetup),

    state() {
      const body = sound();
      if (!body.ok && body.error === 'keys-newer') return body;
      if (!body.ok) return ok({ kind: body.error === 'not-enrolled' ? 'none' : 'damaged' });
      const { people, setup, place, recovery, idleMinutes } = body.value;
      if (setup !== null) return ok({ kind: 'setup' });
      const [ring, machine] = [store.opened(), store.machine()];
      return ok({
        kind: ring === undefined ? 'locked' : 'open',
        people: people.map(({ id, name }) => ({
          id,
          name: openName(machine?.secret, place, id, name),
          waitMs: tries.waitMs(id),
        })),
        personId: ring?.personId ?? '',
        recoveryWaitMs: tries.waitMs(RECOVERY),
        idleMinutes,
        recoveryMadeAt: recovery?.madeAt ?? 0,
        machineSecret: machine?.kind ?? 'plain',
      });
    },

    prepare: (deviceKey) =>
      inTurn(async () => {
        const file = store.file();
        if (file.kind === 'sound' && file.body.setup !== null) return openSetup();
        const before = sound();
        if (before.ok)
          return asKeys(store.opened() === undefined ? err('locked') : ok(must(store.opened(), 'just seen')));
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
        const person = find(body.value, personId);
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
        const before = store.machine() === undefined ? await rebind(body.value, content) : body.value;
        const next = await withPerson({ body: before, content }, { id: personId, name: person.name, passphrase });
        const ring = await store.write({ moment, personId, ...next });
        if (!ring.ok) return ring;
        await tries.forget(personId).catch(() => undefined);
        note({ kind: 'recovered', by: personId });
        return asKeys(ring);
      }),

    addPerson: ({ personId, name, passphrase }) =>
      inTurn(async () => {
        const open = opened();
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        if (find(body, personId) !== undefined) return err('person-exists');
        const added = await withPerson({ body, content: ring.content }, { id: personId, name, passphrase });
        const isFirst = body.setup !== null;
        const first = isFirst ? withRecovery(added.body, added.content) : undefined;
        const next = first ?? added;
        const written = await store.write({
          moment,
          personId: isFirst ? personId : ring.personId,
          body: { ...next.body, setup: null },
          content: { ...next.content, setupKey: null },
        });
        if (!written.ok) return written;
        note({ kind: 'person-added', by: isFirst ? personId : ring.personId, id: personId });
        return ok({ recoveryCode: first?.code ?? null });
      }),

    removePerson: (personId) =>
      inTurn(async () => {
        const open = opened();
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        if (find(body, personId) === undefined) return err('not-found');
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
        const right = await verify(current);
        const open = opened();
        if (!right.ok) return right;
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
        const right = await verify(passphrase);
        const open = opened();
        if (!right.ok) return right;
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        const { code, ...next } = withRecovery(body, ring.content);
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
        const right = await verify(passphrase);
        const open = opened();
        if (!right.ok) return right;
        if (!open.ok) return open;
        const { ring, body, moment } = open.value;
        if (ring.content.dataKeys.length > 1) return ok(openKeysOf(ring));
        const content = withNewDataKey(ring.content);
        const written = await store.write({ moment, personId: ring.personId, body, content });
        if (written.ok) note({ kind: 'keys-rotated', by: ring.personId, detail: 'begun' });
        return asKeys(written);
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

    lock(reason) {
      const ring = store.opened();
      store.lock();
      if (ring !== undefined && ring.personId !== '') note({ kind: 'locked', by: ring.personId, detail: reason });
    },
  };

  /** The machine secret is gone: everybody's wrap becomes the one that does without, and names are enciphered anew. */
  async function rebind(body: KeysBody, content: RingContent): Promise<KeysBody> {
    const { secret } = await store.makeMachine();
    return rebindBody(body, content, secret);
  }
}

/** A body whose people open by passphrase alone until they do, with names under another secret. */
export function rebindBody(body: KeysBody, content: RingContent, nameSecret: Uint8Array): KeysBody {
  const people = body.people.flatMap((person) => {
    const known = content.people.find(({ id }) => id === person.id);
    const name = known && sealName(nameSecret, body.place, known.id, known.name);
    return known && name ? [{ ...person, wrap: known.portable, name }] : [];
  });
  return { ...body, people };
}
