/** Elements that are kept; of all others only what is inside. */
const kept = new Set(
  'P H1 H2 H3 H4 H5 H6 UL OL LI TABLE THEAD TBODY TR TD TH STRONG EM B I U S SUP SUB BR IMG BLOCKQUOTE'.split(' '),
);
/** Elements that go with all that is in them. */
const dropped = new Set(
  'SCRIPT STYLE IFRAME OBJECT EMBED LINK META BASE FORM SVG MATH TEMPLATE NOSCRIPT TITLE'.split(' '),
);
/** A picture must lie in the file itself. SVG is not among them: it can hold more than a picture. */
const pictureData = /^data:image\/(?:png|jpeg|gif|bmp);base64,[a-z0-9+/=\s]+$/iu;
const MOST_NODES = 200_000;
const WIDEST_SPAN = 200;

/**
 * A copy of HTML from outside that can only be read: elements of an allow-list, no attributes but spans of cells and pictures as data, no links, no
 * styles, no scripts. The given text is parsed in a document that runs and loads nothing.
 */
export function cleanHtml(html: string, pictureAlt: string): DocumentFragment {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  let left = MOST_NODES;
  const copy = (from: Node, to: Node): void => {
    for (const node of from.childNodes) {
      left -= 1;
      if (left < 0) return;
      if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.textContent ?? ''));
      if (!(node instanceof Element)) continue;
      const name = node.tagName.toUpperCase();
      if (dropped.has(name)) continue;
      const made = kept.has(name) ? makeElement(node, name, pictureAlt) : undefined;
      if (made !== undefined) to.appendChild(made);
      if (name !== 'IMG') copy(node, made ?? to);
    }
  };
  copy(source.body, fragment);
  // A heading without words is only room between paragraphs.
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6'))
    if (heading.textContent.trim() === '') heading.replaceWith(document.createElement('p'));
  return fragment;
}

function makeElement(from: Element, name: string, pictureAlt: string): HTMLElement | undefined {
  const made = document.createElement(name.toLowerCase());
  if (made instanceof HTMLImageElement) {
    const source = from.getAttribute('src') ?? '';
    if (!pictureData.test(source)) return undefined;
    made.src = source;
    made.alt = from.getAttribute('alt') ?? pictureAlt;
  }
  if (made instanceof HTMLTableCellElement) {
    for (const span of ['colspan', 'rowspan'] as const) {
      const wide = Number(from.getAttribute(span) ?? '1');
      if (Number.isSafeInteger(wide) && wide > 1 && wide <= WIDEST_SPAN) made.setAttribute(span, String(wide));
    }
  }
  return made;
}
