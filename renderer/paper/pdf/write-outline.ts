import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFPage } from 'pdf-lib';

/** A page with a name of its own; `page` counts from 0. */
export type OutlineEntry = { readonly title: string; readonly page: number };

/** Writes the outline (bookmarks), one level deep, and lets readers show it when they open the file (ISO 32000-1, 12.3.3). Nothing when there are no entries. */
export function writeOutline(pdf: PDFDocument, entries: readonly OutlineEntry[], pages: readonly PDFRef[]): void {
  if (entries.length === 0) return;
  const { context } = pdf;
  const root = context.nextRef();
  const refs = entries.map(() => context.nextRef());
  for (const [index, { title, page }] of entries.entries()) {
    const item = context.obj({ Parent: root, Dest: [pages[page] ?? null, 'Fit'] });
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    const [before, after] = [refs[index - 1], refs[index + 1]];
    if (before !== undefined) item.set(PDFName.of('Prev'), before);
    if (after !== undefined) item.set(PDFName.of('Next'), after);
    const ref = refs[index];
    if (ref !== undefined) context.assign(ref, item);
  }
  const outline = context.obj({ Type: 'Outlines', Count: entries.length });
  const [first, last] = [refs[0], refs.at(-1)];
  if (first !== undefined) outline.set(PDFName.of('First'), first);
  if (last !== undefined) outline.set(PDFName.of('Last'), last);
  outline.set(PDFName.of('Count'), PDFNumber.of(entries.length));
  context.assign(root, outline);
  pdf.catalog.set(PDFName.of('Outlines'), root);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** Adds an entry for a page at the end of an outline that is there already; nothing when there is none. */
export function addBookmark(pdf: PDFDocument, page: PDFPage, title: string): void {
  const { context, catalog } = pdf;
  const root = catalog.get(PDFName.of('Outlines'));
  const outline = root === undefined ? undefined : context.lookupMaybe(root, PDFDict);
  if (outline === undefined || root === undefined) return;
  const item = context.obj({ Parent: root, Dest: [page.ref, 'Fit'] });
  item.set(PDFName.of('Title'), PDFHexString.fromText(title));
  const ref = context.register(item);
  const last = outline.get(PDFName.of('Last'));
  if (last instanceof PDFRef) {
    item.set(PDFName.of('Prev'), last);
    context.lookup(last, PDFDict).set(PDFName.of('Next'), ref);
  } else outline.set(PDFName.of('First'), ref);
  outline.set(PDFName.of('Last'), ref);
  const count = outline.get(PDFName.of('Count'));
  outline.set(PDFName.of('Count'), PDFNumber.of((count instanceof PDFNumber ? count.asNumber() : 0) + 1));
}
