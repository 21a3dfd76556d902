import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { RotationState } from '#shared/contract/keys.ts';
import type { KeyRing } from './key-ring.ts';
import type { KeyRingParts } from './ring-desk.ts';
import { newestKeyId, withoutOldDataKeys } from './ring-content.ts';

/** Something in the profile that is enciphered anew when the data key is exchanged. */
export type Rekeyable = {
  /** Enciphers what is not yet under the newest key. Goes on where it was; may be asked again at any time. */
  readonly reencipher: () => Promise<Result<null, ErrorCode>>;
  /** Parts under the newest key, and all. */
  readonly rotation: () => { readonly done: number; readonly total: number };
};

/** The exchange of the data key: from the new key's making until everything is enciphered with it and the old one is thrown away. */
export type KeyRotation = {
  readonly state: () => RotationState;
  /** The page has all its rows under this key. */
  readonly noteRows: (keyId: number) => Promise<Result<null, ErrorCode>>;
  /** Goes on with an exchange that is not finished, if there is one and the PC is open. Also called whenever keys change. */
  readonly goOn: () => Promise<void>;
};

/** Makes the rotation of a ring. Journal and vault are done here, one after the other; the page does its rows. */
export function createKeyRotation(
  { store, note }: KeyRingParts,
  ring: KeyRing,
  parts: { readonly journal: Rekeyable; readonly vault: Rekeyable },
  report: (cause: unknown) => void,
): KeyRotation {
  let running: Promise<void> | undefined;

  function newest(): number | undefined {
    const content = store.opened()?.content;
    return content === undefined || content.dataKeys.length === 1 ? undefined : newestKeyId(content);
  }

  function isComplete(): boolean {
    const content = store.opened()?.content;
    if (content === undefined || content.rowsKeyId !== newestKeyId(content)) return false;
    return [parts.journal, parts.vault].every((part) => part.rotation().done === part.rotation().total);
  }

  const finish = (): Promise<void> =>
    ring.inTurn(async () => {
      const [open, file] = [store.opened(), store.file()];
      if (open === undefined || file.kind !== 'sound' || newest() === undefined || !isComplete()) return;
      const content = withoutOldDataKeys(open.content);
      const written = await store.write({ moment: store.moment(), personId: open.personId, body: file.body, content });
      if (written.ok) note({ kind: 'keys-rotated', by: open.personId, detail: 'ended' });
    });

  async function run(): Promise<void> {
    for (const part of [parts.journal, parts.vault]) {
      const done = await part.reencipher();
      if (!done.ok) return; // locked meanwhile, or no room: the next opening goes on
    }
    await finish();
  }

  function goOn(): Promise<void> {
    if (newest() === undefined) return Promise.resolve();
    running ??= run()
      .catch(report)
      .finally(() => (running = undefined));
    return running;
  }

  store.source.onChange(() => {
    if (store.opened() !== undefined) setImmediate(() => void goOn());
  });

  return {
    goOn,
    state() {
      const [keyId, content] = [newest(), store.opened()?.content];
      if (keyId === undefined || content === undefined) return null;
      const rowsDone = content.rowsKeyId === keyId;
      return { keyId, rowsDone, journal: parts.journal.rotation(), vault: parts.vault.rotation() };
    },
    async noteRows(keyId) {
      const noted = await ring.inTurn(async (): Promise<Result<null, ErrorCode>> => {
        const [open, file] = [store.opened(), store.file()];
        if (open === undefined || file.kind !== 'sound') return err('locked');
        if (keyId !== newestKeyId(open.content)) return err('bad-input');
        if (open.content.rowsKeyId === keyId) return ok(null);
        const content = { ...open.content, rowsKeyId: keyId };
        const written = await store.write({ moment: store.moment(), ...open, body: file.body, content });
        return written.ok ? ok(null) : written;
      });
      if (noted.ok) void goOn();
      return noted;
    },
  };
}
