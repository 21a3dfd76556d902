import type { AuditKind } from '#shared/contract/audit.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { must } from '#shared/base/must.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { openForPerson, wrapForPerson, wrapForRecovery } from './holders.ts';
import type { KeysBody, PersonEntry } from './keys-file.ts';
import { sealName } from './names.ts';
import type { PassphraseKdf } from './passphrase-kdf.ts';
import { createRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import type { RingContent } from './ring-content.ts';
import type { OpenRing, RingStore } from './ring-store.ts';
import type { TryCounter } from './try-counter.ts';

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

/** Judges a try: waits are kept, the try is counted on disk before it is judged. `attempt` gives undefined for a wrong one. */
export type Judge = <T>(
  who: string,
  wrong: ErrorCode,
  attempt: () => Promise<T | undefined>,
) => Promise<Result<T, ErrorCode>>;

/** File and content of a ring, as the next change starts from or leaves them. */
export type RingDraft = { readonly body: KeysBody; readonly content: RingContent };

/** Who the tries of the recovery code are counted for. */
export const RECOVERY = 'recovery';

/** What every act on the ring is made of. */
export type RingDesk = {
  /** Runs one act after another. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>;
  readonly judge: Judge;
  /** The file, if it can be used. */
  readonly sound: () => Result<KeysBody, ErrorCode>;
  /** The open ring with its file, and the moment a change must be of. */
  readonly opened: () => Result<
    { readonly ring: OpenRing; readonly body: KeysBody; readonly moment: number },
    ErrorCode
  >;
  /** A person's private key by passphrase. */
  readonly openPrivate: (
    body: KeysBody,
    person: PersonEntry,
    passphrase: string,
  ) => Promise<Result<Uint8Array, ErrorCode>>;
  /** Whether this is the passphrase of whoever has it open. */
  readonly verify: (passphrase: string) => Promise<Result<null, ErrorCode>>;
  /** The draft with a person's new pair, in place of the one the person had. */
  readonly withPerson: (
    draft: RingDraft,
    person: { readonly id: string; readonly name: string; readonly passphrase: string },
  ) => Promise<RingDraft>;
  /** The draft with a new recovery code. */
  readonly withRecovery: (draft: RingDraft) => RingDraft & { readonly code: string };
  /** The machine secret is gone: a new one, under which everybody opens by passphrase alone until they do. */
  readonly rebind: (draft: RingDraft) => Promise<KeysBody>;
};

/** Makes the desk. */
export function createRingDesk({ store, tries, kdf, now, note }: KeyRingParts): RingDesk {
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

  /** A person's private key by passphrase. */
  const openPrivate = (
    body: KeysBody,
    person: PersonEntry,
    passphrase: string,
  ): Promise<Result<Uint8Array, ErrorCode>> =>
    judge(person.id, 'wrong-passphrase', () =>
      openForPerson(kdf, { place: body.place, id: person.id }, person.wrap, passphrase, store.machine()?.secret),
    );

  async function verify(passphrase: string): Promise<Result<null, ErrorCode>> {
    const open = opened();
    if (!open.ok) return open;
    const person = findPerson(open.value.body, open.value.ring.personId);
    if (person === undefined) return err('not-allowed');
    const right = await openPrivate(open.value.body, person, passphrase);
    return right.ok ? ok(null) : right;
  }

  /** Body and content with a person's new pair; replaces the one the person had. */
  const withPerson: RingDesk['withPerson'] = async ({ body, content }, { id, name, passphrase }) => {
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
  };

  const withRecovery: RingDesk['withRecovery'] = ({ body, content }) => {
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
  };

  return {
    inTurn,
    judge,
    sound,
    opened,
    openPrivate,
    verify,
    withPerson,
    withRecovery,
    rebind: async ({ body, content }) => rebindBody(body, content, (await store.makeMachine()).secret),
  };
}

/** A person's part of the file. */
export function findPerson(body: KeysBody, personId: string): PersonEntry | undefined {
  return body.people.find(({ id }) => id === personId);
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
