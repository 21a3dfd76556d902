import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyContent, type PaperContent } from '#shared/domain/paper/paper-content.ts';
import { must } from '#shared/base/must.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { allOutgoings, type OutgoingCounts } from './outgoing-list.ts';
import {
  addDraft,
  approveOutgoing,
  askReviewers,
  createOutgoing,
  createSigned,
  giveOpinion,
  recallOutgoing,
  saveOutgoing,
  type NewOutgoing,
} from './outgoing-repository.ts';
import { isApproved } from './use-approval.ts';

const letter: NewOutgoing = {
  regime: 'party',
  bodyId: null,
  typeId: 'party-letter',
  abstract: 'mời dự hội nghị sơ kết quý III',
  place: 'Nà Lầu',
  signMode: 'on-behalf',
  signBody: 'ĐẢNG UỶ',
  signPost: 'BÍ THƯ',
  signer: 'Lò Văn Mẫu',
  signerId: null,
  urgency: 'normal',
  secrecy: 'none',
  circulation: '',
  recipients: 'Các chi bộ trực thuộc',
  archiveKeeper: '',
  copies: 1,
  pages: 1,
  dueOn: null,
  replyToId: null,
  replacesId: null,
  note: '',
};

function saying(text: string): PaperContent {
  return { ...emptyContent, blocks: [{ kind: 'paragraph', runs: [{ text, style: 'plain' }] }] };
}

let pc: FakePc;

beforeEach(async () => {
  pc = await new FakeCommune().addPc(1);
  pc.office.actor = uuidv7();
});
afterEach(async () => {
  // The index reads the store while it is being built: only then may the store be closed.
  await pc.office.search.listOutgoings(allOutgoings);
  pc.office.close();
});

