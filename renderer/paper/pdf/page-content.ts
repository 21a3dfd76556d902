import type { PaperFace } from '../fonts.ts';
import type { FontFace } from './font-face.ts';
import type { StructureTag } from './structure-tree.ts';

/** A stretch of a line in one face. */
export type PdfPiece = { readonly text: string; readonly face: PaperFace };

/** A line of text to write. `y` is the baseline, points from the top edge; `stretch` is added to every space that has a letter behind it. */
export type PdfLine = {
  readonly pieces: readonly PdfPiece[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly stretch?: number;
  /** Red, like a stamp; black otherwise. */
  readonly isRed?: boolean;
};

/** What is drawn but not read: rules, boxes, page numbers. `decoration` has no meaning at all. */
export type PdfArtifact = 'decoration' | 'page-number';

/** A straight rule; points from the left and top edges. */
export type PdfRule = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly isRed?: boolean;
  /** A row of dots so far apart, points: what a hand writes on. */
  readonly dots?: number;
};

/** A picture in its place; points from the left and top edges. `name`: of the resource that holds it. */
export type PdfPicture = {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A page while it is written. Everything on it belongs to an element of the structure or is an artifact. */
export type PdfPage = {
  readonly write: (owner: StructureTag | PdfArtifact, line: PdfLine) => void;
  readonly rule: (rule: PdfRule) => void;
  readonly picture: (owner: StructureTag | PdfArtifact, picture: PdfPicture) => void;
};

/** A page under construction, with the content stream it comes to. */
export type PageContent = PdfPage & {
  /** Faces written in so far. */
  readonly faces: ReadonlySet<PaperFace>;
  /** Pictures shown so far, by the names of their resources. */
  readonly pictures: ReadonlySet<string>;
  /** The content stream, once the faces of the whole document are embedded. */
  readonly finish: (faces: ReadonlyMap<PaperFace, FontFace>) => string;
};

/** Bright red of stamps. */
const RED = '0.85 0 0';

type Encode = (text: string, face: PaperFace) => string;

/** Starts the content of a page of some height. `mark` numbers a stretch for the structure tree. Adjoining lines of one owner share one stretch. */
export function createPageContent(height: number, mark: (tag: StructureTag) => number): PageContent {
  const parts: (string | ((encode: Encode) => string))[] = [];
  const faces = new Set<PaperFace>();
  const pictures = new Set<string>();
  let open: StructureTag | PdfArtifact | undefined;
  const close = (): void => {
    if (open !== undefined) parts.push('EMC');
    open = undefined;
  };
  const openFor = (owner: StructureTag | PdfArtifact): void => {
    if (open === owner) return;
    close();
    open = owner;
    if (owner === 'decoration') parts.push('/Artifact BMC');
    else if (owner === 'page-number') parts.push('/Artifact <</Type /Pagination /Subtype /Header>> BDC');
    else parts.push(`/${owner.role} <</MCID ${String(mark(owner))}>> BDC`);
  };
  return {
    faces,
    pictures,
    write: (owner, line) => {
      if (line.pieces.every(({ text }) => text === '')) return;
      openFor(owner);
      for (const { text, face } of line.pieces) if (text !== '') faces.add(face);
      parts.push((encode) => textOperators(line, height, encode));
    },
    rule: ({ x1, y1, x2, y2, width, isRed = false, dots }) => {
      openFor('decoration');
      const line = `${num(width)} w ${num(x1)} ${num(height - y1)} m ${num(x2)} ${num(height - y2)} l S`;
      // Round ends on dashes of no length are dots.
      const drawn = dots === undefined ? line : `1 J [0 ${num(dots)}] 0 d ${line} [] 0 d 0 J`;
      parts.push(isRed ? `${RED} RG ${drawn} 0 G` : drawn);
    },
    picture: (owner, { name, x, y, width, height: tall }) => {
      openFor(owner);
      pictures.add(name);
      parts.push(`q ${num(width)} 0 0 ${num(tall)} ${num(x)} ${num(height - y - tall)} cm /${name} Do Q`);
    },
    finish: (embedded) => {
      close();
      const encode: Encode = (text, face) => embedded.get(face)?.encode(text.normalize('NFC')) ?? '';
      return parts.map((part) => (typeof part === 'string' ? part : part(encode))).join('\n');
    },
  };
}

function textOperators(line: PdfLine, height: number, encode: Encode): string {
  const shown = line.pieces
    .filter(({ text }) => text !== '')
    .map(({ text, face }, index, all) => {
      const hasMore = index < all.length - 1;
      return `/${faceName(face)} ${num(line.size)} Tf ${glyphs(text, face, line, hasMore, encode)}`;
    });
  const text = `BT 1 0 0 1 ${num(line.x)} ${num(height - line.y)} Tm ${shown.join(' ')} ET`;
  return line.isRed === true ? `${RED} rg ${text} 0 g` : text;
}

/** Word spacing does not work with two-byte codes, so stretched spaces are moved over in the array of TJ. */
function glyphs(
  text: string,
  face: PaperFace,
  { size, stretch = 0 }: PdfLine,
  hasMore: boolean,
  encode: Encode,
): string {
  if (stretch === 0) return `<${encode(text, face)}> Tj`;
  const move = num((-stretch * 1000) / size);
  const words = text.match(/[^ ]* |[^ ]+$/gu) ?? [];
  const parts = words.map((word, index) => {
    const isFollowed = word.endsWith(' ') && (hasMore || index < words.length - 1);
    return isFollowed ? `<${encode(word, face)}> ${move}` : `<${encode(word, face)}>`;
  });
  return `[${parts.join(' ')}] TJ`;
}

/** Name of a face in the resources of a page. */
export function faceName(face: PaperFace): string {
  return { regular: 'FR', bold: 'FB', italic: 'FI', 'bold-italic': 'FX' }[face];
}

function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
