/** Control characters XML 1.0 cannot hold. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Writes the two sorts of elements of edXML: those of the envelope under the prefix `edXML:`, and plain ones around the attachments. */
export class XmlWriter<Later = never> {
  readonly #pieces: (string | Later)[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];

  /** A prefixed element with others inside. */
  element(name: string, writeInside: () => void, attributes = ''): void {
    this.#pieces.push(`<edXML:${name}${attributes}>`);
    writeInside();
    this.#pieces.push(`</edXML:${name}>\n`);
  }

  /** A prefixed element with text only. */
  leaf(name: string, text: string): void {
    this.#pieces.push(`<edXML:${name}>${escapeXml(text)}</edXML:${name}>\n`);
  }

  /** A prefixed element with text that is known to need no escaping, such as base64, or with something that is put there later. */
  raw(name: string, text: string | Later): void {
    this.#pieces.push(`<edXML:${name}>`, text, `</edXML:${name}>\n`);
  }

  plainLeaf(name: string, text: string): void {
    this.#pieces.push(`<${name}>${escapeXml(text)}</${name}>\n`);
  }

  enter(name: string): void {
    this.#pieces.push(`<edXML:${name}>\n`);
  }

  leave(name: string): void {
    this.#pieces.push(`</edXML:${name}>\n`);
  }

  enterPlain(name: string, attributes = ''): void {
    this.#pieces.push(`<${name}${attributes}>\n`);
  }

  leavePlain(name: string): void {
    this.#pieces.push(`</${name}>\n`);
  }

  /** Everything written, texts next to each other joined. */
  pieces(): readonly (string | Later)[] {
    const joined: (string | Later)[] = [];
    for (const piece of this.#pieces) {
      const last = joined.at(-1);
      if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
      else joined.push(piece);
    }
    return joined;
  }
}

function escapeXml(text: string): string {
  return text.replace(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
