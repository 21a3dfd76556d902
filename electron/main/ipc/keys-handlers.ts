import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DeviceLife } from '../services/device-life/device-life.ts';
import type { DeviceIdentity } from '../services/device-identity.ts';
import type { KeyRing } from '../services/keys/key-ring.ts';
import type { KeyRotation } from '../services/keys/key-rotation.ts';
import type { LockKeeper } from '../services/keys/lock-keeper.ts';
import type { IpcHandlers } from './register.ts';

type KeysChannel = Extract<keyof IpcHandlers, `keys:${string}`>;

/** What key handlers stand on. `keeper`: asked for at each call, since it watches a window that is made later. */
export type KeysHandlerParts = {
  readonly ring: KeyRing;
  readonly rotation: KeyRotation;
  readonly identity: Pick<DeviceIdentity, 'state'>;
  readonly life: Pick<DeviceLife, 'resume' | 'wasWiped'>;
  readonly keeper: () => LockKeeper | undefined;
};

/** Handlers of `keys:`. */
export function createKeysHandlers(parts: KeysHandlerParts): Pick<IpcHandlers, KeysChannel> {
  const { ring, rotation, identity, life } = parts;
  /** An opening counts when what a crash had left half done is done. */
  const opened = async <T>(opening: Promise<Result<T, ErrorCode>>): Promise<Result<T, { code: ErrorCode }>> => {
    const keys = await opening;
    if (!keys.ok) return err({ code: keys.error });
    parts.keeper()?.noteActivity();
    const resumed = await life.resume();
    return resumed.ok ? keys : err({ code: resumed.error });
  };
  return {
    'keys:state': () => {
      const state = ring.state();
      if (!state.ok) return Promise.resolve(err({ code: state.error }));
      if (state.value.kind === 'damaged' || identity.state() !== null) return Promise.resolve(ok(state.value));
      return Promise.resolve(ok(life.wasWiped() ? { kind: 'none', wiped: true } : { kind: 'none' }));
    },
    'keys:open-setup': () => opened(ring.openSetup()),
    'keys:unlock': ({ personId, passphrase }) => opened(ring.unlock(personId, passphrase)),
    'keys:recover': ({ code, personId, passphrase }) => opened(ring.recover(code, personId, passphrase)),
    'keys:add-person': async (person) => withCode(await ring.addPerson(person)),
    'keys:remove-person': async ({ personId, confirm }) => withCode(await ring.removePerson(personId, confirm)),
    'keys:change-passphrase': async ({ current, next }) => withCode(await ring.changePassphrase(current, next)),
    'keys:new-recovery-code': async ({ passphrase }) => withCode(await ring.renewRecoveryCode(passphrase)),
    'keys:lock': async () => {
      await parts.keeper()?.lockNow();
      return ok(null);
    },
    'keys:activity': () => {
      parts.keeper()?.noteActivity();
      return Promise.resolve(ok(null));
    },
    'keys:set-idle-minutes': async ({ minutes }) => withCode(await ring.setIdleMinutes(minutes)),
    'keys:rotate': async ({ passphrase }) => withCode(await ring.rotate(passphrase)),
    'keys:rotation': () => Promise.resolve(ok(rotation.state())),
    'keys:rows-rotated': async ({ keyId }) => withCode(await rotation.noteRows(keyId)),
  };
}

function withCode<T>(result: Result<T, ErrorCode>): Result<T, { code: ErrorCode }> {
  return result.ok ? result : err({ code: result.error });
}
