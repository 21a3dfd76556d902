import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateOfInstant, addDays } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import { hlcFromMs } from '#shared/sync/hlc.ts';
import type { FieldValue, Op, Outcome } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import { newStaff, startTestProvince, TestPc, type Change, type TestProvince } from './test-office.ts';

let province: TestProvince;
let pc: TestPc;
/** Two officers, a leader, and a clerk who may not edit members. */
let one: string, two: string, leader: string, clerk: string;

beforeAll(async () => {
  province = await startTestProvince();
  pc = await TestPc.join(province.server, 'na-lau');
  [one, two] = [pc.change(newStaff('officer')).id, pc.change(newStaff('officer')).id];
  [leader, clerk] = [pc.change(newStaff('leader')).id, pc.change(newStaff('clerk')).id];
  await pc.sync();
});
afterAll(() => province.end());

const today = dateOfInstant(Date.now());
const words = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.reason : outcome.kind));
type Fields = Record<string, FieldValue>;

/** Sends acts in order; what became of each. */
async function offer(...acts: readonly Change[]): Promise<string[]> {
  for (const act of acts) pc.change(act);
  return words((await pc.sync()).outcomes);
}

function seqOf(id: string, at = pc): number {
  return at.records.get(recordKey('member', id))?.seq ?? 0;
}

function valueOf(id: string, field: string): FieldValue | undefined {
  return pc.records.get(recordKey('member', id))?.f[field]?.v;
}

async function member(fields: Fields = {}): Promise<string> {
  const name = { full: 'Nông Thị Đào', family: 'Nông', middle: 'Thị', given: 'Đào' };
  const id = uuidv7();
  const f = { ...(blankMember as unknown as Fields), name, citizenId: '004190000001', ...fields };
  expect(await offer({ type: 'member', id, f, by: one })).toEqual(['ok']);
  return id;
}

const edit = (id: string, f: Fields, by: string, more: Partial<Op> = {}): Change => ({
  ...{ type: 'member', id, f, by, base: seqOf(id) },
  ...more,
});

function proposal(
  memberId: string,
  field: string,
  to: FieldValue,
  by: string,
  more: Fields = {},
): Change & { id: string } {
  const f = {
    ...{ memberId, field, from: valueOf(memberId, field) ?? null, to, reason: 'theo giấy khai sinh', decision: null },
    ...{ proposedBy: by, proposedAt: '2026-11-20T02:00:00.000Z', state: 'proposed', decidedBy: null, decidedAt: null },
    ...{ refusal: '', ...more },
  };
  return { type: 'memberChange', id: uuidv7(), f, by };
}

const confirm = (id: string, by: string, more: Fields = {}): Change => ({
  type: 'memberChange',
  id,
  f: { state: 'confirmed', decidedBy: by, decidedAt: '2026-11-20T03:00:00.000Z', ...more },
  by,
  base: Number.MAX_SAFE_INTEGER,
});

const decision = { symbol: '12-QĐ/ĐU', issuedOn: today, issuer: 'Đảng uỷ xã', signer: '' };

function event(memberId: string, kind: MemberEventKind, sets: Fields, more: Fields = {}): Change & { id: string } {
  const f = {
    ...{
      memberId,
      kind,
      effectiveOn: today,
      until: null,
      decision,
      decisionId: null,
      state: 'decided',
      voidReason: '',
    },
    ...{
      isPastOnly: false,
      sets,
      before: {},
      unitId: null,
      place: '',
      form: '',
      number: '',
      years: null,
      amount: null,
    },
    ...{ reason: '', transferId: null, note: '', ...more },
  };
  return { type: 'memberEvent', id: uuidv7(), f, by: one };
}

