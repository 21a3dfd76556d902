import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { ArchivePackage } from '#shared/domain/dossier/archive-package.ts';
import { isSound, type PackageReport } from '#shared/domain/dossier/archive-report.ts';
import { checkPackage } from './check-package.ts';
import { formatHashList, parseHashList } from './hash-list.ts';
import { layOutPackage, type PlannedPackage } from './lay-out-package.ts';
import { BadReadBack, writePackage, type WriteOptions } from './write-package.ts';
import { escapeXml, parseXml } from './xml-tree.ts';

const papers = ['%PDF-1.7 tờ trình', '%PDF-1.7 nghị quyết', '%PDF-1.7 biên bản'].map((text) => Buffer.from(text));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const byHash = new Map(papers.map((bytes) => [hashOf(bytes), bytes]));
const DATA = 'representations/rep1/data';
const nameOf = (place: number): string => `A.2026.01.000000${String(place)}.pdf`;

const order: ArchivePackage = {
  code: 'A.2026.01',
  title: 'Hồ sơ <thử> & "kiểm tra"',
  fields: [
    { name: 'title', value: 'Hồ sơ <thử> & "kiểm tra" ]]> \u0001' },
    { name: 'totalDoc', value: '3' },
  ],
  documents: papers.map((bytes, i) => ({
    code: `A.2026.01.000000${String(i + 1)}`,
    fields: [{ name: 'docCode', value: `A.2026.01.000000${String(i + 1)}` }],
    files: [{ hash: hashOf(bytes), name: nameOf(i + 1), mime: 'application/pdf' as const }],
  })),
  maker: { office: 'Đảng uỷ xã Mẫu', organId: 'A', person: 'Người Giao' },
};

let work = '';
let plan: PlannedPackage;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'hosoxa-archive-'));
  const sizes = new Map([...byHash].map(([hash, bytes]) => [hash, bytes.length]));
  plan = layOutPackage(order, sizes, { createdAt: '2026-11-22T02:00:00.000Z', version: '0.1.0' });
});
afterEach(() => rm(work, { recursive: true, force: true }));

function options(change: Partial<WriteOptions> = {}): WriteOptions {
  return {
    openFile: async function* ({ sha256 }) {
      await Promise.resolve();
      yield byHash.get(sha256)!;
    },
    check: (path, statedHash) => checkPackage(path, { statedHash }),
    tell: () => undefined,
    signal: new AbortController().signal,
    ...change,
  };
}

const write = (form: 'folder' | 'zip', change: Partial<WriteOptions> = {}): Promise<string> =>
  writePackage(work, order.code, form, plan, options(change));

function said({ findings }: PackageReport): string[] {
  return findings.map(({ code, where, rule, detail }) =>
    [code, where, rule, detail].filter((part) => part !== '').join(' '),
  );
}

