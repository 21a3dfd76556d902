import { PDFDocument, PDFName, PDFNumber, type PDFPage, type PDFRef } from 'pdf-lib';
import type { Measure, PaperFace, PaperFonts } from '../fonts.ts';
import { embedFace, type FontFace } from './font-face.ts';
import { createPageContent, faceName, type PageContent, type PdfPage } from './page-content.ts';
import { createStructureTree, type StructureRole, type StructureTag } from './structure-tree.ts';
import { parseFont, widthOf } from './parsed-font.ts';
import type { PdfDescription } from './pdf-description.ts';
import { writeOutline, type OutlineEntry } from './write-outline.ts';
import { writeXmp } from './write-xmp.ts';

/** A tagged PDF while it is written: logical structure, language, title, embedded fonts. Lengths are points, heights from the top edge down. */
export type TaggedPdf = {
  readonly measure: Measure;
  /** Adds an element to the logical structure, under `parent` or the document itself. Elements are read in the order they are added. */
  readonly tag: (role: StructureRole, parent?: StructureTag, alt?: string) => StructureTag;
  /** Embeds a picture; gives the name of its resource. Throws when the bytes are no such picture. */
  readonly embedPicture: (bytes: Uint8Array, mime: 'image/jpeg' | 'image/png') => Promise<string>;
  /** Names a page in the outline (bookmarks); `page` counts from 0. */
  readonly outline: (title: string, page: number) => void;
  readonly addPage: (width: number, height: number) => PdfPage;
  readonly save: () => Promise<Uint8Array>;
};

const CREATOR = 'Ho so xa';
/** From so many pages on, objects are not packed into streams. */
const PACKED_PAGES = 30;

/** Begins a PDF that screen readers can follow (ISO 32000-1, 14.8). Runs in a page and in Node alike. */
export async function createTaggedPdf(description: PdfDescription, fonts: PaperFonts): Promise<TaggedPdf> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit({ create: parseFont });
  const tree = createStructureTree(pdf.context);
  const pages: { readonly page: PDFPage; readonly content: PageContent }[] = [];
  const pictures = new Map<string, PDFRef>();
  const outlines: OutlineEntry[] = [];
  const describe = (): void => {
    pdf.setTitle(description.title, { showInWindowTitleBar: true });
    pdf.setAuthor(description.author);
    pdf.setSubject(description.subject);
    pdf.setCreator(CREATOR);
    pdf.setProducer(CREATOR);
    pdf.setCreationDate(description.createdAt);
    pdf.setModificationDate(description.createdAt);
    writeXmp(pdf, description, CREATOR);
  };
  return {
    measure: (text, face, size) => widthOf(text.normalize('NFC'), parseFont(fonts[face])) * size,
    tag: (role, parent, alt) => tree.add(role, parent, alt),
    embedPicture: async (bytes, mime) => {
      const image = await (mime === 'image/png' ? pdf.embedPng(bytes) : pdf.embedJpg(bytes));
      const name = `P${String(pictures.size + 1)}`;
      pictures.set(name, image.ref);
      return name;
    },
    outline: (title, page) => void outlines.push({ title, page }),
    addPage: (width, height) => {
      const page = pdf.addPage([width, height]);
      const index = pages.length;
      const content = createPageContent(height, (tag) => tree.mark(tag, page.ref, index));
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(index));
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
      pages.push({ page, content });
      return content;
    },
    save: async () => {
      const faces = new Map<PaperFace, FontFace>();
      for (const face of new Set(pages.flatMap(({ content }) => [...content.faces])))
        faces.set(face, await embedFace(pdf, face, fonts[face]));
      for (const { page, content } of pages) {
        const stream = pdf.context.flateStream(content.finish(faces));
        page.node.set(PDFName.of('Contents'), pdf.context.register(stream));
        for (const face of content.faces) {
          const font = faces.get(face);
          if (font !== undefined) page.node.setFontDictionary(PDFName.of(faceName(face)), font.ref);
        }
        for (const name of content.pictures) {
          const picture = pictures.get(name);
          if (picture !== undefined) page.node.setXObject(PDFName.of(name), picture);
        }
      }
      writeOutline(
        pdf,
        outlines,
        pages.map(({ page }) => page.ref),
      );
      tree.finish(pdf.catalog);
      describe();
      // pdf-lib looks through all entries for each packed object: a book of thousands of lines would take minutes. It writes on without pausing,
      // too: long papers are made in a worker.
      const useObjectStreams = pages.length < PACKED_PAGES;
      const objectsPerTick = Number.MAX_SAFE_INTEGER;
      return pdf.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams, objectsPerTick });
    },
  };
}