describe('a value of a member for which two people answer', () => {
  it('is filled in by one, and changed or emptied by nobody alone', async () => {
    const id = await member();
    expect(await offer(edit(id, { fileNumber: '000001CB' }, one))).toEqual(['ok']);
    expect(
      await offer(
        edit(id, { citizenId: '004190000002' }, one),
        edit(id, { citizenId: '' }, two),
        edit(id, { phone: '0300000000', fileNumber: '000002CB' }, leader),
        edit(id, { citizenId: '004190000002' }, one, { t: 'res' }),
        edit(id, { name: { full: 'Nông Thị Đáo', family: 'Nông', middle: 'Thị', given: 'Đáo' } }, two),
        edit(id, { citizenId: '004190000002' }, one, { base: 0 }),
        edit(id, { citizenId: '004190000002' }, one, { base: 0, h: hlcFromMs(Date.now() - 1e9) }),
        edit(id, { phone: '0300000000' }, one),
        edit(id, { citizenId: '004190000001' }, one),
      ),
    ).toEqual([
      ...['second-person-wanted', 'second-person-wanted', 'not-your-role', 'second-person-wanted'],
      ...['second-person-wanted', 'second-person-wanted', 'second-person-wanted', 'ok', 'ok'],
    ]);
    expect(valueOf(id, 'citizenId')).toBe('004190000001');
  });

  it('may be parted anew for sorting: only what is printed of a name is anybody’s identity', async () => {
    const id = await member();
    expect(
      await offer(edit(id, { name: { full: 'Nông Thị Đào', family: 'Nông', middle: '', given: 'Thị Đào' } }, two)),
    ).toEqual(['ok']);
  });

  it('changes by a proposal that somebody else confirms, together with it', async () => {
    const id = await member();
    const asked = proposal(id, 'citizenId', '004190000009', one);
    expect(await offer(asked)).toEqual(['ok']);
    expect(
      await offer(confirm(asked.id, two), edit(id, { citizenId: '004190000009', phone: '0300000001' }, two)),
    ).toEqual(['ok', 'ok']);
    expect(valueOf(id, 'citizenId')).toBe('004190000009');
  });

  it('stays when the proposer confirms, alone, in another’s name, or writes what another has confirmed', async () => {
    const id = await member();
    const asked = proposal(id, 'citizenId', '004190000009', one);
    expect(
      await offer(
        asked,
        confirm(asked.id, one),
        confirm(asked.id, one, { decidedBy: two }),
        confirm(asked.id, two, { decidedBy: leader }),
        confirm(asked.id, clerk),
        edit(id, { citizenId: '004190000009' }, one),
        confirm(asked.id, leader),
        edit(id, { citizenId: '004190000009' }, one),
        edit(id, { citizenId: '004190000009' }, two),
      ),
    ).toEqual([
      ...['ok', 'own-proposal', 'own-proposal', 'not-allowed', 'not-your-role', 'second-person-wanted', 'ok'],
      ...['second-person-wanted', 'second-person-wanted'],
    ]);
  });

  it('stays when a proposal is born confirmed, put in another’s name, turned into another one, or about something else', async () => {
    const [id, other] = [await member(), await member()];
    const asked = proposal(id, 'citizenId', '004190000009', one);
    expect(
      await offer(
        proposal(id, 'citizenId', '004190000009', one, { state: 'confirmed', decidedBy: two }),
        proposal(id, 'citizenId', '004190000009', one, { proposedBy: two }),
        proposal(id, 'phone', '0300000002', one),
        proposal(id, 'bornOn', 'hôm qua', one),
        asked,
        { type: 'memberChange', id: asked.id, f: { to: '004190000008' }, by: one, base: 1e9 },
        { type: 'memberChange', id: asked.id, f: { proposedBy: two }, by: one, base: 1e9 },
        { t: 'res', type: 'memberChange', id: asked.id, f: { proposedBy: two }, by: two, base: 1e9 },
        confirm(asked.id, two, { to: '004190000008' }),
        confirm(asked.id, two),
        edit(other, { citizenId: '004190000009' }, two),
        edit(id, { citizenId: '004190000008' }, two),
        edit(id, { fileNumber: '000001CB', citizenId: '' }, two),
      ),
    ).toEqual([
      ...['not-allowed', 'not-allowed', 'bad-value', 'bad-value', 'ok', 'not-allowed', 'not-allowed', 'not-allowed'],
      ...['not-allowed', 'ok', 'second-person-wanted', 'second-person-wanted', 'second-person-wanted'],
    ]);
    expect([valueOf(id, 'citizenId'), valueOf(other, 'citizenId')]).toEqual(['004190000001', '004190000001']);
  });

  it('does not go back by a confirmation that has served', async () => {
    const id = await member();
    for (const to of ['004190000009', '004190000010']) {
      const asked = proposal(id, 'citizenId', to, one);
      expect(await offer(asked)).toEqual(['ok']);
      expect(await offer(confirm(asked.id, two), edit(id, { citizenId: to }, two))).toEqual(['ok', 'ok']);
    }
    expect(await offer(edit(id, { citizenId: '004190000009' }, two))).toEqual(['second-person-wanted']);
    expect(await offer(edit(id, { citizenId: '004190000009' }, two, { base: 1 }))).toEqual(['second-person-wanted']);
  });

  it('is decided once: what is refused, withdrawn or confirmed stays so', async () => {
    const id = await member();
    const [refused, withdrawn] = [proposal(id, 'citizenId', '1', one), proposal(id, 'citizenId', '2', one)];
    const refuse: Fields = { state: 'refused', decidedBy: two, refusal: 'không đúng' };
    expect(
      await offer(
        refused,
        withdrawn,
        { type: 'memberChange', id: refused.id, f: { ...refuse, decidedBy: one }, by: one, base: 1e9 },
        { type: 'memberChange', id: refused.id, f: refuse, by: two, base: 1e9 },
        { type: 'memberChange', id: withdrawn.id, f: { state: 'withdrawn' }, by: one, base: 1e9 },
        confirm(refused.id, leader),
        confirm(withdrawn.id, leader),
        { t: 'del', type: 'memberChange', id: refused.id, f: {}, by: one, base: 1e9 },
      ),
    ).toEqual(['ok', 'ok', 'own-proposal', 'ok', 'ok', 'change-settled', 'change-settled', 'change-settled']);
  });
});