async function damaged(damage: (root: string) => Promise<unknown>, statedHash?: string): Promise<string[]> {
  const root = join(work, 'copy');
  await rm(root, { recursive: true, force: true });
  await cp(join(work, order.code), root, { recursive: true });
  await damage(root);
  const report = await checkPackage(root, statedHash === undefined ? {} : { statedHash });
  expect(isSound(report)).toBe(report.findings.length === 0);
  return said(report);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

describe('a package', () => {
  it.each(['folder', 'zip'] as const)('as %s reads back without a finding, and says whose it is', async (form) => {
    const name = await write(form);
    expect(name).toBe(form === 'zip' ? 'A.2026.01.zip' : 'A.2026.01');
    const report = await checkPackage(join(work, name), { statedHash: plan.hash });
    expect(report).toMatchObject({
      isOurs: true,
      packageHash: plan.hash,
      code: 'A.2026.01',
      title: order.title,
      documents: 3,
      files: 7,
      findings: [],
    });
  });

  it('never overwrites one that is there', async () => {
    expect([await write('zip'), await write('zip'), await write('folder'), await write('folder')]).toEqual([
      'A.2026.01.zip',
      'A.2026.01-2.zip',
      'A.2026.01',
      'A.2026.01-2',
    ]);
  });

  it.each(['folder', 'zip'] as const)('as %s leaves nothing when a file of the vault turns out bad', async (form) => {
    const swapped = {
      openFile: async function* () {
        await Promise.resolve();
        yield Buffer.from('%PDF-1.7 gì khác dài');
      },
    };
    await expect(write(form, swapped)).rejects.toThrow();
    await expect(
      write(form, {
        openFile: async function* () {
          await Promise.resolve();
          throw new Error('vault-damaged');
        },
      }),
    ).rejects.toThrow('vault-damaged');
    await expect(readFile(join(work, '.A.2026.01.partial'))).rejects.toThrow('ENOENT');
    await expect(readFile(join(work, '.A.2026.01.partial.zip'))).rejects.toThrow('ENOENT');
    await expect(readFile(join(work, 'A.2026.01.zip'))).rejects.toThrow('ENOENT');
  });

  it('is not kept when it reads back differently, nor when the person cancels', async () => {
    const bytes = papers[0]!;
    const wrong = {
      openFile: async function* () {
        await Promise.resolve();
        yield Buffer.concat([bytes.subarray(0, -1), Buffer.from('X')]);
      },
    };
    await expect(write('folder', wrong)).rejects.toThrow(BadReadBack);
    const controller = new AbortController();
    const cancelled = write('folder', { signal: controller.signal, tell: () => controller.abort() });
    await expect(cancelled).rejects.toThrow();
    await expect(readFile(join(work, 'A.2026.01', 'METS.xml'))).rejects.toThrow('ENOENT');
  });
});

describe('a damaged package', () => {
  beforeEach(() => write('folder'));
  const paper = `${DATA}/${nameOf(2)}`;

  it('names an altered, a missing, an added and a renamed file', async () => {
    expect(await damaged(() => Promise.resolve())).toEqual([]);
    expect(await damaged((root) => edit(join(root, paper), (text) => text.replace('n', 'm')))).toEqual([
      `file-altered ${paper} CSIP71`,
    ]);
    expect(await damaged((root) => rm(join(root, paper)))).toEqual([`file-missing ${paper}`]);
    expect(await damaged((root) => writeFile(join(root, DATA, 'thua.pdf'), '%PDF-'))).toEqual([
      `file-added ${DATA}/thua.pdf`,
    ]);
    expect(await damaged((root) => rename(join(root, paper), join(root, DATA, 'x.pdf')))).toEqual([
      `file-renamed ${paper} ${DATA}/x.pdf`,
    ]);
    expect(await damaged((root) => truncate(join(root, paper), 3))).toEqual([
      `file-altered ${paper} CSIP71`,
      `file-not-its-kind ${paper}`,
    ]);
  });

  it('tells which of the witnesses was edited', async () => {
    const other = 'ab'.repeat(32);
    const real = hashOf(papers[1]!);
    const swap = (text: string): string => text.replace(real, other);
    expect(await damaged((root) => edit(join(root, 'METS.xml'), swap))).toEqual(
      ['file-altered METS.xml', `mets-edited ${paper} CSIP71`].sort((a, b) => (a < b ? -1 : 1)),
    );
    expect(await damaged((root) => edit(join(root, 'manifest-sha256.txt'), swap))).toEqual([`list-edited ${paper}`]);
    expect(await damaged((root) => edit(join(root, 'manifest.json'), swap))).toEqual([
      'file-altered manifest.json',
      `manifest-disagrees ${paper}`,
    ]);
  });

  it('finds every part that is gone or unreadable', async () => {
    expect(await damaged((root) => rm(join(root, 'METS.xml')))).toEqual([
      'mets-missing METS.xml',
      'file-missing METS.xml',
    ]);
    expect(await damaged((root) => rm(join(root, 'manifest-sha256.txt')))).toEqual([
      'list-missing manifest-sha256.txt',
    ]);
    expect(await damaged((root) => rm(join(root, 'manifest.json')))).toEqual([
      'manifest-missing manifest.json',
      'file-missing manifest.json',
    ]);
    expect(await damaged((root) => writeFile(join(root, 'METS.xml'), '<mets'))).toContain('mets-unreadable METS.xml');
    expect(await damaged((root) => writeFile(join(root, 'manifest-sha256.txt'), 'gì đó'))).toContain(
      'list-unreadable manifest-sha256.txt',
    );
    const withoutMarks = async (root: string): Promise<void> => {
      await rm(join(root, 'manifest.json'));
      await rm(join(root, 'manifest-sha256.txt'));
    };
    expect(await damaged(withoutMarks)).toContain('list-missing manifest-sha256.txt');
  });

  it('finds a paper taken out everywhere by what the papers of the hand-over say', async () => {
    const forge = async (root: string): Promise<void> => {
      await rm(join(root, paper));
      const drop = (text: string): string =>
        text
          .split('\n')
          .filter((line) => !line.includes(nameOf(2)))
          .join('\n');
      const list = join(root, 'manifest-sha256.txt');
      for (const name of ['METS.xml', 'metadata/descriptive/dossier.xml']) await edit(join(root, name), drop);
      const lines = new Map(parseHashList(drop(await readFile(list, 'utf8'))));
      for (const name of ['METS.xml', 'metadata/descriptive/dossier.xml'])
        lines.set(name, hashOf(await readFile(join(root, name))));
      await writeFile(list, formatHashList([...lines].map(([path, sha256]) => ({ path, sha256 }))));
    };
    const found = await damaged(forge, plan.hash);
    expect(found.some((line) => line.startsWith('hash-not-stated'))).toBe(true);
  });

  it('counts what the description says', async () => {
    const found = await damaged((root) =>
      edit(join(root, 'manifest.json'), (text) => text.replace('"totalDoc": "3"', '"totalDoc": "4"')),
    );
    expect(found).toContain('count-wrong manifest.json 4 3');
  });

  it('does not follow links', async () => {
    const found = await damaged(async (root) => {
      await rm(join(root, paper));
      await symlink('/etc/hostname', join(root, paper));
    });
    expect(found).toEqual([`not-a-file ${paper}`, `file-missing ${paper}`]);
  });

  it('cut off as a ZIP is no ZIP any more', async () => {
    const name = await write('zip');
    await truncate(join(work, name), 400);
    expect(said(await checkPackage(join(work, name)))).toEqual(['zip-broken']);
  });
});

describe('a ZIP from outside', () => {
  async function zipped(
    entries: readonly (readonly [name: string, bytes: Buffer])[],
    compress = true,
  ): Promise<string> {
    const path = join(work, 'outside.zip');
    const zip = new ZipFile();
    for (const [name, bytes] of entries) zip.addBuffer(bytes, name, { compress });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    return path;
  }

  it('with names that lead elsewhere is named for it, and nothing is written anywhere', async () => {
    const path = await zipped([
      ['METS.xml', Buffer.from('<mets/>')],
      ['aaaaaaaaaaa', Buffer.from('x')],
    ]);
    const bytes = await readFile(path);
    for (const trick of ['../../evil1', '/etc/evil12', 'C:\\evil1234', 'a/../../ev1']) {
      const tricked = Buffer.from(bytes.toString('latin1').replaceAll('aaaaaaaaaaa', trick), 'latin1');
      await writeFile(path, tricked);
      expect(said(await checkPackage(path))).toContain(`path-trick ${trick}`);
    }
  });

  it('that is a bomb is not read', async () => {
    const path = await zipped([
      ['METS.xml', Buffer.from('<mets/>')],
      ['big.pdf', Buffer.alloc(64 * 1024 * 1024)],
    ]);
    const report = await checkPackage(path);
    expect(said(report)).toEqual([`bomb ${String(64 * 1024 * 1024 + 7)}`]);
  });

  it('that is no package is said to be none', async () => {
    expect(said(await checkPackage(await zipped([['a.txt', Buffer.from('x')]])))).toEqual(['not-a-package']);
    await writeFile(join(work, 'x.zip'), 'not a zip at all');
    expect(said(await checkPackage(join(work, 'x.zip')))).toEqual(['zip-broken']);
    await mkdir(join(work, 'empty'));
    expect(said(await checkPackage(join(work, 'empty')))).toEqual(['not-a-package']);
  });

  it('holding a foreign CSIP package is checked by METS alone; unlisted files are told, not faulted', async () => {
    const sum = createHash('md5').update('x').digest('hex');
    const mets = `<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:csip="c" OBJID="o" TYPE="Mixed" PROFILE="p">
      <mets:metsHdr CREATEDATE="2026-01-01T00:00:00" csip:OAISPACKAGETYPE="SIP"><mets:agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE"><mets:name>n</mets:name><mets:note csip:NOTETYPE="SOFTWARE VERSION">1</mets:note></mets:agent></mets:metsHdr>
      <mets:fileSec ID="f"><mets:fileGrp ID="g" USE="Documentation"><mets:file ID="a" MIMETYPE="text/plain" SIZE="1" CREATED="2026-01-01T00:00:00" CHECKSUM="${sum}" CHECKSUMTYPE="MD5"><mets:FLocat LOCTYPE="URL" xlink:type="simple" xlink:href="./documentation/a%20b.txt"/></mets:file></mets:fileGrp></mets:fileSec>
      <mets:structMap ID="s" TYPE="PHYSICAL" LABEL="CSIP"><mets:div ID="d" LABEL="o"><mets:div ID="m" LABEL="Metadata"/></mets:div></mets:structMap></mets:mets>`;
    const entries: [string, Buffer][] = [
      ['p/METS.xml', Buffer.from(mets)],
      ['p/documentation/a b.txt', Buffer.from('x')],
      ['p/schemas/x.xsd', Buffer.from('<x/>')],
    ];
    const report = await checkPackage(await zipped(entries));
    expect([isSound(report), said(report)]).toEqual([true, ['not-ours', 'file-unlisted schemas/x.xsd']]);
    entries[1] = ['p/documentation/a b.txt', Buffer.from('y')];
    expect(said(await checkPackage(await zipped(entries)))).toContain('file-altered documentation/a b.txt CSIP71');
    const without: readonly (readonly [string, string, string])[] = [
      [' OBJID="o"', '', 'CSIP1 OBJID'],
      ['CREATEDATE="2026-01-01T00:00:00" ', '', 'CSIP7'],
      ['ROLE="CREATOR"', 'ROLE="EDITOR"', 'CSIP11 EDITOR'],
      [`CHECKSUM="${sum}" `, '', 'CSIP71 CHECKSUM'],
      ['LABEL="Metadata"', 'LABEL="Other"', 'CSIP88'],
      ['ID="m"', 'ID="d"', 'ID d'],
    ];
    for (const [from, to, rule] of without) {
      entries[0] = ['p/METS.xml', Buffer.from(mets.replace(from, to))];
      expect(said(await checkPackage(await zipped(entries)))).toContain(`mets-rule METS.xml ${rule}`);
    }
    entries[0] = ['p/Mets.xml', Buffer.from(mets)];
    expect(said(await checkPackage(await zipped(entries)))).toContain('mets-name Mets.xml CSIPSTR4');
    entries[0] = ['p/METS.xml', Buffer.from(mets.replace('./documentation/a%20b.txt', '../../../etc/passwd'))];
    expect((await checkPackage(await zipped(entries))).findings.map(({ code }) => code)).toContain('path-trick');
  });
});

describe('XML of a package', () => {
  it('keeps what was written, whatever the letters', () => {
    const text = 'Hồ sơ <thử> & "x" \'y\' ]]> số 1';
    const tree = parseXml(Buffer.from(`<a b="${escapeXml(text)}"><c>${escapeXml(text)}</c></a>`));
    expect([tree?.attributes['b'], tree?.children[0]?.text]).toEqual([text, text]);
    expect(escapeXml('a\u0000\u000bb')).toBe('ab');
    expect(parseXml(Buffer.from('<?xml version="1.0"?><!-- <x> --><a>&#272;<![CDATA[<&>]]>&#x1ED3;</a>'))?.text).toBe(
      'Đ<&>ồ',
    );
  });

  it('with a document type, too deep, or broken is refused', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "yyyy">]><a>&x;</a>';
    expect(parseXml(Buffer.from(bomb))).toBeUndefined();
    expect(parseXml(Buffer.from('<a>'.repeat(500) + '</a>'.repeat(500)))).toBeUndefined();
    for (const bad of [
      '<a><b></a>',
      '<a/><b/>',
      'x<a/>',
      '<a b=c/>',
      '<a b="1" b="2"/>',
      '<a>&x;</a>',
      '<a>& </a>',
      '<a',
      '',
      '<a b="<"/>',
    ])
      expect([bad, parseXml(Buffer.from(bad))]).toEqual([bad, undefined]);
    expect(parseXml(Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]))).toBeUndefined();
  });
});
