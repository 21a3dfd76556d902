import { PDFName, type PDFDocument } from 'pdf-lib';
import type { PdfDescription } from './pdf-description.ts';

/** Writes the metadata packet (XMP) beside the old Info entries: title, author, language, tool. Uncompressed, so that archives can read it without a PDF library. */
export function writeXmp(pdf: PDFDocument, description: PdfDescription, tool: string): void {
  const at = description.createdAt.toISOString();
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(description.title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(description.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(description.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:CreatorTool>${tool}</xmp:CreatorTool>
<pdf:Producer>${tool}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
  const bytes = new TextEncoder().encode(packet);
  const stream = pdf.context.stream(bytes, { Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
