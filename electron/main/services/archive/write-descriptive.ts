import type { ArchivePackage, MetadataValue } from '#shared/domain/dossier/archive-package.ts';
import { escapeXml } from './xml-tree.ts';

/** Name of the form of `dossier.xml`. It is ours: TT 05/2025/TT-BNV names the fields, not the file. */
const NAMESPACE = 'urn:ho-so-xa:dossier:1';

/** `dossier.xml`: the fields of TT 05/2025/TT-BNV, of the dossier and of each document with its files. */
export function formatDescriptive({ fields, documents }: ArchivePackage): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<dossier xmlns="${NAMESPACE}">
${formatFields(fields, '  ')}
  <documents>
${documents
  .map(
    (document) => `    <document>
${formatFields(document.fields, '      ')}
${document.files.map(({ name }) => `      <file>${escapeXml(name)}</file>`).join('\n')}
    </document>`,
  )
  .join('\n')}
  </documents>
</dossier>
`;
}

function formatFields(fields: readonly MetadataValue[], indent: string): string {
  return fields.map(({ name, value }) => `${indent}<${name}>${escapeXml(value)}</${name}>`).join('\n');
}