describe('two people who fill in the same field at the same time', () => {
  it('are asked; the choice is between their values, and made by somebody who wrote another one', async () => {
    const id = await member({ officialOn: null });
    const other = await TestPc.join(province.server, 'na-lau');
    await other.sync();
    other.change({ type: 'member', id, f: { officialOn: '2019-03-02' }, by: two, base: seqOf(id, other) });
    expect(await offer(edit(id, { officialOn: '2019-02-03' }, one))).toEqual(['ok']);
    expect(words((await other.sync()).outcomes)).toEqual(['conflict']);
    await pc.sync();
    const settle = (value: string, by: string): Change => edit(id, { officialOn: value }, by, { t: 'res' });
    expect(await offer(settle('2020-01-01', leader), settle('2020-01-01', one))).toEqual([
      'not-your-role',
      'second-person-wanted',
    ]);
    expect(await offer(settle('2019-02-03', one), settle('2019-03-02', two))).toEqual(['own-proposal', 'own-proposal']);
    expect(await offer(settle('2019-02-03', two))).toEqual(['ok']);
    expect(valueOf(id, 'officialOn')).toBe('2019-02-03');
  });

  it('are believed only as far as the province knows what they saw', async () => {
    const id = await member({ officialOn: '2019-02-03' });
    const other = await TestPc.join(province.server, 'na-lau');
    for (const base of [0, 1, seqOf(id) - 1])
      other.change({ type: 'member', id, f: { officialOn: '2019-03-02' }, by: two, base });
    expect(words((await other.sync()).outcomes)).toEqual(Array(3).fill('second-person-wanted'));
  });
});

