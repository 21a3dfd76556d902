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

const usualLimits: XmlLimits = { depth: 100, tags: 2_000_000 };
const nameEnd = /[\s/>]/gu;

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
    if (text.startsWith('<!--', at)) {
      next = endOf(text, '-->', at + 4);
    } else if (text.startsWith('<![CDATA[', at)) {
      next = endOf(text, ']]>', at + 9);
      if (next > 0) visitor.text?.(text.slice(at + 9, next - 3));
    } else if (text.startsWith('<?', at)) {
      next = endOf(text, '?>', at + 2);
    } else if (text.startsWith('<!', at)) {
      return err('doctype');
    } else {
      next = tagEnd(text, at);
      if (next < 0) return err('malformed');
      const fault = takeTag(text, at, next, open, visitor);
      if (fault !== undefined) return err(fault);
      if (open.length > limits.depth) return err('too-deep');
    }
    if (next < 0) return err('malformed');
    at = text.indexOf('<', next);
    const until = at < 0 ? text.length : at;
    if (until > next && open.length > 0) visitor.text?.(resolveEntities(text.slice(next, until)));
  }
  return open.length === 0 ? ok(null) : err('malformed');
}

/** The value of an attribute by its whole name (`r:id`) or, when it has none so named, its local name; undefined when it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  if (!attributes.includes(name)) return undefined;
  const [whole, local] = patternsOf(name);
  const found = whole.exec(attributes) ?? local.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : resolveEntities(value);
}

type Patterns = readonly [whole: RegExp, local: RegExp];
const patterns = new Map<string, Patterns>();

function patternsOf(name: string): Patterns {
  const value = `\\s*=\\s*(?:"([^"]*)"|'([^']*)')`;
  const known = patterns.get(name) ?? [
    new RegExp(`(?:^|\\s)${name}${value}`, 'u'),
    new RegExp(`(?:^|\\s)[\\w.-]+:${name}${value}`, 'u'),
  ];
  patterns.set(name, known);
  return known;
}

function takeTag(text: string, at: number, next: number, open: string[], visitor: XmlVisitor): XmlFault | undefined {
  const isEnd = text[at + 1] === '/';
  const isEmpty = text[next - 2] === '/';
  const from = isEnd ? at + 2 : at + 1;
  nameEnd.lastIndex = from;
  const until = nameEnd.exec(text)?.index ?? next;
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

/** Where a tag ends; a `>` inside quotes does not end it. */
function tagEnd(text: string, at: number): number {
  let quote = '';
  for (let here = at + 1; here < text.length; here += 1) {
    const letter = text[here] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return here + 1;
    else if (letter === '<') return -1;
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
