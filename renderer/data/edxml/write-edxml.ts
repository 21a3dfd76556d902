import { strToU8, zipSync } from 'fflate';
import { formatEdxmlDate } from './edxml-dates.ts';
import {
  edxmlBusinessKinds,
  type EdxmlAgency,
  type EdxmlBusiness,
  type EdxmlFile,
  type EdxmlPaper,
  type EdxmlStaff,
  type EdxmlStatus,
} from './edxml-paper.ts';
import { XmlWriter } from './xml-writer.ts';

const NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
const urgencyNumbers = { normal: '0', urgent: '1', 'very-urgent': '2', flash: '3' } as const;
const BYTES_AT_ONCE = 0x8000;

/** A paper as it is written. */
type PaperToWrite = Omit<EdxmlPaper, 'doubts' | 'isSigned' | 'files'>;

/** A file that lies in the vault; its bytes are put into the message by the desktop, which alone can read them: zipped, then in base64. */
export type VaultFile = Omit<EdxmlFile, 'bytes' | 'fault'> & { readonly hash: string };

/**
 * Writes a paper as edXML by QCVN 102:2016/BTTTT in UTF-8: elements in the order of the samples, each file zipped and in base64 under its ContentId.
 * Files without bytes are left out. The message bears no XML signature.
 */
export function writeEdxml(paper: PaperToWrite & Pick<EdxmlPaper, 'files'>): Uint8Array {
  const xml = new XmlWriter();
  const files = paper.files.flatMap((file) => (file.bytes === null ? [] : [{ ...file, bytes: file.bytes }]));
  compose(xml, paper, files, encode);
  return strToU8(xml.pieces().join(''));
}

/** As `writeEdxml`, for files of the vault: text, and between it the files whose content belongs there. */
export function writeEdxmlPieces(paper: PaperToWrite, files: readonly VaultFile[]): readonly (string | VaultFile)[] {
  const xml = new XmlWriter<VaultFile>();
  compose(xml, paper, files, (file) => file);
  return xml.pieces();
}

function compose<Later, File extends FileFacts>(
  xml: XmlWriter<Later>,
  paper: PaperToWrite,
  files: readonly File[],
  contentOf: (file: File) => string | Later,
): void {
  begin(xml, () => {
    xml.element('MessageHeader', () => writeHeader(xml, paper));
    xml.element('TraceHeaderList', () => {
      for (const { organId, at } of paper.trace)
        xml.element('TraceHeader', () => {
          xml.leaf('OrganId', organId);
          xml.leaf('Timestamp', at);
        });
      writeBusiness(xml, paper.business);
    });
  });
  xml.element('edXMLBody', () =>
    xml.element(
      'edXMLManifest',
      () => {
        for (const file of files) xml.element('Reference', () => writeFileFacts(xml, file));
      },
      ' version="1.0"',
    ),
  );
  xml.leave('edXMLEnvelope');
  xml.enterPlain('AttachmentEncoded');
  for (const file of files) {
    xml.enterPlain('Attachment');
    writeFileFacts(xml, file, true);
    xml.raw('ContentTransferEncoded', contentOf(file));
    xml.leavePlain('Attachment');
  }
  xml.leavePlain('AttachmentEncoded');
  xml.leavePlain('edXML');
}

/** Writes a status message: what became of a paper that came (01 to 06), a wish to have one back (13), the answer to it (15, 16). */
export function writeEdxmlStatus(status: Omit<EdxmlStatus, 'doubts'>): Uint8Array {
  const xml = new XmlWriter();
  begin(xml, () =>
    xml.element('MessageHeader', () => {
      xml.element('From', () => writeAgency(xml, status.from));
      xml.element('ResponseFor', () => {
        xml.leaf('OrganId', status.about.organId);
        xml.leaf('Code', status.about.symbol);
        xml.leaf('DocumentId', status.about.externalId);
        xml.leaf('PromulgationDate', formatEdxmlDate(status.about.issuedOn ?? ''));
      });
      writeStaff(xml, status.staff);
      xml.leaf('StatusCode', status.code);
      xml.leaf('Description', status.description);
      xml.leaf('Timestamp', status.at);
    }),
  );
  xml.leave('edXMLEnvelope');
  xml.leavePlain('edXML');
  return strToU8(xml.pieces().join(''));
}

function begin<Later>(xml: XmlWriter<Later>, writeInside: () => void): void {
  xml.enterPlain('edXML', ` xmlns="${NAMESPACE}" xmlns:edXML="${NAMESPACE}"`);
  xml.enter('edXMLEnvelope');
  xml.element('edXMLHeader', writeInside);
}

