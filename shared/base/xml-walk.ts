import { err, ok, type Result } from './result.ts';

/** Why a text was not read to its end. `doctype`: it declares a document type or entities, which nothing honest of the trade does. */
export type XmlFault = 'malformed' | 'doctype' | 'too-deep' | 'too-long';

/** What is told of an XML text as it is read. Names are local: `edXML:From` and `From` are the same. */
export type XmlVisitor = {
  /** `attributes` is the raw text behind the name; read one by `attributeOf`. */
  readonly open?: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  /** Text between tags, entities resolved; may come in several pieces. */
  readonly text?: (text: string) => void;
};

/** How much is read: depth of elements and number of tags. */
export type XmlLimits = { readonly depth: number; readonly tags: number };

const SPACE = 0x20;
const BANG = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;

const usualLimits: XmlLimits = { depth: 100, tags: 2_000_000 };

/**
 * Walks through an XML text once, without building anything. It knows elements, text, CDATA, comments and the five named and numeric entities;
 * a DOCTYPE ends it, so there is nothing to expand and nothing to fetch. Namespaces are not resolved. Prefixes that were never declared and junk
 * before the first `<` are borne.
 */
export function walkXml(text: string, visitor: XmlVisitor, limits: XmlLimits = usualLimits): Result<null, XmlFault> {
  const open: string[] = [];
  let tags = 0;
  let at = text.indexOf('<');
  if (at < 0) return err('malformed');
  while (at >= 0) {
    tags += 1;
    if (tags > limits.tags) return err('too-long');
    let next: number;
    const sign = text.charCodeAt(at + 1);
    if (sign !== BANG && sign !== QUESTION) {
      next = tagEnd(text, at);
      if (next < 0) return err('malformed');
      const fault = takeTag(text, at, next, open, visitor);
      if (fault !== undefined) return err(fault);
      if (open.length > limits.depth) return err('too-deep');
    } else if (text.startsWith('<!--', at)) {
      next = endOf(text, '-->', at + 4);
    } else if (text.startsWith('<![CDATA[', at)) {
      next = endOf(text, ']]>', at + 9);
      if (next > 0) visitor.text?.(text.slice(at + 9, next - 3));
    } else if (text.startsWith('<?', at)) {
      next = endOf(text, '?>', at + 2);
    } else return err('doctype');
    if (next < 0) return err('malformed');
    at = text.indexOf('<', next);
    const until = at < 0 ? text.length : at;
    if (until > next && open.length > 0) visitor.text?.(resolveEntities(text.slice(next, until)));
  }
  return open.length === 0 ? ok(null) : err('malformed');
}

/**
 * The value of an attribute by its whole name (`r:id`) or, when it has none so named, its local name; undefined when it is not there. What is no
 * `name="value"` is passed over.
 */
export function attributeOf(attributes: string, name: string): string | undefined {
  if (!attributes.includes(name)) return undefined;
  let local: string | undefined;
  let from = 0;
  for (
    let equals = attributes.indexOf('=');
    equals >= 0;
    equals = attributes.indexOf('=', Math.max(from, equals + 1))
  ) {
    const quoted = skipSpaces(attributes, equals + 1);
    const quote = attributes.charCodeAt(quoted);
    const until =
      quote === QUOTE || quote === APOSTROPHE ? attributes.indexOf(attributes.charAt(quoted), quoted + 1) : -1;
    if (until < 0) continue;
    const named = whatIsNamed(attributes, from, equals, name);
    if (named === 'whole') return resolveEntities(attributes.slice(quoted + 1, until));
    if (named === 'local') local ??= attributes.slice(quoted + 1, until);
    from = until + 1;
  }
  return local === undefined ? undefined : resolveEntities(local);
}

/** Whether the name that ends before an equals sign is this one, or this one behind a prefix. `from`: where the attribute before it ended. */
function whatIsNamed(attributes: string, from: number, equals: number, name: string): 'whole' | 'local' | undefined {
  let end = equals;
  while (end > from && isSpace(attributes.charCodeAt(end - 1))) end -= 1;
  const start = end - name.length;
  if (start < from || !attributes.startsWith(name, start)) return undefined;
  if (start === 0 || isSpace(attributes.charCodeAt(start - 1))) return 'whole';
  const isPrefixed = attributes.charCodeAt(start - 1) === COLON && start - 1 > from;
  return isPrefixed && !isSpace(attributes.charCodeAt(start - 2)) ? 'local' : undefined;
}

/** Space, tab and ends of lines. */
function isSpace(code: number): boolean {
  return code === SPACE || (code >= 9 && code <= 13);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function takeTag(text: string, at: number, next: number, open: string[], visitor: XmlVisitor): XmlFault | undefined {
  const isEnd = text[at + 1] === '/';
  const isEmpty = text[next - 2] === '/';
  const from = isEnd ? at + 2 : at + 1;
  const until = nameEnd(text, from);
  const whole = text.slice(from, until);
  const name = whole.slice(whole.lastIndexOf(':') + 1);
  if (name === '') return 'malformed';
  if (isEnd) {
    if (open.pop() !== name) return 'malformed';
    visitor.close?.(name);
    return undefined;
  }
  visitor.open?.(name, text.slice(until, isEmpty ? next - 2 : next - 1));
  if (isEmpty) visitor.close?.(name);
  else open.push(name);
  return undefined;
}

/** Where the name of a tag ends: at a space, a slash or the end of the tag, which is known to come. */
function nameEnd(text: string, from: number): number {
  for (let here = from; ; here += 1) {
    const code = text.charCodeAt(here);
    if (code === GREATER || code === SLASH || isSpace(code)) return here;
  }
}

/** Where a tag ends; a `>` inside quotes does not end it. */
function tagEnd(text: string, at: number): number {
  for (let here = at + 1; here < text.length; here += 1) {
    const code = text.charCodeAt(here);
    if (code === QUOTE || code === APOSTROPHE) {
      here = text.indexOf(text.charAt(here), here + 1);
      if (here < 0) return -1;
    } else if (code === GREATER) return here + 1;
    else if (code === LESS) return -1;
  }
  return -1;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five named and the numeric entities; any other stays as it is written. */
function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
