import { uuidv7 } from 'uuidv7';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import type { SampleCommune } from '#e2e/sample/commune.ts';
import type { RunningServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import type { DocumentFields } from '#shared/domain/document/document-record.ts';
import type { OfficePc } from './office-pc.ts';
import type { Needle } from './scan-for-words.ts';

/** Words and numbers nobody would write by chance, for every kind of thing the office keeps. */
export const canary = {
  document: 'Kanarihạcvàng',
  secret: 'Kanarimậtđỏ',
  directive: 'Kanariphêtím',
  member: 'Kanariquýtnâu',
  unit: 'Kanarichibộxám',
  staff: 'Kanaricánbộlam',
  draft: 'Kanarinháptrắng',
  fileName: 'Kanaritệpngọc',
  fileText: 'Kanaritranghồng',
  note: 'Kanarighichúđen',
  searched: 'Kanaritìmbạc',
  citizenId: '091847362519',
  phone: '0387461925',
  bornOn: '1951-08-23',
  bornShown: '23/08/1951',
} as const;

const paperFacts = {
  symbol: '917-CV/HU',
  issuedOn: '2026-11-19' as DocumentFields['issuedOn'],
  issuer: `Ban ${canary.document}`,
  typeId: null,
  abstract: `${canary.document} ${canary.fileText}`,
  signer: `Nguyễn ${canary.document}`,
  urgency: 'normal' as const,
};

/** Whose names and words the province holds before the PC joins: an organisation, a clerk, a member, a paper and a bút phê on it. */
export async function plantAtProvince(
  server: RunningServer,
  commune: SampleCommune,
): Promise<{ readonly memberId: string }> {
  const code = await server.createCode(commune.place.id, { name: 'Máy tỉnh thử' });
  const other = await enrolSamplePc(server.url, code, 'Máy tỉnh thử', Date.now);
  const rows = await other.pull();
  const person = (role: string): string =>
    must(
      rows.find(({ type, f }) => type === 'staff' && f['role']?.v === role),
      `somebody is ${role}`,
    ).id;
  const head = person('office-head');
  const clerks = rows.filter(({ type, f }) => type === 'staff' && f['role']?.v === 'clerk');
  const name = (word: string, family = 'Hoàng') => ({
    full: `${family} Văn ${word}`,
    family,
    middle: 'Văn',
    given: word,
  });
  const [unitId, memberId, staffId] = [uuidv7(), uuidv7(), uuidv7()];
  const [unit, member] = [commune.units[0], commune.members[0]];
  await other.send(
    [
      { t: 'set', type: 'unit', id: unitId, f: { ...unit?.fields, name: `Chi bộ ${canary.unit}` } },
      ...clerks.map(({ id, f }) => ({
        t: 'set' as const,
        type: 'staff',
        id,
        f: { name: name(canary.staff), post: `Văn thư ${canary.staff}` },
        base: f['name']?.s ?? 0,
      })),
      {
        t: 'set',
        type: 'staff',
        id: staffId,
        f: { ...commune.staff[0]?.fields, role: 'officer', name: name(canary.staff, 'Lê') },
      },
    ],
    head,
  );
  const facts = { ...member?.fields, name: name(canary.member), birthName: canary.member, citizenId: canary.citizenId };
  const more = { phone: canary.phone, bornOn: canary.bornOn, address: `Thôn ${canary.member}`, note: canary.member };
  await other.send([{ t: 'set', type: 'member', id: memberId, f: { ...facts, ...more } }], person('officer'));
  const paper = must(
    rows.find(({ type }) => type === 'document'),
    'there are papers',
  ).id;
  const directive = {
    documentId: paper,
    authorId: head,
    text: `Giao ${canary.directive}`,
    leadUnitId: unitId,
    leadStaffId: null,
    supportUnitIds: [],
    dueOn: null,
    givenAt: '2026-11-20T03:00:00.000Z',
  };
  await other.send([{ t: 'set', type: 'directive', id: uuidv7(), f: directive }], head);
  await other.close();
  return { memberId };
}

/** What the PC's own people write: a paper with a file, a secret line, notes. Gives the paper's id and the file's bytes. */
export async function plantByHand(pc: OfficePc): Promise<{ readonly documentId: string; readonly pdf: Uint8Array }> {
  const pdf = await generatePdf({ seed: 'canary', facts: paperFacts });
  const documentId = await pc.page.evaluate(
    async ({ encoded, facts, words }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { office, acts } = handle;
      const raw = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const name = `${words.fileName} phụ lục.pdf`;
      const stored = await acts.storeFile(new File([raw], name, { type: 'application/pdf' }), 1);
      if (!stored.ok) throw new Error(`file refused: ${stored.error.code}`);
      const input = {
        ...facts,
        receivedOn: office.today(),
        secrecy: 'none',
        channel: 'paper',
        dueOn: null,
        state: 'awaiting-directive',
        holderUnitId: null,
        holderStaffId: null,
        note: words.note,
      } as const;
      const saved = await acts.registerDocument(office, input, [stored.value]);
      if (!saved.ok) throw new Error(`paper refused: ${saved.error.code}`);
      const secret = {
        ...input,
        secrecy: 'secret',
        abstract: words.secret,
        note: words.secret,
        issuer: words.secret,
      } as const;
      const kept = await acts.registerDocument(office, secret, []);
      if (!kept.ok) throw new Error(`secret line refused: ${kept.error.code}`);
      const row = (await office.db.documents.toArray()).find(({ abstract }) => abstract.includes(words.document));
      if (row === undefined) throw new Error('the paper is not in the store');
      const noted = await acts.saveDocument(office, row.id, { result: `${words.note} xong` }, row.seq);
      if (!noted.ok) throw new Error(`note refused: ${noted.error.code}`);
      return row.id;
    },
    { encoded: Buffer.from(pdf).toString('base64'), facts: paperFacts, words: canary },
  );
  return { documentId, pdf };
}

/** Everything that must not be found: the words, the person's secrets, and stretches of the file's own bytes. */
export function listNeedles(passphrase: string, recoveryCode: string, pdf: Uint8Array): Needle[] {
  const slices = [0.2, 0.5, 0.8].map((part) => Math.floor(pdf.length * part));
  return [
    ...Object.entries(canary).map(([name, text]) => ({ name, text })),
    { name: 'passphrase', text: passphrase },
    { name: 'recovery code', text: recoveryCode },
    { name: 'recovery code, bare', text: recoveryCode.replaceAll('-', '') },
    ...slices.map((at) => ({ name: `file from byte ${String(at)}`, bytes: Buffer.from(pdf.subarray(at, at + 24)) })),
  ];
}

/** Words in the same places, but in clear: a scan that does not find each of them is blind there. */
export const controls = {
  localStorage: 'Kontroltủkính',
  row: 'Kontroldòngtrần',
  longRow: 'Kontroldòngdài',
  database: 'Kontrolkhorỗng',
} as const;

/** Puts the controls into Chromium's stores, with enough beside them that LevelDB makes a table. */
export async function plantControls(pc: OfficePc): Promise<void> {
  await pc.page.evaluate(async (words) => {
    localStorage.setItem('control', words.localStorage);
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open(words.database);
      request.onupgradeneeded = () => request.result.createObjectStore('rows');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(new Error('the control database was not made'));
    });
    for (let batch = 0; batch < 10; batch += 1) {
      await new Promise<void>((done, failed) => {
        const change = db.transaction('rows', 'readwrite');
        const rows = change.objectStore('rows');
        if (batch === 0) {
          rows.put({ text: `Họ tên ${words.row}` }, 'short');
          rows.put({ text: `${words.longRow} nhắc đi nhắc lại `.repeat(200) }, 'long');
        }
        for (let i = 0; i < 50; i += 1)
          rows.put(crypto.getRandomValues(new Uint8Array(20_000)), `bulk ${String(batch)} ${String(i)}`);
        change.oncomplete = () => done();
        change.onerror = () => failed(new Error('the control rows were not written'));
      });
    }
    db.close();
  }, controls);
}