function writeHeader<Later>(xml: XmlWriter<Later>, paper: PaperToWrite): void {
  const { letter } = paper;
  xml.element('From', () => writeAgency(xml, paper.from));
  for (const agency of paper.to) xml.element('To', () => writeAgency(xml, agency));
  xml.leaf('DocumentId', letter.externalId);
  const [number, notation] = partSymbol(letter.symbol);
  xml.element('Code', () => {
    xml.leaf('CodeNumber', number);
    xml.leaf('CodeNotation', notation);
  });
  xml.element('PromulgationInfo', () => {
    xml.leaf('Place', letter.place);
    xml.leaf('PromulgationDate', formatEdxmlDate(letter.issuedOn ?? ''));
  });
  xml.element('DocumentType', () => {
    xml.leaf('Type', paper.typeClass);
    xml.leaf('TypeName', letter.typeName);
  });
  xml.leaf('Subject', letter.abstract);
  xml.leaf('Content', paper.content);
  xml.element('SignerInfo', () => {
    xml.leaf('Competence', paper.competence);
    xml.leaf('Position', letter.signerPost);
    xml.leaf('FullName', letter.signer);
  });
  if (letter.dueOn !== null) xml.leaf('DueDate', formatEdxmlDate(letter.dueOn));
  xml.element('OtherInfo', () => writeOther(xml, paper));
  for (const reply of letter.replyTo)
    xml.element('ResponseFor', () => {
      xml.leaf('OrganId', reply.organId);
      xml.leaf('Code', reply.symbol);
      xml.leaf('DocumentId', reply.externalId);
      xml.leaf('PromulgationDate', formatEdxmlDate(reply.issuedOn ?? ''));
    });
  xml.leaf('SteeringType', letter.isDirective ? '2' : '1');
  if (paper.toPlaces.length > 0)
    xml.element('ToPlaces', () => {
      for (const place of paper.toPlaces) xml.leaf('Place', place);
    });
}

function writeOther<Later>(xml: XmlWriter<Later>, paper: PaperToWrite): void {
  xml.leaf('Priority', urgencyNumbers[paper.letter.urgency]);
  xml.leaf('SphereOfPromulgation', paper.sphere);
  xml.leaf('TyperNotation', paper.typist);
  if (paper.copies !== null) xml.leaf('PromulgationAmount', String(paper.copies));
  xml.leaf('PageAmount', String(paper.letter.pages));
  xml.leaf('Direction', String(paper.wantsAnswer));
  if (paper.appendixes.length > 0)
    xml.element('Appendixes', () => {
      for (const appendix of paper.appendixes) xml.leaf('Appendix', appendix);
    });
}

function writeBusiness<Later>(xml: XmlWriter<Later>, business: EdxmlBusiness): void {
  const own = business.kind === 'recall' || business.kind === 'update' ? business.targets[0] : undefined;
  xml.element('Bussiness', () => {
    xml.leaf('BussinessDocType', String(edxmlBusinessKinds.indexOf(business.kind)));
    xml.leaf('BussinessDocReason', business.reason);
    if (own !== undefined) xml.leaf('DocumentId', own.externalId);
    xml.leaf('Paper', '0');
    if (business.kind === 'update')
      xml.element('BussinessDocumentInfo', () => {
        xml.leaf('DocumentInfo', business.changesPaper ? '1' : '0');
        xml.leaf('DocumentReceiver', business.receivers.length > 0 ? '1' : '0');
        xml.element('ReceiverList', () => {
          for (const { organId, change } of business.receivers)
            xml.element('Receiver', () => {
              xml.leaf('OrganId', organId);
              xml.leaf('ReceiverType', change === 'added' ? '1' : '0');
            });
        });
      });
    if (business.kind === 'replace')
      xml.element('ReplacementInfoList', () => {
        for (const { externalId, organIds } of business.targets)
          xml.element('ReplacementInfo', () => {
            xml.leaf('DocumentId', externalId);
            xml.element('OrganIdList', () => {
              for (const organId of organIds) xml.leaf('OrganId', organId);
            });
          });
      });
    writeStaff(xml, business.staff);
  });
}

function writeAgency<Later>(xml: XmlWriter<Later>, agency: EdxmlAgency): void {
  xml.leaf('OrganId', agency.organId);
  xml.leaf('OrganizationInCharge', agency.inCharge);
  xml.leaf('OrganName', agency.name);
  xml.leaf('OrganAdd', agency.address);
  xml.leaf('Email', agency.email);
  xml.leaf('Telephone', agency.telephone);
  xml.leaf('Fax', agency.fax);
  xml.leaf('Website', agency.website);
}

function writeStaff<Later>(xml: XmlWriter<Later>, staff: EdxmlStaff): void {
  xml.element('StaffInfo', () => {
    xml.leaf('Department', staff.department);
    xml.leaf('Staff', staff.name);
    xml.leaf('Email', staff.email);
    xml.leaf('Mobile', staff.mobile);
  });
}

type FileFacts = Pick<EdxmlFile, 'contentId' | 'name' | 'type' | 'description'>;

function writeFileFacts<Later>(xml: XmlWriter<Later>, file: FileFacts, isPlain = false): void {
  const write = isPlain
    ? (name: string, text: string) => xml.plainLeaf(name, text)
    : (name: string, text: string) => xml.leaf(name, text);
  write('ContentId', file.contentId.startsWith('cid:') ? file.contentId : `cid:${file.contentId}`);
  write('ContentType', file.type);
  write('Description', file.description);
  write('AttachmentName', file.name);
}

/** `7816/VPCP-TTĐT` and `12-BC/ĐU` as number and notation. */
function partSymbol(symbol: string): readonly [number: string, notation: string] {
  const match = /^(\d+[\p{Ll}]?)\s*[/-]\s*(.+)$/u.exec(symbol);
  return match === null ? ['', symbol] : [match[1] ?? '', match[2] ?? ''];
}

function encode(file: { readonly name: string; readonly bytes: Uint8Array }): string {
  const name = file.name.replace(/[\\/]/gu, '_');
  // No time of its own in the ZIP: the same paper always gives the same bytes.
  const zip = zipSync({ [name]: [file.bytes, { mtime: '1980-01-01T00:00:00' }] });
  let binary = '';
  for (let at = 0; at < zip.length; at += BYTES_AT_ONCE)
    binary += String.fromCharCode(...zip.subarray(at, at + BYTES_AT_ONCE));
  return btoa(binary);
}
