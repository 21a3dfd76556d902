import { createHash } from 'node:crypto';

/** Bytes were not those their hash names. */
export class WrongBytes extends Error {
  override readonly name = 'WrongBytes';
}

/** Passes bytes on and throws `WrongBytes` behind the last of them unless they are those `hash` (SHA-256, hex) names. */
export async function* verified(bytes: AsyncIterable<Uint8Array>, hash: string): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  for await (const each of bytes) {
    digest.update(each);
    yield each;
  }
  if (digest.digest('hex') !== hash) throw new WrongBytes();
}

/** Whether putting bytes somewhere went well: false when they were `WrongBytes`; any other failure is thrown on. */
export async function isPut(putting: Promise<unknown>): Promise<boolean> {
  try {
    await putting;
    return true;
  } catch (failure) {
    if (failure instanceof WrongBytes) return false;
    throw failure;
  }
}
