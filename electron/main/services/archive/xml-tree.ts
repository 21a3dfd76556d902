/** An element as far as packages need it: names and attributes without their prefix, text trimmed. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

/** Largest XML of a package: METS of 20,000 documents is a third of it. */
export const XML_MAX_BYTES = 48 * 1024 * 1024;
const DEEPEST = 60;

type Growing = { name: string; attributes: Record<string, string>; children: Growing[]; text: string; raw: string };

const name = String.raw`[\p{L}_:][\p{L}\p{N}\p{M}_:.\-]*`;
const value = String.raw`"[^"<]*"|'[^'<]*'`;
const pieces = {
  aside: /<!--(?:(?!--)[^])*-->|<\?(?:(?!\?>)[^])*\?>/y,
  literal: /<!\[CDATA\[((?:(?!\]\]>)[^])*)\]\]>/y,
  closing: new RegExp(`</(${name})\\s*>`, 'uy'),
  opening: new RegExp(`<(${name})((?:\\s+${name}\\s*=\\s*(?:${value}))*)\\s*(/?)>`, 'uy'),
  text: /[^<]+/y,
} as const;
const attribute = new RegExp(`(${name})\\s*=\\s*(${value})`, 'gu');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads XML from outside; undefined when it is not well-formed, too deep, or brings a document type: entities of one's own have no place in a package
 * and are the way of XML bombs. Small on purpose: what it does not know it refuses.
 */
export function parseXml(bytes: Uint8Array): XmlElement | undefined {
  if (bytes.length > XML_MAX_BYTES) return undefined;
  try {
    return readTree(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function readTree(source: string): XmlElement | undefined {
  const top: Growing = { name: '', attributes: {}, children: [], text: '', raw: '' };
  const path = [top];
  let at = 0;
  const take = (piece: RegExp): RegExpExecArray | null => {
    piece.lastIndex = at;
    const found = piece.exec(source);
    if (found !== null) at = piece.lastIndex;
    return found;
  };
  while (at < source.length) {
    const here = path.at(-1);
    if (here === undefined) return undefined;
    let found = take(pieces.text);
    if (found !== null) here.text += decode(found[0]);
    else if ((found = take(pieces.opening)) !== null) {
      const child = open(found[1] ?? '', found[2] ?? '');
      here.children.push(child);
      if (found[3] === '') path.push(child);
      if (path.length > DEEPEST) return undefined;
    } else if ((found = take(pieces.closing)) !== null) {
      if (here === top || here.raw !== found[1]) return undefined;
      here.text = here.text.trim();
      path.pop();
    } else if ((found = take(pieces.literal)) !== null) here.text += found[1] ?? '';
    else if (take(pieces.aside) === null) return undefined;
  }
  const isWhole = path.length === 1 && top.children.length === 1 && top.text.trim() === '';
  return isWhole ? top.children[0] : undefined;
}

function open(raw: string, attributes: string): Growing {
  const known: Record<string, string> = {};
  for (const [, full = '', quoted = ''] of attributes.matchAll(attribute)) {
    if (full === 'xmlns' || full.startsWith('xmlns:')) continue;
    const local = withoutPrefix(full);
    if (Object.hasOwn(known, local)) throw new Error('an attribute stands twice');
    known[local] = decode(quoted.slice(1, -1));
  }
  return { name: withoutPrefix(raw), attributes: known, children: [], text: '', raw };
}

function withoutPrefix(full: string): string {
  return full.slice(full.indexOf(':') + 1);
}

/** Resolves the five entities XML knows and characters by number; throws on any other. */
function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (all, entity: string) => {
    const code = /^#(\d{1,7}|x[0-9a-fA-F]{1,6})$/.exec(entity)?.[1];
    const known = entities[entity];
    if (!all.endsWith(';') || (code === undefined && known === undefined)) throw new Error('an unknown entity');
    return known ?? String.fromCodePoint(Number(code?.replace('x', '0x')));
  });
}

/** Children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

const names = new Map(Object.entries(entities).map(([entity, sign]) => [sign, entity]));

/** Text or attribute value made safe for XML; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&${names.get(sign) ?? ''};`);
}
