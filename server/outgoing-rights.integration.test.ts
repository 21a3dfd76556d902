import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateOfInstant } from '#shared/base/plain-date.ts';
import { emptyContent } from '#shared/domain/paper/paper-content.ts';
import type { OpinionKind } from '#shared/domain/outgoing/opinion-record.ts';
import type { Outcome } from '#shared/sync/op.ts';
import { newStaff, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await startTestProvince();
});
afterAll(() => province.end());

const at = '2026-11-20T02:00:00.000Z';
const words = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.reason : outcome.kind));

type NewChange = ReturnType<typeof newStaff>;

function newOutgoing(state = 'draft'): NewChange {
  const f = {
    ...{ regime: 'party', bodyId: null, typeId: 'party-letter', abstract: 'mời họp', registerId: null, series: '' },
    ...{ number: null, symbol: '', issuedOn: null, numberReason: '', numberedBy: null, numberedAt: null, place: '' },
    ...{ signMode: 'direct', signBody: '', signPost: '', signer: '', signerId: null, urgency: 'normal' },
    ...{ secrecy: 'none', circulation: '', recipients: '', archiveKeeper: '', copies: 1, pages: 1, dueOn: null },
    ...{ replyToId: null, replacesId: null, state, reason: '', note: '', drafterId: null, createdAt: at },
  };
  return { type: 'outgoing', id: uuidv7(), f };
}

function newOpinion(outgoingId: string, staffId: string, kind: OpinionKind): NewChange {
  const f = { outgoingId, version: 1, kind, staffId, blockIndex: null, text: 'x', onBehalfOf: null, givenAt: at };
  return { type: 'opinion', id: uuidv7(), f };
}

async function startOffice(): Promise<{ pc: TestPc; leader: string; officer: string; paper: string }> {
  const pc = await TestPc.join(province.server, 'na-lau');
  const [leader, officer] = [pc.change(newStaff('leader')).id, pc.change(newStaff('officer')).id];
  const paper = pc.change({ ...newOutgoing(), by: officer }).id;
  const { addressees, bases, blocks, recipients } = emptyContent;
  const content = { addressees, bases, blocks, recipients };
  pc.change({
    type: 'draft',
    id: uuidv7(),
    f: { outgoingId: paper, version: 1, content, note: '', authorId: officer, writtenAt: at },
    by: officer,
  });
  expect(words((await pc.sync()).outcomes).slice(-2)).toEqual(['ok', 'ok']);
  return { pc, leader, officer, paper };
}

describe('the approval of an outgoing paper', () => {
  it('is taken from a leader; from an officer only comments are', async () => {
    const { pc, leader, officer, paper } = await startOffice();
    pc.change({ ...newOpinion(paper, officer, 'comment'), by: officer });
    pc.change({ ...newOpinion(paper, officer, 'approved'), by: officer });
    pc.change({ type: 'outgoing', id: paper, f: { state: 'approved' }, by: officer });
    pc.change({ ...newOpinion(paper, leader, 'approved'), by: leader });
    pc.change({ type: 'outgoing', id: paper, f: { state: 'approved' }, by: leader });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'not-your-role', 'not-your-role', 'ok', 'ok']);
  });

  it('is taken from an officer to whom a leader delegated it, on those days', async () => {
    const { pc, leader, officer, paper } = await startOffice();
    const today = dateOfInstant(Date.now());
    pc.change({
      type: 'delegation',
      id: uuidv7(),
      f: {
        ...{ fromStaffId: leader, toStaffId: officer, duties: ['approve'], reason: 'đi họp', revokedOn: null },
        ...{ from: today, until: addDays(today, 1) },
      },
      by: leader,
    });
    pc.change({ ...newOpinion(paper, officer, 'approved'), by: officer });
    pc.change({ type: 'outgoing', id: paper, f: { state: 'approved' }, by: officer });
    expect(words((await pc.sync()).outcomes)).toEqual(['ok', 'ok', 'ok']);
  });

  it('is nobody else’s, nor on behalf of who delegated nothing, nor edited once it is given', async () => {
    const { pc, leader, officer, paper } = await startOffice();
    pc.change({ ...newOpinion(paper, officer, 'approved'), by: leader });
    pc.change({ ...newOpinion(paper, officer, 'asked'), by: leader });
    const comment = newOpinion(paper, officer, 'comment');
    pc.change({ ...comment, f: { ...comment.f, onBehalfOf: leader }, by: officer });
    const given = pc.change({ ...newOpinion(paper, officer, 'comment'), by: officer });
    pc.change({ type: 'opinion', id: given.id, f: { text: 'khác' }, by: officer });
    pc.change({ t: 'res', type: 'opinion', id: given.id, f: { kind: 'approved' }, by: leader });
    const outcomes = words((await pc.sync()).outcomes);
    expect(outcomes).toEqual(['not-allowed', 'ok', 'not-allowed', 'ok', 'not-allowed', 'not-allowed']);
  });

  it('is not slipped in with a new paper', async () => {
    const { pc, officer } = await startOffice();
    pc.change({ ...newOutgoing('approved'), by: officer });
    pc.change({ ...newOutgoing(), by: officer });
    expect(words((await pc.sync()).outcomes)).toEqual(['not-your-role', 'ok']);
  });
});
