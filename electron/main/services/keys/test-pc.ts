import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '#shared/base/result.ts';
import type { KeyNote } from './ring-desk.ts';
import { openKeys, type Keys } from './open-keys.ts';
import { quickKdf } from './quick-kdf.ts';
import type { KeyPaths } from './ring-store.ts';

/** People of the tests. */
export const [AN, BINH, CHI] = ['1', '2', '3'].map((n) => `01934f2a-7c3b-7a10-8b11-00000000000${n}`) as [
  string,
  string,
  string,
];
export const PASSPHRASE = 'four boats over 27 streams';
export const NAME_OF_AN = 'Name of An';

/** The keys of a PC in a folder of its own, with a clock that stands until it is moved. */
export type TestPc = {
  readonly folder: string;
  readonly paths: KeyPaths;
  readonly notes: KeyNote[];
  readonly clock: { ms: number };
  /** Starts the program (again). */
  readonly start: () => Promise<Keys>;
  readonly remove: () => void;
};

/** Makes a PC without keys. */
export function createTestPc(): TestPc {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const at = (name: string): string => join(folder, name);
  const paths = {
    file: at('keys.json'),
    spare: at('keys.spare.json'),
    machineSecret: at('machine-secret'),
    tries: at('tries'),
  };
  const notes: KeyNote[] = [];
  const clock = { ms: 5000 };
  return {
    folder,
    paths,
    notes,
    clock,
    start: () =>
      openKeys({
        paths,
        guard: undefined,
        kdf: quickKdf,
        now: () => 1_790_000_000_000,
        monotonic: () => clock.ms,
        note: (note) => notes.push(note),
      }),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The value of a result that must be one. */
export async function value<T>(result: Result<T, unknown> | Promise<Result<T, unknown>>): Promise<T> {
  const done = await result;
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.error)}`);
  return done.value;
}

/** Sets a PC up for its first person; the recovery code. */
export async function setUp(keys: Keys, personId = AN): Promise<string> {
  await value(keys.ring.prepare());
  const { recoveryCode } = await value(
    keys.ring.addPerson({ personId, name: NAME_OF_AN, passphrase: PASSPHRASE, confirm: null }),
  );
  return recoveryCode ?? '';
}
