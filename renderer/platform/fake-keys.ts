import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { OpenKeys, PersonOnPc, RotationState } from '#shared/contract/keys.ts';
import type { ErrorCode } from '#shared/base/errors.ts';

type KeyChannel = Extract<keyof DesktopBridge['call'], `keys:${string}`>;

/** Keys of a PC in memory: passphrases are compared, not stretched. */
export class FakeKeys {
  readonly people = new Map<string, { readonly name: string; passphrase: string }>();
  rowKeys: { readonly id: number; readonly key: Uint8Array }[] = [{ id: 1, key: randomKey() }];
  rotation: RotationState = null;
  openFor: string | undefined;

  readonly calls: Pick<DesktopBridge['call'], KeyChannel> = {
    'keys:state': () =>
      Promise.resolve(
        ok(
          this.people.size === 0
            ? { kind: 'setup' }
            : {
                kind: this.openFor === undefined ? 'locked' : 'open',
                people: [...this.people].map(([id, { name }]): PersonOnPc => ({ id, name, waitMs: 0 })),
                personId: this.openFor ?? '',
                recoveryWaitMs: 0,
                idleMinutes: 10,
                recoveryMadeAt: 0,
                machineSecret: 'plain',
              },
        ),
      ),
    'keys:open-setup': () => Promise.resolve(this.#open('')),
    'keys:unlock': ({ personId, passphrase }) =>
      Promise.resolve(
        this.people.get(personId)?.passphrase === passphrase
          ? this.#open(personId)
          : err({ code: 'wrong-passphrase' as const }),
      ),
    'keys:recover': ({ personId, passphrase }) => {
      this.people.set(personId, { name: this.people.get(personId)?.name ?? '', passphrase });
      return Promise.resolve(this.#open(personId));
    },
    'keys:add-person': ({ personId, name, passphrase }) => {
      this.people.set(personId, { name, passphrase });
      return Promise.resolve(ok({ recoveryCode: this.people.size === 1 ? 'AAAA-BBBB-CCCC-DDDD-EEEE' : null }));
    },
    'keys:remove-person': ({ personId }) => {
      this.people.delete(personId);
      return Promise.resolve(ok(null));
    },
    'keys:change-passphrase': ({ next }) => {
      const person = this.people.get(this.openFor ?? '');
      if (person !== undefined) person.passphrase = next;
      return Promise.resolve(ok(null));
    },
    'keys:new-recovery-code': () => Promise.resolve(ok({ recoveryCode: 'AAAA-BBBB-CCCC-DDDD-EEEE' })),
    'keys:lock': () => {
      this.openFor = undefined;
      return Promise.resolve(ok(null));
    },
    'keys:activity': () => Promise.resolve(ok(null)),
    'keys:set-idle-minutes': () => Promise.resolve(ok(null)),
    'keys:rotate': () => {
      const id = this.rowKeys.length + 1;
      this.rowKeys = [...this.rowKeys, { id, key: randomKey() }];
      const none = { done: 0, total: 0 };
      this.rotation = { keyId: id, rowsDone: false, journal: none, vault: none };
      return Promise.resolve(this.#open(this.openFor ?? ''));
    },
    'keys:rotation': () => Promise.resolve(ok(this.rotation)),
    'keys:rows-rotated': ({ keyId }) => {
      this.rowKeys = this.rowKeys.filter(({ id }) => id === keyId);
      this.rotation = null;
      return Promise.resolve(ok(null));
    },
  };

  #open(personId: string): Result<OpenKeys, { readonly code: ErrorCode }> {
    this.openFor = personId;
    return ok({ personId, rowKeys: this.rowKeys });
  }
}

function randomKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
