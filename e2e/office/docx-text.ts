import { strFromU8, unzipSync } from 'fflate';

/** Text of a DOCX, a line for each paragraph that has any: what stands in its headers first, then the document. */
export function docxText(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const names = Object.keys(files)
    .filter((name) => /^word\/header\d+\.xml$/u.test(name))
    .sort();
  return [...names, 'word/document.xml'].flatMap((name) => paragraphsOf(strFromU8(files[name] ?? new Uint8Array())));
}

function paragraphsOf(xml: string): readonly string[] {
  const paragraphs = xml.match(/<w:p[ >][\s\S]*?<\/w:p>/gu) ?? [];
  return paragraphs
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/gu)].map((match) => match[1] ?? ' ').join(''),
    )
    .map((text) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    )
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
}

/** Page geometry of a DOCX in millimetres, and the fonts it names. */
export function docxLayout(bytes: Uint8Array): {
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly fonts: readonly string[];
} {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const margin = /<w:pgMar [^>]*>/u.exec(xml)?.[0] ?? '';
  const millimetres = (side: string): number =>
    Math.round(((Number(new RegExp(`w:${side}="(\\d+)"`, 'u').exec(margin)?.[1] ?? 0) / 20) * 25.4 * 10) / 72) / 10;
  const fonts = [...new Set([...xml.matchAll(/w:ascii="([^"]*)"/gu)].map((match) => match[1] ?? ''))];
  return {
    margins: {
      top: millimetres('top'),
      bottom: millimetres('bottom'),
      left: millimetres('left'),
      right: millimetres('right'),
    },
    fonts,
  };
}
