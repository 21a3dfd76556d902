import { packagePaths } from '#shared/domain/dossier/archive-package.ts';
import type { PackageManifest, PackageManifestFile } from './package-manifest.ts';
import { escapeXml } from './xml-tree.ts';

/** Name of the program in packages; the mark by which a package without its other parts is still known as ours. */
export const PACKAGE_SOFTWARE = 'Ho so xa';
const GROUP = 'group-rep1';
const METADATA = 'dmd-dossier';

/**
 * METS.xml of a package (E-ARK CSIP 2.2): one representation with all documents, the dossier's description as metadata. The list of hashes covers
 * METS itself and stands outside it.
 */
export function formatMets(manifest: PackageManifest, version: string): string {
  const created = manifest.createdAt;
  const data = manifest.files.filter(({ path }) => path.startsWith(`${packagePaths.data}/`));
  const descriptive = manifest.files.filter(({ path }) => path === packagePaths.descriptive);
  const { code, title } = manifest.dossier;
  return `<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="http://www.loc.gov/METS/" xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd https://DILCIS.eu/XML/METS/CSIPExtensionMETS https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd" OBJID="${escapeXml(code)}" LABEL="${escapeXml(title)}" TYPE="Textual works - Print" PROFILE="https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-2-0.xml" csip:CONTENTINFORMATIONTYPE="MIXED">
  <metsHdr CREATEDATE="${created}" RECORDSTATUS="NEW" csip:OAISPACKAGETYPE="SIP">
    <agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">
      <name>${PACKAGE_SOFTWARE}</name>
      <note csip:NOTETYPE="SOFTWARE VERSION">${escapeXml(version)}</note>
    </agent>
    <agent ROLE="CREATOR" TYPE="ORGANIZATION">
      <name>${escapeXml(manifest.maker.office)}</name>
      <note csip:NOTETYPE="IDENTIFICATIONCODE">${escapeXml(manifest.maker.organId)}</note>
    </agent>
    <agent ROLE="CREATOR" TYPE="INDIVIDUAL">
      <name>${escapeXml(manifest.maker.person)}</name>
    </agent>
  </metsHdr>
${descriptive.map((file) => formatMetadata(file, created)).join('\n')}
  <fileSec ID="files">
    <fileGrp ID="${GROUP}" USE="Representations/rep1" csip:CONTENTINFORMATIONTYPE="MIXED">
${data.map((file, i) => formatFile(file, i, created)).join('\n')}
    </fileGrp>
  </fileSec>
  <structMap ID="structure" TYPE="PHYSICAL" LABEL="CSIP">
    <div ID="structure-package" LABEL="${escapeXml(code)}">
      <div ID="structure-metadata" LABEL="Metadata" DMDID="${METADATA}"/>
      <div ID="structure-representations" LABEL="Representations">
        <fptr FILEID="${GROUP}"/>
      </div>
    </div>
  </structMap>
</mets>
`;
}

function formatMetadata(file: PackageManifestFile, created: string): string {
  return `  <dmdSec ID="${METADATA}" CREATED="${created}" STATUS="CURRENT">
    <mdRef LOCTYPE="URL" xlink:type="simple" xlink:href="${escapeXml(file.path)}" MDTYPE="OTHER" OTHERMDTYPE="TT05-2025-BNV" ${describe(file, created)}/>
  </dmdSec>`;
}

function formatFile(file: PackageManifestFile, at: number, created: string): string {
  return `      <file ID="file-${String(at + 1)}" ${describe(file, created)}>
        <FLocat LOCTYPE="URL" xlink:type="simple" xlink:href="${escapeXml(file.path)}"/>
      </file>`;
}

function describe({ mime, size, sha256 }: PackageManifestFile, created: string): string {
  return `MIMETYPE="${escapeXml(mime)}" SIZE="${String(size)}" CREATED="${created}" CHECKSUM="${sha256}" CHECKSUMTYPE="SHA-256"`;
}
