import { deriveBytes, openSealed, seal } from './seal.ts';

/** Enciphers a person's name for the file of keys. `secret`: the machine secret, or a backup's own salt. */
export function sealName(secret: Uint8Array, place: string, id: string, name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(nameKey(secret), Buffer.from(name), namePlace(place, id)));
}

/** A person's name; empty when the secret it was enciphered with is gone. */
export function openName(secret: Uint8Array | undefined, place: string, id: string, sealed: Uint8Array): string {
  const name = secret && openSealed(nameKey(secret), sealed, namePlace(place, id));
  return name === undefined ? '' : Buffer.from(name).toString('utf8');
}

function nameKey(secret: Uint8Array): Uint8Array {
  return deriveBytes(secret, new Uint8Array(0), 'hosoxa names 1');
}

function namePlace(place: string, id: string): string {
  return `hosoxa name 1 ${place} ${id}`;
}
