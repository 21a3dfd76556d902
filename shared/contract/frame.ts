import { FRAME_DICTIONARY } from './frame-dictionary-table.ts';
import { MAX_FRAME_BYTES, MAX_UNPACKED_BYTES } from './protocol.ts';
import { WireError, type Packed } from './wire-form.ts';

/** The codecs a runtime lends: CBOR, raw deflate with a preset dictionary, which wins on small bodies, and Brotli, which wins on large ones. `limit` bounds unpacked bytes. */
export type FrameTools = {
  readonly encode: (value: Packed) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly deflate: (bytes: Uint8Array, dictionary: Uint8Array) => Uint8Array;
  readonly inflate: (bytes: Uint8Array, dictionary: Uint8Array, limit: number) => Uint8Array;
  readonly compress: (bytes: Uint8Array) => Uint8Array;
  readonly decompress: (bytes: Uint8Array, limit: number) => Uint8Array;
};

/** Bodies from this size on are worth trying Brotli on, in bytes; from the second on the dictionary no longer helps. */
const BROTLI_FROM = 600;
const DICTIONARY_UNTIL = 24 * 1024;

const formats = { plain: 0, deflated: 1, brotli: 2 } as const;

/** Turns packed messages into bodies and back: one format byte, then the payload. */
export type FrameCodec = {
  readonly toBytes: (packed: Packed) => Uint8Array;
  readonly fromBytes: (bytes: Uint8Array) => unknown;
};

/** Makes the codec of a runtime. `fromBytes` throws `WireError` on any body that is not a frame, and never unpacks more than the limit. */
export function createFrameCodec(tools: FrameTools, encodeText: (text: string) => Uint8Array): FrameCodec {
  const dictionary = encodeText(FRAME_DICTIONARY);
  return {
    toBytes(packed) {
      const plain = tools.encode(packed);
      const bodies = [withFormat(formats.plain, plain)];
      if (plain.length < DICTIONARY_UNTIL) bodies.push(withFormat(formats.deflated, tools.deflate(plain, dictionary)));
      if (plain.length >= BROTLI_FROM) bodies.push(withFormat(formats.brotli, tools.compress(plain)));
      return bodies.reduce((least, body) => (body.length < least.length ? body : least));
    },
    fromBytes(bytes) {
      if (bytes.length < 2 || bytes.length > MAX_FRAME_BYTES) throw new WireError('frame of no possible length');
      try {
        return tools.decode(openPayload(tools, dictionary, bytes));
      } catch (cause) {
        throw new WireError('frame cannot be read', { cause });
      }
    },
  };
}

function openPayload(tools: FrameTools, dictionary: Uint8Array, bytes: Uint8Array): Uint8Array {
  const payload = bytes.subarray(1);
  switch (bytes[0]) {
    case formats.plain:
      return payload;
    case formats.deflated:
      return tools.inflate(payload, dictionary, MAX_UNPACKED_BYTES);
    case formats.brotli:
      return tools.decompress(payload, MAX_UNPACKED_BYTES);
    default:
      throw new WireError('unknown frame format');
  }
}

function withFormat(format: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(payload.length + 1);
  bytes[0] = format;
  bytes.set(payload, 1);
  return bytes;
}
