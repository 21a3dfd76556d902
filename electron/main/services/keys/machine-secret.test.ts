import { describe, expect, it } from 'vitest';
import { findSecretGuard, makeMachineSecret, readMachineSecret, type SystemSecrets } from './machine-secret.ts';
import { createTestPc } from './test-pc.ts';

const system = (backend: string, account: string): SystemSecrets => ({
  isEncryptionAvailable: () => backend !== '',
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from(`${account}:${text}`),
  decryptString: (bytes) => {
    const text = bytes.toString();
    if (!text.startsWith(`${account}:`)) throw new Error('another account');
    return text.slice(account.length + 1);
  },
});

describe('the machine secret', () => {
  it('is guarded by the system only where the system really guards', () => {
    const guards = (backend: string, platform: NodeJS.Platform): boolean =>
      findSecretGuard(system(backend, 'an'), platform) !== undefined;
    expect(['', 'basic_text', 'unknown', 'gnome_libsecret'].map((backend) => guards(backend, 'linux'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect([guards('unknown', 'win32'), guards('', 'win32')]).toEqual([true, false]);
  });

  it('is read back, is not in its file when guarded, and another account does not get it', async () => {
    const pc = createTestPc();
    const path = pc.paths.machineSecret;
    const guard = findSecretGuard(system('gnome_libsecret', 'an'), 'linux');
    const made = await makeMachineSecret(path, guard);
    expect(made.kind).toBe('guarded');
    expect(await readMachineSecret(path, guard)).toEqual(made);
    expect(await readMachineSecret(path, findSecretGuard(system('gnome_libsecret', 'binh'), 'linux'))).toBeUndefined();
    expect(await readMachineSecret(path, undefined)).toBeUndefined();
    const plain = await makeMachineSecret(path, undefined);
    expect(await readMachineSecret(path, guard)).toEqual(plain);
    expect(await readMachineSecret(`${path}.set-aside`, guard)).toEqual(made);
    pc.remove();
  });
});
