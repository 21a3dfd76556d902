import type { ErrorCode } from '#shared/base/errors.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { KeyState } from '#shared/contract/keys.ts';
import { openName } from './names.ts';
import { createRingChanges, type RingChanges } from './ring-changes.ts';
import { createRingDesk, RECOVERY, type KeyRingParts, type RingDesk } from './ring-desk.ts';
import { createRingOpening, type RingOpening } from './ring-opening.ts';

/** Who may open this PC, and the acts of opening and changing that. Acts run one after another. */
export type KeyRing = RingOpening &
  RingChanges &
  Pick<RingDesk, 'inTurn' | 'judge' | 'verify'> & {
    readonly state: () => Result<KeyState, ErrorCode>;
    /** Who has it open; empty while locked and during the first start. */
    readonly personId: () => string;
    readonly lock: (reason: string) => void;
  };

/** Makes the ring of this PC. */
export function createKeyRing(parts: KeyRingParts): KeyRing {
  const { store, tries, note } = parts;
  const desk = createRingDesk(parts);
  return {
    ...createRingOpening(parts, desk),
    ...createRingChanges(parts, desk),
    inTurn: desk.inTurn,
    judge: desk.judge,
    verify: (passphrase) => desk.inTurn(() => desk.verify(passphrase)),
    personId: () => store.opened()?.personId ?? '',

    state() {
      const body = desk.sound();
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

    lock(reason) {
      const ring = store.opened();
      store.lock();
      if (ring !== undefined && ring.personId !== '') note({ kind: 'locked', by: ring.personId, detail: reason });
    },
  };
}
