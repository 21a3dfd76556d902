import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  popGraphicsState,
  PDFRef,
  PDFStream,
  pushGraphicsState,
  type PDFPage,
} from 'pdf-lib';

/** Bits of an annotation that is not to be seen (ISO 32000-1, table 165): hidden, no view. */
const UNSEEN = 2 | 32;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * Draws what filled fields and visible signatures look like into the page itself. They belong to the form of their file; a page that is copied out of it would
 * be printed without them.
 */
export function keepAppearances(page: PDFPage): void {
  const annotations = page.node.Annots();
  if (annotations === undefined) return;
  for (let at = annotations.size() - 1; at >= 0; at -= 1) {
    const annotation = annotations.lookup(at);
    if (!(annotation instanceof PDFDict) || annotation.lookup(PDFName.of('Subtype')) !== PDFName.of('Widget')) continue;
    annotations.remove(at);
    if ((numberOf(annotation.lookup(PDFName.of('F'))) & UNSEEN) === 0) drawAppearance(page, annotation);
  }
}

function drawAppearance(page: PDFPage, annotation: PDFDict): void {
  const appearance = findAppearance(annotation);
  const rect = boxOf(annotation.lookup(PDFName.of('Rect')));
  const form = appearance === undefined ? undefined : page.doc.context.lookup(appearance);
  if (appearance === undefined || rect === undefined || !(form instanceof PDFStream)) return;
  const bounds = boxOf(form.dict.lookup(PDFName.of('BBox')));
  if (bounds === undefined) return;
  const placed = transformed(bounds, form.dict.lookup(PDFName.of('Matrix')));
  if (placed.width === 0 || placed.height === 0) return;
  const [across, up] = [rect.width / placed.width, rect.height / placed.height];
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(across, 0, 0, up, rect.x - placed.x * across, rect.y - placed.y * up),
    drawObject(page.node.newXObject('Field', appearance)),
    popGraphicsState(),
  );
}

/** The normal appearance; of several, that of the present state. */
function findAppearance(annotation: PDFDict): PDFRef | undefined {
  const appearances = annotation.lookup(PDFName.of('AP'));
  if (!(appearances instanceof PDFDict)) return undefined;
  const normal = appearances.get(PDFName.of('N'));
  const held = appearances.lookup(PDFName.of('N'));
  if (held instanceof PDFStream) return normal instanceof PDFRef ? normal : undefined;
  const state = annotation.lookup(PDFName.of('AS'));
  const chosen = held instanceof PDFDict && state instanceof PDFName ? held.get(state) : undefined;
  return chosen instanceof PDFRef ? chosen : undefined;
}

/** The box around a box that was turned and scaled (ISO 32000-1, 12.5.5, algorithm 8.1). */
function transformed(box: Box, matrix: unknown): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(matrix);
  const corners = [
    [box.x, box.y],
    [box.x + box.width, box.y],
    [box.x, box.y + box.height],
    [box.x + box.width, box.y + box.height],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function boxOf(value: unknown): Box | undefined {
  const [left, bottom, right, top] = numbersOf(value);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return undefined;
  const [x, y] = [Math.min(left, right), Math.min(bottom, top)];
  return { x, y, width: Math.abs(right - left), height: Math.abs(top - bottom) };
}

function numbersOf(value: unknown): readonly number[] {
  return value instanceof PDFArray ? Array.from({ length: value.size() }, (_, at) => numberOf(value.lookup(at))) : [];
}

function numberOf(value: unknown): number {
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
