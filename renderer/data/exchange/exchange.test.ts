import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { must } from '#shared/base/must.ts';
import type { Letter } from '#shared/domain/exchange/letter.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { allDocuments } from '../documents/document-list.ts';
import { giveDirective, markDone, type NewDocument } from '../documents/document-repository.ts';
import { attachToOutgoing } from '../outgoing/outgoing-repository.ts';
import { recallEverywhere } from '../outgoing/recall-everywhere.ts';
import { addRecord, saveRecord } from '../write/save-record.ts';
import {
  acceptArrival,
  acceptAsKnown,
  answerRecall,
  attachLateFiles,
  lineOfLetter,
  refuseArrival,
  takeUpdate,
} from './arrival-repository.ts';
import {
  noteDelivery,
  recallDispatches,
  replaceDispatches,
  sendOutgoing,
  updateDispatches,
  type Recipient,
} from './dispatch-repository.ts';

const letter: Letter = {
  externalId: '0197a000-0000-7000-8000-000000000001',
  organId: '',
  issuer: 'Đảng uỷ xã Pò Khẩu',
  symbol: '12-CV/ĐU',
  issuedOn: toPartialDate('2026-11-20'),
  place: 'Pò Khẩu',
  typeId: 'party-letter',
  typeName: 'Công văn',
  abstract: 'Về việc phối hợp tuyên truyền',
  signer: 'Lò Văn Mẫu',
  signerPost: 'Bí thư',
  urgency: 'normal',
  pages: 2,
  dueOn: null,
  isDirective: false,
  replyTo: [],
  note: '',
};
const file = { hash: 'ab'.repeat(32), name: '12-CV-ĐU.pdf', size: 1200, mime: 'application/pdf' };
/** The same file as the intake found it. */
const stored = { ...file, mime: 'application/pdf', pages: 2 } as const;
const sound = [stored];
const now = '2026-11-21T02:00:00.000Z';
const agency: Recipient = { kind: 'agency', recipient: 'po-khau', name: 'Đảng uỷ xã Pò Khẩu', channel: 'exchange' };
const unit: Recipient = { kind: 'unit', recipient: uuidv7(), name: 'Ban Xây dựng Đảng', channel: 'paper' };

let pc: FakePc;

beforeEach(async () => {
  pc = await new FakeCommune().addPc(1);
  pc.office.actor = uuidv7();
  await make('agency', {
    code: 'po-khau',
    name: 'Đảng uỷ xã Pò Khẩu',
    kind: 'commune',
    organId: '',
    mergedInto: null,
    validTo: null,
  });
});
afterEach(async () => {
  // The index reads the store while it is being built: only then may the store be closed.
  await pc.office.search.list(allDocuments, pc.office.today());
  pc.office.close();
});

type Fields = Parameters<typeof addRecord>[2];

async function make(type: Parameters<typeof addRecord>[1], f: Fields): Promise<string> {
  const saved = await addRecord(pc.office, type, f);
  return must(saved.ok ? saved.value.id : undefined, `a ${type} can be made`);
}

function makeArrival(f: Fields = {}): Promise<string> {
  return make('arrival', {
    origin: 'exchange',
    from: 'po-khau',
    fromName: 'Đảng uỷ xã Pò Khẩu',
    kind: 'new',
    replacesId: null,
    letter,
    files: [file],
    revision: 1,
    revisionNote: '',
    sentAt: now,
    recallAt: null,
    recallReason: '',
    status: '01',
    ...f,
  });
}

function makeOutgoing(f: Fields = {}): Promise<string> {
  return make('outgoing', {
    regime: 'party',
    bodyId: null,
    typeId: 'party-letter',
    abstract: 'Về việc đăng ký thi đua',
    registerId: null,
    series: '',
    number: null,
    symbol: '31-CV/ĐU',
    issuedOn: '2026-11-20',
    numberReason: '',
    numberedBy: null,
    numberedAt: null,
    place: 'Nà Lầu',
    signMode: 'on-behalf',
    signBody: 'ĐẢNG UỶ',
    signPost: 'Bí thư',
    signer: 'Nông Văn Mẫu',
    signerId: null,
    urgency: 'normal',
    secrecy: 'none',
    circulation: '',
    recipients: '',
    archiveKeeper: '',
    copies: 0,
    pages: 1,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    state: 'issued',
    reason: '',
    note: '',
    drafterId: null,
    createdAt: now,
    ...f,
  });
}

