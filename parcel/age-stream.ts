import { Decrypter, Encrypter } from 'age-encryption';
import { ageRecipientOf } from './age-keys.ts';
import { ParcelFault } from './parcel-fault.ts';
import { stickFault } from './stick.ts';

/** Enciphers bytes to who signs with this key (raw Ed25519, base64url), as an age file. */
export async function encryptTo(
  publicKey: string,
  plain: AsyncIterable<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(ageRecipientOf(publicKey));
  return encrypter.encrypt(toStream(plain));
}

/** What age says when a file was written to somebody else. */
const NOT_FOR_HERE = 'no identity matched';

/**
 * Deciphers an age file. Every piece that comes out is as it was written; a cut or changed file ends with `parcel-damaged`, one for another reader with
 * `parcel-not-for-here`, a stick that was pulled with `parcel-stick-gone`.
 */
export async function* decryptWith(
  identity: string,
  enciphered: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const plain = await decrypter.decrypt(toStream(enciphered));
    for await (const bytes of plain) yield bytes;
  } catch (cause) {
    throw nameFault(cause);
  }
}

function nameFault(cause: unknown): ParcelFault {
  if (cause instanceof ParcelFault) return cause;
  if (cause instanceof Error && cause.message.startsWith(NOT_FOR_HERE)) return new ParcelFault('parcel-not-for-here');
  const isSystems = cause instanceof Error && 'code' in cause && 'syscall' in cause;
  return isSystems ? stickFault(cause) : new ParcelFault('parcel-damaged', cause);
}

/** Pulled piece by piece, so that nothing collects. */
function toStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
