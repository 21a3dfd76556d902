import type { PackageFinding } from '#shared/domain/dossier/archive-report.ts';
import { packagePaths } from '#shared/domain/dossier/archive-package.ts';
import { isStraightPath } from './package-source.ts';
import { childrenOf, type XmlElement } from './xml-tree.ts';

/** A file METS names. `checksum` in lower case. */
export type MetsFile = {
  readonly path: string;
  readonly size: number | undefined;
  readonly checksum: string;
  readonly checksumType: string;
};

/** What METS says of a package. */
export type MetsFacts = {
  readonly objId: string;
  readonly label: string;
  readonly software: string;
  readonly files: readonly MetsFile[];
};

const packageTypes: readonly string[] = ['SIP', 'AIP', 'DIP', 'AIU', 'AIC'];
/** The label of the structural map; the second one stood in CSIP 1. */
const structureLabels: readonly string[] = ['CSIP', 'CSIP StructMap'];

/** Reads METS and holds it against the rules of E-ARK CSIP that do not depend on vocabularies of a country. */
export function readMets(mets: XmlElement): {
  readonly facts: MetsFacts;
  readonly findings: readonly PackageFinding[];
} {
  const findings: PackageFinding[] = [];
  const fault = (rule: string, detail = ''): void => {
    findings.push({ code: 'mets-rule', where: packagePaths.mets, rule, detail });
  };
  /** Named attributes, each with the rule that wants it. */
  const want = (element: XmlElement, rules: Readonly<Record<string, string>>): void => {
    for (const [name, rule] of Object.entries(rules)) if ((element.attributes[name] ?? '') === '') fault(rule, name);
  };
  want(mets, { OBJID: 'CSIP1', TYPE: 'CSIP2', PROFILE: 'CSIP6' });
  checkHeader(childrenOf(mets, 'metsHdr')[0], fault);
  const files: MetsFile[] = [];
  const take = (element: XmlElement, href: string | undefined, rule: string): void => {
    const { SIZE, CHECKSUM = '', CHECKSUMTYPE = '' } = element.attributes;
    const path = hrefToPath(href ?? '');
    if (path === undefined) findings.push({ code: 'path-trick', where: href ?? '', rule, detail: packagePaths.mets });
    else if (path !== '')
      files.push({
        path,
        size: /^\d{1,15}$/.test(SIZE ?? '') ? Number(SIZE) : undefined,
        checksum: CHECKSUM.toLowerCase(),
        checksumType: CHECKSUMTYPE.toUpperCase(),
      });
  };
  for (const section of childrenOf(mets, 'dmdSec')) {
    want(section, { ID: 'CSIP18', CREATED: 'CSIP19' });
    for (const reference of childrenOf(section, 'mdRef')) {
      want(reference, {
        LOCTYPE: 'CSIP22',
        type: 'CSIP23',
        href: 'CSIP24',
        MDTYPE: 'CSIP25',
        MIMETYPE: 'CSIP26',
        SIZE: 'CSIP27',
      });
      want(reference, { CREATED: 'CSIP28', CHECKSUM: 'CSIP29', CHECKSUMTYPE: 'CSIP30' });
      take(reference, reference.attributes['href'], 'CSIP24');
    }
  }
  for (const section of childrenOf(mets, 'fileSec')) {
    want(section, { ID: 'CSIP59' });
    for (const group of childrenOf(section, 'fileGrp')) checkGroup(group, want, fault, take);
  }
  checkStructure(mets, want, fault);
  checkIds(mets, fault);
  const agent = childrenOf(childrenOf(mets, 'metsHdr')[0], 'agent').find(isSoftware);
  return {
    facts: {
      objId: mets.attributes['OBJID'] ?? '',
      label: mets.attributes['LABEL'] ?? '',
      software: childrenOf(agent, 'name')[0]?.text ?? '',
      files,
    },
    findings,
  };
}

type Want = (element: XmlElement, rules: Readonly<Record<string, string>>) => void;
type Fault = (rule: string, detail?: string) => void;

