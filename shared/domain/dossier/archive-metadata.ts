import { formatDate, precisionOf, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import { parseDocumentSymbol } from '#shared/domain/document/document-symbol.ts';
import { packageEndings, type ArchivePackage, type MetadataValue } from './archive-package.ts';
import { documentCode } from './dossier-code.ts';
import { countPages, countSheets, spanOf, type DossierPaper } from './dossier-paper.ts';
import type { DossierFields } from './dossier-record.ts';
import {
  documentMetadataFields,
  dossierMetadataFields,
  metadataValues,
  type DocumentMetadataName,
  type DossierMetadataName,
} from './metadata-table.ts';
import { partySheetColumns } from './party-sheet-table.ts';

/** What the record itself does not say: names behind ids, and who hands over. */
export type MetadataSurroundings = {
  readonly organId: string;
  readonly office: string;
  readonly holder: string;
  readonly person: string;
};

/** A date as the archive wants it: `02/03/2026`; `00/03/2026` and `00/00/2026` where day or month is not known; empty for none (domain.md 4.2). */
export function archiveDate(date: PartialDate | PlainDate | null): string {
  if (date === null) return '';
  const lacking = { day: '', month: '00/', year: '00/00/' }[precisionOf(date as PartialDate)];
  return `${lacking}${formatDate(date)}`;
}

/** A dossier's metadata by field name, cut to the lengths of the table. */
export function dossierMetadata(
  dossier: DossierFields,
  papers: readonly DossierPaper[],
  { organId, holder }: MetadataSurroundings,
): Readonly<Record<DossierMetadataName, string>> {
  const span = spanOf(papers);
  const { retentionYears } = dossier;
  return {
    fileCode: dossier.code,
    title: dossier.title,
    maintenance: retentionYears === null ? metadataValues.permanent : metadataValues.years(retentionYears),
    mode: metadataValues.access[dossier.access],
    language: metadataValues.language,
    startDate: archiveDate(dossier.openedOn ?? span.first),
    endDate: archiveDate(dossier.closedOn ?? span.last),
    keyword: dossier.keywords,
    totalDoc: String(papers.length),
    numberOfPaper: String(countSheets(papers)),
    numberOfPage: String(countPages(papers)),
    format: dossier.condition,
    infoSign: '',
    confidenceLevel: dossier.paperCode === '' ? metadataValues.confidence.digital : metadataValues.confidence.digitised,
    paperFileCode: dossier.paperCode,
    identifier: organId,
    fondCode: dossier.fondsCode,
    fondName: dossier.fondsName,
    termName: dossier.termName,
    fileCatalog: dossier.inventoryNumber,
    boxNumber: dossier.boxNumber,
    fileNotation: dossier.fileNumber,
    heading: dossier.heading,
    holder,
    description: dossier.note,
  };
}

/** A document's metadata by field name: names upper-case, the abstract with a capital first letter and no full stop, as the archive wants them. */
export function documentMetadata(
  dossier: DossierFields,
  paper: DossierPaper,
): Readonly<Record<DocumentMetadataName, string>> {
  const { number, typeCode, body, year } = parseDocumentSymbol(paper.symbol);
  const notation = [year === undefined ? '' : String(year), typeCode, body].filter((part) => part !== '');
  return {
    docCode: documentCode(dossier.code, paper.place),
    fileCode: dossier.code,
    docOrdinal: String(paper.place),
    typeName: toUpperVietnamese(paper.typeName),
    codeNumber: number,
    codeNotation: number === '' ? paper.symbol : notationOf(paper.symbol, notation),
    issuedDate: archiveDate(paper.issuedOn),
    organName: toUpperVietnamese(paper.issuer),
    subject: asSubject(paper.abstract),
    language: metadataValues.language,
    pageAmount: String(paper.pages),
    firstSheet: paper.firstSheet === null ? '' : String(paper.firstSheet),
    signer: paper.signer,
    autograph: '',
    infoSign: '',
    keyword: '',
    mode: metadataValues.access[dossier.access],
    confidenceLevel: dossier.paperCode === '' ? metadataValues.confidence.digital : metadataValues.confidence.digitised,
    format: '',
    description: paper.note,
  };
}

/** The package of a dossier: metadata in the order of the tables, each file under its document's code. Needs a code and a file for every paper. */
export function describePackage(
  dossier: DossierFields,
  papers: readonly DossierPaper[],
  surroundings: MetadataSurroundings,
): ArchivePackage {
  const { office, organId, person } = surroundings;
  return {
    code: dossier.code,
    title: dossier.title,
    fields: listFields(dossierMetadataFields, dossierMetadata(dossier, papers, surroundings)),
    documents: papers.map((paper) => {
      const code = documentCode(dossier.code, paper.place);
      return {
        code,
        fields: listFields(documentMetadataFields, documentMetadata(dossier, paper)),
        files: pdfFirst(paper.files).map(({ hash, mime }, i) => ({
          hash,
          name: `${code}${i === 0 ? '' : `_${String(i + 1)}`}.${packageEndings[mime]}`,
          mime,
        })),
      };
    }),
    maker: { office, organId, person },
  };
}

/** The Party's flat sheet: a row per document, cells in the order of `partySheetColumns`. */
export function partySheetRows(
  dossier: DossierFields,
  papers: readonly DossierPaper[],
  surroundings: MetadataSurroundings,
): readonly (readonly string[])[] {
  const ofDossier = dossierMetadata(dossier, papers, surroundings);
  return papers.map((paper) => {
    const ofDocument = documentMetadata(dossier, paper);
    return partySheetColumns.map(({ source }) => {
      if (source.of === 'nothing') return '';
      return source.of === 'dossier' ? ofDossier[source.field] : ofDocument[source.field];
    });
  });
}

/** Values in the order of a table, cut to its lengths. */
export function listFields<Name extends string>(
  table: readonly { readonly name: Name; readonly max: number }[],
  values: Readonly<Record<Name, string>>,
): MetadataValue[] {
  return table.map(({ name, max }) => ({ name, value: values[name].slice(0, max) }));
}

function asSubject(abstract: string): string {
  const text = abstract.trim().replace(/[.\s]+$/u, '');
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
}

/** What follows the number, as it stands in the symbol; put together anew when the symbol was written in another order. */
function notationOf(symbol: string, parts: readonly string[]): string {
  const rest = /^\s*\d+[a-zA-Z]?\s*[-/]\s*(.+)$/u.exec(symbol)?.[1];
  return rest ?? parts.join('/');
}

/** The paper itself first: the first PDF, then the rest in the order they were added. */
function pdfFirst<T extends { readonly mime: string }>(files: readonly T[]): readonly T[] {
  const at = files.findIndex(({ mime }) => mime === 'application/pdf');
  const first = files[at];
  return first === undefined ? files : [first, ...files.filter((_, i) => i !== at)];
}
