import { hkdfSync } from 'node:crypto';
import type { KeyPurpose, KeySource } from './key-source.ts';

/** Keys made from numbers, for tests: `lock` and `open` as a person would, `renew` makes the next data key. */
export type FixedKeySource = KeySource & {
  readonly lock: () => void;
  readonly open: () => void;
  readonly renew: () => void;
  /** Forgets a version, as after an exchange of keys has ended. */
  readonly forget: (id: number) => void;
};

/** Makes a source that is open, with data key 1. Sources of different `seed` have different keys. */
export function createFixedKeySource(seed = 'office'): FixedKeySource {
  const listeners = new Set<() => void>();
  const ids = [1];
  let isOpen = true;
  const derive = (purpose: KeyPurpose, id: number): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', `${seed}:${String(id)}`, '', purpose, 32));
  const change = (act: () => void) => (): void => {
    act();
    for (const listener of listeners) listener();
  };
  return {
    current(purpose) {
      const id = ids.at(-1);
      return isOpen && id !== undefined ? { id, key: derive(purpose, id) } : undefined;
    },
    find: (purpose, id) => (isOpen && ids.includes(id) ? derive(purpose, id) : undefined),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lock: change(() => (isOpen = false)),
    open: change(() => (isOpen = true)),
    renew: change(() => ids.push((ids.at(-1) ?? 0) + 1)),
    forget(id) {
      ids.splice(ids.indexOf(id), 1);
    },
  };
}
