import { detectLegacyEncoding, fromLegacyEncoding, hasUnicodeVietnamese } from '#shared/base/legacy-encoding.ts';

/** A text file as characters, and the encoding it was read in. Old fonts (TCVN3, VNI) are left as the Western letters they show up as: they are converted with a preview. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';
};

const SAMPLE = 200_000;

/** Decodes a text file: by its byte order mark, as UTF-16 when every other byte is empty, as UTF-8 when it is that, else in an old single-byte encoding. */
export function decodeTextFile(bytes: Uint8Array): DecodedText {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return decode(bytes, wide);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decodeSingleByte(bytes);
  }
}

/** Windows-1258 writes tones as marks behind the letter; TCVN3, VNI and VISCII bytes make words under it that nobody writes. */
function decodeSingleByte(bytes: Uint8Array): DecodedText {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const found = detectLegacyEncoding(western.slice(0, SAMPLE));
  if (found === 'viscii') return { text: fromLegacyEncoding(western, 'viscii'), encoding: 'windows-1252' };
  if (found === 'tcvn3' || found === 'vni') return { text: western, encoding: 'windows-1252' };
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  return hasUnicodeVietnamese(text) ? { text, encoding: 'windows-1258' } : { text: western, encoding: 'windows-1252' };
}

function decode(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (const [at, byte] of sample.entries())
    if (byte === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  const many = sample.length / 8;
  if (odd > many && even < odd / 8) return 'utf-16le';
  return even > many && odd < even / 8 ? 'utf-16be' : undefined;
}
