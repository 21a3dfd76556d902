import boldUrl from '#build/fonts/liberation-serif/LiberationSerif-Bold.ttf?url';
import boldItalicUrl from '#build/fonts/liberation-serif/LiberationSerif-BoldItalic.ttf?url';
import italicUrl from '#build/fonts/liberation-serif/LiberationSerif-Italic.ttf?url';
import regularUrl from '#build/fonts/liberation-serif/LiberationSerif-Regular.ttf?url';
import type { PaperFonts } from './fonts.ts';

let loaded: Promise<PaperFonts> | undefined;

/** The fonts the program ships, read once. They are part of the page, so no network is asked. */
export function loadPaperFonts(): Promise<PaperFonts> {
  loaded ??= readAll();
  return loaded;
}

async function readAll(): Promise<PaperFonts> {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    read(regularUrl),
    read(boldUrl),
    read(italicUrl),
    read(boldItalicUrl),
  ]);
  return { regular, bold, italic, 'bold-italic': boldItalic };
}

async function read(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(new URL(url, document.baseURI))).arrayBuffer());
}
