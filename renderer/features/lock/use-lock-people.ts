import { useCallback, useState } from 'react';
import { readKeyState, type KeyState, type PersonOnPc } from '#renderer/platform/desktop-keys.ts';

/** What the lock screen works on. */
export type LockedState = Extract<KeyState, { kind: 'locked' | 'open' }>;

/** People of the PC and their waits as last told; `readAt` is of `performance.now`. */
export type LockPeople = {
  readonly people: readonly PersonOnPc[];
  readonly recoveryWaitMs: number;
  readonly readAt: number;
  /** Asks anew: after a wrong try there may be a wait. */
  readonly refresh: () => Promise<void>;
};

/** Who can open this PC, as the door said first and as the desktop says after each wrong try. */
export function useLockPeople(first: LockedState): LockPeople {
  const [known, setKnown] = useState(() => ({ state: first, readAt: performance.now() }));
  const refresh = useCallback(async (): Promise<void> => {
    const reply = await readKeyState();
    if (reply.ok && (reply.value.kind === 'locked' || reply.value.kind === 'open'))
      setKnown({ state: reply.value, readAt: performance.now() });
  }, []);
  return {
    people: known.state.people,
    recoveryWaitMs: known.state.recoveryWaitMs,
    readAt: known.readAt,
    refresh,
  };
}
