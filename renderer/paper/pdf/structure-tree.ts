import {
  PDFArray,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFRef,
} from 'pdf-lib';

/** Standard structure types the papers use (ISO 32000-1, 14.8.4). */
export type StructureRole =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Note'
  | 'Figure';

/** An element of the logical structure: what screen readers and text extraction go by. */
export type StructureTag = { readonly role: StructureRole; readonly ref: PDFRef };

/** The logical structure of one PDF while it is written. */
export type StructureTree = {
  readonly root: StructureTag;
  /** Adds an element behind what its parent has so far. `alt`: what a picture shows, for who cannot see it. */
  readonly add: (role: StructureRole, parent?: StructureTag, alt?: string) => StructureTag;
  /** Notes that a stretch of a page belongs to an element; gives its number (MCID) on that page. */
  readonly mark: (tag: StructureTag, page: PDFRef, pageIndex: number) => number;
  /** Writes the tree into the catalog. */
  readonly finish: (catalog: PDFDict) => void;
};

/** Begins the structure of a PDF with its `Document` element. */
export function createStructureTree(context: PDFContext): StructureTree {
  const treeRef = context.nextRef();
  const marksOfPage: PDFRef[][] = [];
  const kids = new Map<PDFRef, PDFArray>();

  const create = (role: StructureRole, parent: PDFRef, alt?: string): StructureTag => {
    const ref = context.nextRef();
    const own = PDFArray.withContext(context);
    const element = context.obj({ Type: 'StructElem', S: role, P: parent, K: own });
    // A head cell says that it heads its column, so that readers can name it with each cell below.
    if (role === 'TH') element.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: 'Column' }));
    if (alt !== undefined) element.set(PDFName.of('Alt'), PDFHexString.fromText(alt));
    context.assign(ref, element);
    kids.set(ref, own);
    return { role, ref };
  };

  const root = create('Document', treeRef);
  return {
    root,
    add: (role, parent = root, alt) => {
      const tag = create(role, parent.ref, alt);
      kids.get(parent.ref)?.push(tag.ref);
      return tag;
    },
    mark: (tag, page, pageIndex) => {
      const marks = (marksOfPage[pageIndex] ??= []);
      const id = marks.push(tag.ref) - 1;
      kids.get(tag.ref)?.push(context.obj({ Type: 'MCR', Pg: page, MCID: id }));
      return id;
    },
    finish: (catalog) => {
      const numbers = PDFArray.withContext(context);
      for (const [index, marks] of marksOfPage.entries()) {
        numbers.push(PDFNumber.of(index));
        numbers.push(context.register(context.obj(marks)));
      }
      const parents = context.register(context.obj({ Nums: numbers }));
      const tree = {
        Type: 'StructTreeRoot',
        K: [root.ref],
        ParentTree: parents,
        ParentTreeNextKey: marksOfPage.length,
      };
      context.assign(treeRef, context.obj(tree));
      catalog.set(PDFName.of('StructTreeRoot'), treeRef);
      catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
      catalog.set(PDFName.of('Lang'), PDFString.of('vi-VN'));
    },
  };
}