describe('an event that sets what two people answer for', () => {
  const candidate = { state: 'candidate', candidateStage: 'preparing' };

  it('does so by its decision, and the record follows it', async () => {
    const id = await member(candidate);
    const admitted = event(id, 'admitted', { admittedOn: today }, { before: { admittedOn: null } });
    expect(await offer(admitted, edit(id, { admittedOn: today, state: 'probationary' }, one))).toEqual(['ok', 'ok']);
    const card = event(id, 'card-issued', { cardNumber: '00000001' }, { before: { cardNumber: '' } });
    const anew = event(id, 'card-replaced', { cardNumber: '00000002' }, { before: { cardNumber: '' } });
    expect(
      await offer(
        card,
        edit(id, { cardNumber: '00000001' }, one),
        anew,
        edit(id, { cardNumber: '00000003' }, one),
        edit(id, { cardNumber: '00000002' }, one),
      ),
    ).toEqual(['ok', 'ok', 'ok', 'second-person-wanted', 'ok']);
  });

  it('is refused without its decision, or when it sets what its kind does not', async () => {
    const id = await member(candidate);
    expect(
      await offer(
        event(id, 'admitted', { admittedOn: today }, { decision: null }),
        event(id, 'admitted', { admittedOn: today }, { decision: { ...decision, symbol: '' } }),
        event(id, 'moved', { citizenId: '004190000009' }),
        event(id, 'admitted', { admittedOn: 'mai' }),
        event(id, 'admitted', { admittedOn: today }, { state: 'void', voidReason: 'x' }),
        { ...event(id, 'admitted', { admittedOn: today }), by: clerk },
      ),
    ).toEqual(['event-unfit', 'event-unfit', 'bad-value', 'bad-value', 'bad-value', 'not-your-role']);
  });

  it('answers for its own member only, and for what is true of today: an older card does not come back', async () => {
    const [id, other] = [await member({ cardNumber: '00000009' }), await member({ cardNumber: '00000008' })];
    const [day, later] = [addDays(today, -20), addDays(today, -10)];
    const first = event(
      id,
      'card-replaced',
      { cardNumber: '00000001' },
      { effectiveOn: day, before: { cardNumber: '00000009' } },
    );
    const second = event(
      id,
      'card-replaced',
      { cardNumber: '00000002' },
      { effectiveOn: later, before: { cardNumber: '00000009' } },
    );
    expect(await offer(first, second, edit(id, { cardNumber: '00000002' }, one))).toEqual(['ok', 'ok', 'ok']);
    expect(
      await offer(
        edit(other, { cardNumber: '00000002' }, one),
        edit(id, { cardNumber: '00000001' }, one),
        edit(id, { cardNumber: '00000001' }, one, { h: hlcFromMs(Date.now() - 15 * 86_400_000) }),
        edit(id, { cardNumber: '00000009' }, one),
      ),
    ).toEqual(Array(4).fill('second-person-wanted'));
  });

  it('says once what it is about; taken out with a reason, it gives back what was there', async () => {
    const [id, other] = [await member({ officialOn: '2019-02-03' }), await member()];
    const replaced = event(
      id,
      'readmitted',
      { officialOn: null, readmittedOn: today },
      { before: { officialOn: '2019-02-03' } },
    );
    const change = (f: Fields, more: Partial<Op> = {}): Change => ({
      ...{ type: 'memberEvent', id: replaced.id, f, by: one, base: 1e9 },
      ...more,
    });
    expect(await offer(replaced, edit(id, { officialOn: null }, one))).toEqual(['ok', 'ok']);
    expect(
      await offer(
        change({ sets: { officialOn: '2001-01-01' } }),
        change({ sets: { officialOn: '2001-01-01' } }, { t: 'res' }),
        change({ before: { officialOn: '2001-01-01' } }),
        change({ kind: 'recognised' }),
        change({ memberId: other }),
        change({ decision: null }),
        change({ effectiveOn: '2001-01-01' }),
        change({ state: 'proposed' }),
        change({}, { t: 'del' }),
        change({ state: 'void' }),
        change({ note: 'đã đối chiếu' }),
      ),
    ).toEqual([
      ...['event-settled', 'event-settled', 'event-settled', 'not-allowed', 'not-allowed', 'event-settled'],
      ...['event-settled', 'event-settled', 'event-settled', 'reason-wanted', 'ok'],
    ]);
    expect(
      await offer(
        change({ state: 'void', voidReason: 'ghi nhầm' }),
        edit(id, { officialOn: '2019-02-03' }, one),
        change({ state: 'decided' }),
      ),
    ).toEqual(['ok', 'ok', 'event-settled']);
  });

  it('is put right with the record by two people', async () => {
    const id = await member(candidate);
    const admitted = event(
      id,
      'admitted',
      { admittedOn: '2026-01-02' },
      { effectiveOn: '2026-01-02', before: { admittedOn: null } },
    );
    await offer(admitted, edit(id, { admittedOn: '2026-01-02' }, one));
    const corrected: Change = {
      type: 'memberEvent',
      id: admitted.id,
      f: { sets: { admittedOn: '2026-01-03' }, effectiveOn: '2026-01-03' },
      by: two,
      base: 1e9,
    };
    const asked = proposal(id, 'admittedOn', '2026-01-03', one);
    expect(await offer(corrected, asked)).toEqual(['event-settled', 'ok']);
    expect(await offer(confirm(asked.id, two), corrected, edit(id, { admittedOn: '2026-01-03' }, two))).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
  });

  it('is put right by a leader too, who confirms and may write nothing else', async () => {
    const id = await member({ ...candidate, fileNumber: '' });
    const admitted = event(id, 'admitted', { admittedOn: '2026-01-02' }, { effectiveOn: '2026-01-02' });
    await offer(admitted, edit(id, { admittedOn: '2026-01-02' }, one));
    const f = { sets: { admittedOn: '2026-01-03' }, effectiveOn: '2026-01-03' };
    const corrected: Change = { type: 'memberEvent', id: admitted.id, f, by: leader, base: 1e9 };
    const asked = proposal(id, 'admittedOn', '2026-01-03', one);
    expect(
      await offer(
        asked,
        corrected,
        edit(id, { admittedOn: '2026-01-03' }, leader),
        edit(id, { fileNumber: '000001CB' }, leader),
        edit(id, { phone: '0300000001' }, leader),
      ),
    ).toEqual(['ok', 'event-settled', 'second-person-wanted', 'not-your-role', 'not-your-role']);
    expect(await offer(confirm(asked.id, leader), corrected, edit(id, { admittedOn: '2026-01-03' }, leader))).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(valueOf(id, 'admittedOn')).toBe('2026-01-03');
  });

  it('that two people settle differently is settled by the first; the other is told', async () => {
    const id = await member(candidate);
    const asked = event(id, 'admitted', { admittedOn: today }, { state: 'proposed' });
    await offer(asked);
    const other = await TestPc.join(province.server, 'na-lau');
    await other.sync();
    const base = other.records.get(recordKey('memberEvent', asked.id))?.seq ?? 0;
    other.change({ type: 'memberEvent', id: asked.id, f: { state: 'void', voidReason: 'rút' }, by: two, base });
    expect(await offer({ type: 'memberEvent', id: asked.id, f: { state: 'decided' }, by: one, base })).toEqual(['ok']);
    expect(words((await other.sync()).outcomes)).toEqual(['event-settled']);
  });
});