function checkHeader(header: XmlElement | undefined, fault: Fault): void {
  if (header === undefined) {
    fault('CSIP117');
    return;
  }
  const { CREATEDATE = '', OAISPACKAGETYPE = '' } = header.attributes;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(CREATEDATE) || Number.isNaN(Date.parse(CREATEDATE)))
    fault('CSIP7', CREATEDATE);
  if (!packageTypes.includes(OAISPACKAGETYPE)) fault('CSIP9', OAISPACKAGETYPE);
  const agents = childrenOf(header, 'agent');
  if (agents.length === 0) {
    fault('CSIP10');
    return;
  }
  const software = agents.find(isSoftware);
  const [nearest] = agents;
  if (software === undefined) {
    // Which of the three is wrong on the agent that comes nearest.
    if (nearest?.attributes['ROLE'] !== 'CREATOR') fault('CSIP11', nearest?.attributes['ROLE']);
    if (nearest?.attributes['TYPE'] !== 'OTHER') fault('CSIP12', nearest?.attributes['TYPE']);
    if (nearest?.attributes['OTHERTYPE'] !== 'SOFTWARE') fault('CSIP13', nearest?.attributes['OTHERTYPE']);
  }
  const agent = software ?? nearest;
  if ((childrenOf(agent, 'name')[0]?.text ?? '') === '') fault('CSIP14');
  const note = childrenOf(agent, 'note')[0];
  if (note === undefined) fault('CSIP15');
  else if (note.attributes['NOTETYPE'] !== 'SOFTWARE VERSION') fault('CSIP16', note.attributes['NOTETYPE']);
}

function checkGroup(
  group: XmlElement,
  want: Want,
  fault: Fault,
  take: (element: XmlElement, href: string | undefined, rule: string) => void,
): void {
  want(group, { USE: 'CSIP64', ID: 'CSIP65' });
  const files = childrenOf(group, 'file');
  if (files.length === 0 && childrenOf(group, 'fileGrp').length === 0) fault('CSIP66', group.attributes['ID']);
  for (const file of files) {
    want(file, {
      ID: 'CSIP67',
      MIMETYPE: 'CSIP68',
      SIZE: 'CSIP69',
      CREATED: 'CSIP70',
      CHECKSUM: 'CSIP71',
      CHECKSUMTYPE: 'CSIP72',
    });
    const place = childrenOf(file, 'FLocat')[0];
    if (place === undefined) fault('CSIP76', file.attributes['ID']);
    else {
      want(place, { LOCTYPE: 'CSIP77', type: 'CSIP78', href: 'CSIP79' });
      take(file, place.attributes['href'], 'CSIP79');
    }
  }
  for (const inner of childrenOf(group, 'fileGrp')) checkGroup(inner, want, fault, take);
}

function checkStructure(mets: XmlElement, want: Want, fault: Fault): void {
  const maps = childrenOf(mets, 'structMap');
  if (maps.length === 0) {
    fault('CSIP80');
    return;
  }
  const map = maps.find(({ attributes }) => structureLabels.includes(attributes['LABEL'] ?? ''));
  if (map === undefined) {
    fault('CSIP82', maps[0]?.attributes['LABEL']);
    return;
  }
  if (map.attributes['TYPE'] !== 'PHYSICAL') fault('CSIP81', map.attributes['TYPE']);
  want(map, { ID: 'CSIP83' });
  const [main] = childrenOf(map, 'div');
  if (main === undefined) {
    fault('CSIP84');
    return;
  }
  want(main, { ID: 'CSIP85', LABEL: 'CSIP86' });
  if (!childrenOf(main, 'div').some(({ attributes }) => attributes['LABEL'] === 'Metadata')) fault('CSIP88');
}

/** Every ID once, and every reference to one that is there. */
function checkIds(mets: XmlElement, fault: Fault): void {
  const ids = new Set<string>();
  const references: string[] = [];
  const visit = (element: XmlElement): void => {
    const { ID, FILEID, DMDID } = element.attributes;
    if (ID !== undefined && ids.has(ID)) fault('ID', ID);
    if (ID !== undefined) ids.add(ID);
    for (const reference of [FILEID, DMDID]) references.push(...(reference ?? '').split(' ').filter((id) => id !== ''));
    for (const child of element.children) visit(child);
  };
  visit(mets);
  for (const reference of new Set(references)) if (!ids.has(reference)) fault('IDREF', reference);
}

function isSoftware({ attributes }: XmlElement): boolean {
  return attributes['ROLE'] === 'CREATOR' && attributes['TYPE'] === 'OTHER' && attributes['OTHERTYPE'] === 'SOFTWARE';
}

/** The path a link means within the package; undefined when it leads out of it. */
function hrefToPath(href: string): string | undefined {
  const plain = href.replace(/^(\.\/)+/, '');
  let path: string;
  try {
    path = decodeURIComponent(plain);
  } catch {
    path = plain;
  }
  return path === '' || isStraightPath(path) ? path : undefined;
}
