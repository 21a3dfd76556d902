import { useCallback, useEffect, useState } from 'react';
import { readKeyState, readRotation, type KeyState, type RotationState } from '#renderer/platform/desktop-keys.ts';

/** The PC's keys while it is open. */
export type KeysHere = Extract<KeyState, { kind: 'locked' | 'open' }>;

/** Who can open this PC; undefined until answered. `refresh` asks anew after a change. */
export function useKeysHere(): { readonly keys: KeysHere | undefined; readonly refresh: () => Promise<void> } {
  const [keys, setKeys] = useState<KeysHere>();
  const refresh = useCallback(async (): Promise<void> => {
    const reply = await readKeyState();
    if (reply.ok && (reply.value.kind === 'open' || reply.value.kind === 'locked')) setKeys(reply.value);
  }, []);
  useEffect(() => void refresh(), [refresh]);
  return { keys, refresh };
}

const LOOK_MS = 1000;

/** How far an exchange of the data key has come, asked each second; undefined until answered. */
export function useRotationState(): RotationState | undefined {
  const [state, setState] = useState<RotationState>();
  useEffect(() => {
    let live = true;
    const ask = async (): Promise<void> => {
      const reply = await readRotation();
      if (live && reply.ok) setState(reply.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), LOOK_MS);
    return () => {
      live = false;
      clearInterval(timer);
    };
  }, []);
  return state;
}
