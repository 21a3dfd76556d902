/** What an XML file's bytes say in letters; `skipped`: bytes of junk before the first tag. Undefined when no encoding fits. */
export type DecodedXml = { readonly text: string; readonly hasJunk: boolean };

const LOOK_BYTES = 512;

/** Decodes by byte-order mark, by the shape of the first bytes, else by the prolog; wrong bytes are no text. */
export function decodeXml(bytes: Uint8Array): DecodedXml | undefined {
  const label = encodingOf(bytes);
  let decoded: string;
  try {
    decoded = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // unknown label, or bytes that are no letters of it
  }
  const text = decoded.replace(/^\ufeff/u, '');
  const start = text.indexOf('<');
  return { text, hasJunk: start > 0 && text.slice(0, start).trim() !== '' };
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, LOOK_BYTES));
  const said = /<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/iu.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // Eight-bit bytes cannot be UTF-16, whatever the prolog says.
  return said.startsWith('utf-16') ? 'utf-8' : said;
}
