import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Socket } from 'node:net';
import { createFrames, type Frames } from './frames.ts';

/** Who this PC is on the office's network: its number, and the means to prove it, which are none while the PC is locked. */
export type LanSelf = { readonly dev: () => number | undefined; readonly sign: (text: string) => string | undefined };

/** Public key (base64url) of a PC of the own commune that was not shut out. */
export type KeyOf = (dev: number) => string | undefined;

/** A channel to a colleague's PC that has proved who it is; what goes over it nobody else can read or change. */
export type SecureChannel = {
  readonly peer: number;
  readonly send: (message: Uint8Array) => void;
  /** The next message; rejects when the other end is gone, silent for too long, or sends what is not of the channel. */
  readonly receive: () => Promise<Uint8Array>;
  readonly close: () => void;
};

type Hello = { readonly dev: number; readonly point: string };

const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Opens a channel on a connected socket: an exchange of fresh X25519 keys, each side's Ed25519 device key signing both and both numbers (signed
 * Diffie-Hellman), then AES-256-GCM in both directions with keys by HKDF-SHA-256 and counters as nonces. Who is not known as a PC of the own commune is
 * told nothing but this PC's number. Throws on anything else.
 */
export async function openChannel(
  socket: Socket,
  role: 'caller' | 'answerer',
  self: LanSelf,
  keyOf: KeyOf,
): Promise<SecureChannel> {
  const frames = createFrames(socket);
  const dev = self.dev();
  if (dev === undefined) throw new Error('not enrolled');
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const mine: Hello = { dev, point: pointOf(publicKey) };
  if (role === 'caller') frames.send(encode(mine));
  const theirs = parseHello(await frames.receive());
  const key = keyOf(theirs.dev);
  if (key === undefined || theirs.dev === dev) throw new Error('not a PC of this commune');
  if (role === 'answerer') frames.send(encode(mine));
  const [caller, answerer] = role === 'caller' ? [mine, theirs] : [theirs, mine];
  const textOf = (signer: 'caller' | 'answerer'): string =>
    ['hosoxa lan 1', signer, caller.dev, caller.point, answerer.dev, answerer.point].join('\n');
  const signature = self.sign(textOf(role));
  if (signature === undefined) throw new Error('locked');
  // The caller proves itself first: who answers signs nothing for a stranger.
  if (role === 'caller') frames.send(encode(signature));
  const proof = decodeText(await frames.receive());
  if (!isSigned(key, textOf(role === 'caller' ? 'answerer' : 'caller'), proof)) throw new Error('not who it says');
  if (role === 'answerer') frames.send(encode(signature));
  const shared = diffieHellman({ privateKey, publicKey: keyOfPoint('X25519', theirs.point) });
  const salt = createHash('sha256').update(textOf('caller')).digest();
  const keys = new Uint8Array(hkdfSync('sha256', shared, salt, 'hosoxa lan channel', KEY_BYTES * 2));
  const [up, down] = [keys.subarray(0, KEY_BYTES), keys.subarray(KEY_BYTES)];
  return sealed(frames, theirs.dev, role === 'caller' ? up : down, role === 'caller' ? down : up);
}

function sealed(frames: Frames, peer: number, sendKey: Uint8Array, receiveKey: Uint8Array): SecureChannel {
  let sent = 0;
  let received = 0;
  return {
    peer,
    send(message) {
      const cipher = createCipheriv('aes-256-gcm', sendKey, nonceOf(sent++));
      frames.send(Buffer.concat([cipher.update(message), cipher.final(), cipher.getAuthTag()]));
    },
    async receive() {
      const bytes = await frames.receive();
      if (bytes.length < TAG_BYTES) throw new Error('not of the channel');
      const decipher = createDecipheriv('aes-256-gcm', receiveKey, nonceOf(received++));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()]);
    },
    close: frames.close,
  };
}

function nonceOf(counter: number): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(counter), 4);
  return nonce;
}

function encode(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function parseHello(bytes: Uint8Array): Hello {
  const value = JSON.parse(Buffer.from(bytes).toString()) as Partial<Hello> | null;
  const dev = value?.dev;
  const point = value?.point;
  if (typeof dev !== 'number' || !Number.isSafeInteger(dev) || typeof point !== 'string' || point.length !== 43)
    throw new Error('not a greeting');
  return { dev, point };
}

function decodeText(bytes: Uint8Array): string {
  const value: unknown = JSON.parse(Buffer.from(bytes).toString());
  if (typeof value !== 'string') throw new Error('not a proof');
  return value;
}

function pointOf(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x ?? '';
}

function keyOfPoint(curve: 'X25519' | 'Ed25519', x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: curve, x }, format: 'jwk' });
}

function isSigned(publicKey: string, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), keyOfPoint('Ed25519', publicKey), Buffer.from(signature, 'base64url'));
}