describe('an import that filled a field in', () => {
  const line = (memberId: string, to: FieldValue, state: string): Change & { id: string } => ({
    type: 'importLine',
    id: uuidv7(),
    f: {
      ...{ batchId: batch, memberId, row: 3, was: { fileNumber: '' }, to: { fileNumber: to }, proposals: [] },
      ...{ passed: [], state },
    },
    by: one,
  });
  const batch = uuidv7();

  it('is taken back by who made it, and by nobody else’s line', async () => {
    expect(
      await offer({
        type: 'importBatch',
        id: batch,
        f: {
          ...{ kind: 'members', fileName: 'a.xlsx', fileHash: 'a'.repeat(64), startedBy: one, state: 'done', rows: 1 },
          ...{ startedAt: '2026-11-20T02:00:00.000Z', device: pc.dev, created: 0, changed: 1 },
          ...{ undoneBy: null, undoneAt: null },
        },
        by: one,
      }),
    ).toEqual(['ok']);
    const id = await member();
    const waiting = line(id, '000001CB', 'waiting');
    await offer(waiting);
    const done: Change = { type: 'importLine', id: waiting.id, f: { state: 'written' }, by: one, base: 1e9 };
    expect(await offer(edit(id, { fileNumber: '000001CB' }, one), done)).toEqual(['ok', 'ok']);
    expect(await offer(edit(id, { fileNumber: '' }, one))).toEqual(['ok']);

    const byHand = await member({ fileNumber: '000002CB' });
    await offer(edit(byHand, { phone: '0300000003' }, two));
    const forged = line(byHand, '000002CB', 'written');
    expect(await offer({ ...forged, by: two }, edit(byHand, { fileNumber: '' }, two))).toEqual([
      'ok',
      'second-person-wanted',
    ]);
  });
});