function newLine(): NewDocument {
  return {
    ...lineOfLetter(letter),
    receivedOn: pc.office.today(),
    dueOn: null,
    secrecy: 'none',
    channel: 'exchange',
    state: 'awaiting-directive',
    holderUnitId: null,
    holderStaffId: null,
    note: '',
  };
}

async function arrival(id: string) {
  return must(await pc.office.db.arrivals.get(id), 'the arrival is there');
}

async function line(id: string) {
  return must(await pc.office.db.documents.get(id), 'the line is there');
}

function codeOf(result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string | undefined {
  return result.error?.code;
}

describe('a paper that arrived', () => {
  it('becomes a register line of its own id with its files, and the sender hears 03, 04 and 06 by the acts on the line', async () => {
    const id = await makeArrival();
    expect((await acceptArrival(pc.office, id, newLine(), '', sound)).ok).toBe(true);
    expect(await arrival(id)).toMatchObject({ status: '03', documentId: id, acceptedRevision: 1 });
    expect(await line(id)).toMatchObject({ symbol: '12-CV/ĐU', channel: 'exchange', externalId: letter.externalId });
    expect(await pc.office.db.attachments.where('documentId').equals(id).toArray()).toMatchObject([
      { hash: file.hash },
    ]);
    await giveDirective(pc.office, {
      documentId: id,
      text: 'Giao Văn phòng',
      leadUnitId: null,
      leadStaffId: null,
      supportUnitIds: [],
      dueOn: null,
    });
    expect((await arrival(id)).status).toBe('04');
    await markDone(pc.office, id, { result: 'Đã trả lời', doneOn: pc.office.today() });
    expect((await arrival(id)).status).toBe('06');
  });

  it('is entered once, and not after it was sent back', async () => {
    const [entered, returned] = [await makeArrival(), await makeArrival()];
    await acceptArrival(pc.office, entered, newLine(), '', sound);
    expect(codeOf(await acceptArrival(pc.office, entered, newLine(), '', sound))).toBe('not-allowed');
    expect(codeOf(await refuseArrival(pc.office, returned, ' '))).toBe('reason-wanted');
    await refuseArrival(pc.office, returned, 'gửi nhầm nơi');
    expect(await arrival(returned)).toMatchObject({ status: '02', statusNote: 'gửi nhầm nơi' });
    expect(codeOf(await acceptArrival(pc.office, returned, newLine(), '', sound))).toBe('not-allowed');
  });

  it('that came on paper too is joined to the line there is', async () => {
    const [first, second] = [await makeArrival(), await makeArrival({ files: [] })];
    await acceptArrival(pc.office, first, newLine(), '', sound);
    expect((await acceptAsKnown(pc.office, second, first, [])).ok).toBe(true);
    expect(await arrival(second)).toMatchObject({ status: '03', documentId: first });
    expect(await pc.office.db.documents.count()).toBe(1);
  });

  it('that is asked back leaves the queue, or its line says so; a later wish is asked again', async () => {
    const [waiting, entered] = [await makeArrival(), await makeArrival()];
    await acceptArrival(pc.office, entered, newLine(), '', sound);
    expect(codeOf(await answerRecall(pc.office, entered, { agree: true, note: '' }))).toBe('not-allowed');
    for (const id of [waiting, entered])
      await saveRecord(pc.office, 'arrival', id, { recallAt: now, recallReason: 'nhầm phụ lục' }, 0);
    expect(codeOf(await answerRecall(pc.office, entered, { agree: false, note: '' }))).toBe('reason-wanted');
    await answerRecall(pc.office, entered, { agree: false, note: 'đã phổ biến' });
    expect(await arrival(entered)).toMatchObject({ recallStatus: '16', recallAnsweredFor: now });
    const later = '2026-11-21T05:00:00.000Z';
    await saveRecord(pc.office, 'arrival', entered, { recallAt: later }, 0);
    for (const id of [waiting, entered]) await answerRecall(pc.office, id, { agree: true, note: '' });
    expect(await arrival(entered)).toMatchObject({ recallStatus: '15', recallAnsweredFor: later });
    expect((await line(entered)).withdrawn).toBe('recalled');
    expect(codeOf(await acceptArrival(pc.office, waiting, newLine(), '', sound))).toBe('not-allowed');
  });

  it('that replaces another marks its line, in whichever order the two come', async () => {
    const old = await makeArrival();
    await acceptArrival(pc.office, old, newLine(), '', sound);
    const next = await makeArrival({ kind: 'replace', replacesId: old });
    await acceptArrival(pc.office, next, newLine(), '', sound);
    expect([(await line(old)).withdrawn, (await line(next)).withdrawn]).toEqual(['replaced', 'no']);
    const waiting = await makeArrival();
    await acceptArrival(
      pc.office,
      await makeArrival({ kind: 'replace', replacesId: waiting }),
      newLine(),
      'có bản mới',
      sound,
    );
    expect(await arrival(waiting)).toMatchObject({ status: '02', statusNote: 'có bản mới' });
    const late = uuidv7();
    await acceptArrival(pc.office, await makeArrival({ kind: 'replace', replacesId: late }), newLine(), '', sound);
    expect((await pc.office.db.arrivals.get(late)) ?? null).toBeNull();
  });

  it('takes the place only of a paper of the same sender, by the same way', async () => {
    const old = await makeArrival();
    await acceptArrival(pc.office, old, newLine(), '', sound);
    const waiting = await makeArrival();
    for (const replacesId of [old, waiting])
      for (const other of [{ from: 'na-lau' }, { origin: 'edxml' }])
        await acceptArrival(
          pc.office,
          await makeArrival({ kind: 'replace', replacesId, ...other }),
          newLine(),
          'lấn',
          sound,
        );
    expect((await line(old)).withdrawn).toBe('no');
    expect((await arrival(waiting)).status).toBe('01');
    await acceptArrival(pc.office, waiting, newLine(), '', sound);
    expect((await line(waiting)).withdrawn).toBe('no');
  });

  it('bears only files the intake found sound, named as it found them; those that come later are attached once', async () => {
    const lying = { ...file, hash: 'ef'.repeat(32), name: 'mời họp.lnk', mime: 'image/png' };
    const late = { ...file, hash: 'cd'.repeat(32), name: 'Phụ lục.docx', mime: 'text/html' };
    const foreign = { ...stored, hash: '12'.repeat(32) };
    const id = await makeArrival({ files: [file, lying, late] });
    await acceptArrival(pc.office, id, newLine(), '', [...sound, foreign]);
    const held = async () =>
      (await pc.office.db.attachments.where('documentId').equals(id).toArray()).map(({ hash, name, mime }) => ({
        hash,
        name,
        mime,
      }));
    const first = { hash: file.hash, name: file.name, mime: 'application/pdf' };
    expect(await held()).toEqual([first]);
    const found = { ...stored, hash: late.hash, name: 'Phụ lục.pdf' };
    for (let i = 0; i < 2; i += 1) expect((await attachLateFiles(pc.office, id, [...sound, found])).ok).toBe(true);
    expect(await held()).toHaveLength(2);
    expect(await held()).toContainEqual({ hash: late.hash, name: 'Phụ lục.pdf', mime: 'application/pdf' });
  });

  it('that was changed brings its line up to date, new files too, once', async () => {
    const id = await makeArrival();
    await acceptArrival(pc.office, id, newLine(), '', sound);
    expect(codeOf(await takeUpdate(pc.office, id, sound))).toBe('not-allowed');
    const moreOf = { hash: 'cd'.repeat(32), name: 'Phụ lục.pdf' };
    const more = { ...file, ...moreOf };
    const said = { letter: { ...letter, abstract: 'Trích yếu đã sửa' }, files: [file, more], revision: 2 };
    await saveRecord(pc.office, 'arrival', id, said, 0);
    expect((await takeUpdate(pc.office, id, [...sound, { ...stored, ...moreOf }])).ok).toBe(true);
    expect((await line(id)).abstract).toBe('Trích yếu đã sửa');
    expect(
      (await pc.office.db.attachments.where('documentId').equals(id).toArray()).map(({ hash }) => hash),
    ).toHaveLength(2);
    expect(codeOf(await takeUpdate(pc.office, id, sound))).toBe('not-allowed');
  });
});

describe('a paper that is sent', () => {
  it('must be issued and open, and its recipient known', async () => {
    expect(codeOf(await sendOutgoing(pc.office, await makeOutgoing({ state: 'draft' }), [agency]))).toBe('not-allowed');
    expect(codeOf(await sendOutgoing(pc.office, await makeOutgoing({ secrecy: 'secret' }), [agency]))).toBe(
      'secret-stays-home',
    );
    const nobody = { ...agency, recipient: 'nobody' };
    expect(codeOf(await sendOutgoing(pc.office, await makeOutgoing(), [nobody]))).toBe('recipient-unknown');
    expect(await pc.office.db.dispatches.count()).toBe(0);
  });

  it('goes once to each recipient with its files, answers what it answers, and goes again to who gave it back', async () => {
    const answered = await makeArrival();
    await acceptArrival(pc.office, answered, newLine(), '', sound);
    const id = await makeOutgoing({ replyToId: answered });
    const attachment = { documentId: id, ownerType: 'outgoing', ...file, pages: 1, addedAt: now };
    await make('attachment', attachment);
    await sendOutgoing(pc.office, id, [agency, unit], 'kính gửi');
    await sendOutgoing(pc.office, id, [agency, unit]);
    const sent = await pc.office.db.dispatches.toArray();
    expect(sent).toHaveLength(2);
    expect(sent.find(({ recipientKind }) => recipientKind === 'agency')).toMatchObject({
      files: [{ hash: file.hash }],
      letter: { externalId: id, symbol: '31-CV/ĐU', note: 'kính gửi', replyTo: [{ externalId: letter.externalId }] },
    });
    expect((await line(answered)).answeredById).toBe(id);
    const byHand = must(
      sent.find(({ recipientKind }) => recipientKind === 'unit'),
      'sent to the unit',
    );
    await noteDelivery(pc.office, byHand.id, { status: '03', note: 'chị Hoa ký' });
    await recallDispatches(pc.office, [byHand.id], 'nhầm bản');
    expect(await pc.office.db.dispatches.get(byHand.id)).toMatchObject({ status: '03', recallStatus: '15' });
    await sendOutgoing(pc.office, id, [agency, unit]);
    expect(await pc.office.db.dispatches.count()).toBe(3);
  });

  it('is called back from everybody who has it in the act that calls it back in the register', async () => {
    const id = await makeOutgoing();
    await sendOutgoing(pc.office, id, [agency, unit]);
    expect(codeOf(await recallEverywhere(pc.office, id, ' '))).toBe('reason-wanted');
    expect((await recallEverywhere(pc.office, id, 'nhầm bản')).ok).toBe(true);
    expect(await pc.office.db.outgoings.get(id)).toMatchObject({ state: 'recalled', reason: 'nhầm bản' });
    const sent = await pc.office.db.dispatches.toArray();
    expect(sent.map(({ recallReason }) => recallReason)).toEqual(['nhầm bản', 'nhầm bản']);
    expect(codeOf(await recallEverywhere(pc.office, id, 'lần nữa'))).toBe('not-allowed');
  });

  it('goes out as the newest file of its name: the signed scan, beside what has another name', async () => {
    const id = await makeOutgoing();
    const [scan, annex] = ['cd'.repeat(32), 'ef'.repeat(32)];
    for (const each of [stored, { ...stored, hash: scan }, { ...stored, hash: annex, name: 'phu-luc.pdf' }]) {
      expect((await attachToOutgoing(pc.office, id, each)).ok).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await sendOutgoing(pc.office, id, [agency]);
    const [sent] = await pc.office.db.dispatches.toArray();
    expect(sent?.files.map(({ hash }) => hash)).toEqual([scan, annex]);
  });

  it('is updated only where something changed, and replaced where the old one went', async () => {
    const id = await makeOutgoing();
    await sendOutgoing(pc.office, id, [agency]);
    expect((await updateDispatches(pc.office, id, 'không có gì')).ok).toBe(true);
    const [first] = await pc.office.db.dispatches.toArray();
    expect(first?.revision).toBe(1);
    await saveRecord(pc.office, 'outgoing', id, { pages: 3 }, 0);
    expect(codeOf(await updateDispatches(pc.office, id, ''))).toBe('reason-wanted');
    await updateDispatches(pc.office, id, 'thêm trang');
    expect(await pc.office.db.dispatches.get(first?.id ?? '')).toMatchObject({ revision: 2, letter: { pages: 3 } });
    const next = await makeOutgoing({ replacesId: id, symbol: '32-CV/ĐU' });
    for (let i = 0; i < 2; i += 1) await replaceDispatches(pc.office, next, [first?.id ?? '']);
    expect(await pc.office.db.dispatches.where('outgoingId').equals(next).toArray()).toMatchObject([
      { kind: 'replace', replacesId: first?.id, recipient: 'po-khau' },
    ]);
  });
});