async function make(content?: PaperContent, input = letter): Promise<string> {
  const made = await createOutgoing(pc.office, input, content);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

async function stateOf(id: string): Promise<string> {
  return must(await pc.office.db.outgoings.get(id), 'the paper is there').state;
}

function counts(actor: string): Promise<OutgoingCounts> {
  return new Promise((resolve) => {
    const stop = pc.office.search.watchOutgoings(allOutgoings, actor, (list) => {
      resolve(list.counts);
      setTimeout(() => stop());
    });
  });
}

describe('an outgoing paper', () => {
  it('goes from draft through review to approval, and each version stays as it was written', async () => {
    const id = await make(saying('Lần một'));
    expect(await addDraft(pc.office, id, { content: saying('Lần hai'), note: 'sửa ngày' })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    const leader = uuidv7();
    await askReviewers(pc.office, { outgoingId: id, version: 2, staffIds: [leader], text: '' });
    expect(await stateOf(id)).toBe('in-review');
    const approved = await approveOutgoing(pc.office, { outgoingId: id, version: 2, text: '', onBehalfOf: null });
    expect(approved.ok).toBe(true);
    expect(await stateOf(id)).toBe('approved');
    const drafts = await pc.office.db.drafts.where('outgoingId').equals(id).sortBy('version');
    expect(drafts.map(({ content }) => content)).toEqual([saying('Lần một'), saying('Lần hai')]);
  });

  it('keeps the spaces between words of different styles', async () => {
    const runs = [
      { text: 'Thực hiện ', style: 'plain' },
      { text: 'Nghị quyết số 12', style: 'bold' },
      { text: ' của Đảng uỷ', style: 'plain' },
    ] as const;
    const content: PaperContent = { ...emptyContent, blocks: [{ kind: 'paragraph', runs: [...runs] }] };
    const id = await make(content);
    const [draft] = await pc.office.db.drafts.where('outgoingId').equals(id).toArray();
    expect(draft?.content).toEqual(content);
  });

  it('asks to be approved again when its text or what stands on it is changed after the approval', async () => {
    const id = await make(saying('Nội dung'));
    const approve = (version: number) =>
      approveOutgoing(pc.office, { outgoingId: id, version, text: '', onBehalfOf: null });
    await approve(1);
    await saveOutgoing(pc.office, id, { copies: 5, note: 'gửi thêm' }, 0);
    expect(await stateOf(id)).toBe('approved');
    await saveOutgoing(pc.office, id, { signPost: 'PHÓ BÍ THƯ' }, 0);
    expect(await stateOf(id)).toBe('in-review');
    await approve(1);
    await addDraft(pc.office, id, { content: saying('Nội dung mới'), note: '' });
    expect(await stateOf(id)).toBe('in-review');
    expect(await approve(1)).toEqual({ ok: false, error: { code: 'draft-outdated' } });
    expect((await approve(2)).ok).toBe(true);
  });

  it('is not approved before anything is written, nor by an opinion without words sent back', async () => {
    const id = await make();
    expect(await approveOutgoing(pc.office, { outgoingId: id, version: 1, text: '', onBehalfOf: null })).toEqual({
      ok: false,
      error: { code: 'draft-missing' },
    });
    await addDraft(pc.office, id, { content: saying('a'), note: '' });
    const wanted = { outgoingId: id, version: 1, blockIndex: null, text: ' ', kind: 'changes-wanted' } as const;
    expect(await giveOpinion(pc.office, wanted)).toMatchObject({ ok: false, error: { code: 'reason-wanted' } });
  });

  it('keeps its number and state out of the form', async () => {
    const id = await make(saying('a'));
    for (const changes of [{ number: 5 }, { symbol: '05-CV/ĐU' }, { state: 'issued' }] as const)
      expect(await saveOutgoing(pc.office, id, changes, 0)).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
    expect(await recallOutgoing(pc.office, id, 'nhầm')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  it('of class Mật is a line on this PC only: no text, no file, nothing for the province', async () => {
    const secret = { ...letter, secrecy: 'secret' } as const;
    expect(await createOutgoing(pc.office, secret, saying('a'))).toMatchObject({
      ok: false,
      error: { code: 'secret-stays-home' },
    });
    const id = await make(undefined, secret);
    expect((await pc.office.db.outgoings.get(id))?.stream).toBe('local');
    expect(await pc.office.db.outbox.count()).toBe(0);
    expect(await addDraft(pc.office, id, { content: saying('a'), note: '' })).toMatchObject({ ok: false });
    expect(await saveOutgoing(pc.office, id, { secrecy: 'none' }, 0)).toMatchObject({ ok: false });
  });

  it('signed outside the program may have its number at once, one begun here not before a version is saved', async () => {
    const isReady = async (id: string): Promise<boolean> =>
      isApproved(must(await pc.office.db.outgoings.get(id), 'the paper is there'), [], []);
    const signed = await createSigned(pc.office, letter);
    expect(signed.ok && (await isReady(signed.value.id))).toBe(true);
    expect(await isReady(await make())).toBe(false);
  });

  it('takes no text that bears a mark of a State secret', async () => {
    const marked = saying('TUYỆT MẬT');
    expect(await createOutgoing(pc.office, letter, marked)).toMatchObject({ error: { code: 'text-secret-mark' } });
    const id = await make(saying('bảo vệ bí mật nhà nước'));
    expect(await addDraft(pc.office, id, { content: marked, note: '' })).toMatchObject({
      error: { code: 'text-secret-mark' },
    });
    expect(await pc.office.db.drafts.count()).toBe(1);
  });

  it('waits for whom it asked until they have answered', async () => {
    const id = await make(saying('a'));
    const me = pc.office.actor;
    await askReviewers(pc.office, { outgoingId: id, version: 1, staffIds: [me], text: 'xem giúp' });
    expect(await counts(me)).toMatchObject({ all: 1, drafting: 1, 'for-me': 1 });
    expect(await counts(uuidv7())).toMatchObject({ 'for-me': 0 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await giveOpinion(pc.office, { outgoingId: id, version: 1, kind: 'comment', blockIndex: 0, text: 'được' });
    expect(await counts(me)).toMatchObject({ 'for-me': 0 });
  });
});
