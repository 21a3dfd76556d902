import type { KeyPurpose } from './key-source.ts';
import { deriveBytes } from './seal.ts';

/** The key of one purpose from a data key. One way: it gives neither the data key nor the keys of other purposes away. */
export function derivePurposeKey(dataKey: Uint8Array, purpose: KeyPurpose): Uint8Array {
  return deriveBytes(dataKey, new Uint8Array(0), `hosoxa data 1 ${purpose}`);
}
