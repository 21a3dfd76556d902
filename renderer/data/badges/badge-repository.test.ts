import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { voidEvent } from '../members/event-repository.ts';
import { addMember } from '../members/member-repository.ts';
import { askBadges, giveBadges, type AskedBadge } from './badge-repository.ts';
import { readBadgeList } from './read-badge-list.ts';
import { readComingBadge } from './read-coming-badge.ts';

const on = toPlainDate('2027-02-03');
const decision = { symbol: '77-QĐ/TU', issuedOn: toPlainDate('2027-01-20'), issuer: 'Tỉnh uỷ', signer: '' };

async function start(admitted = '1997-01-10'): Promise<{ commune: FakeCommune; pc: FakePc; badge: AskedBadge }> {
  const commune = new FakeCommune();
  const pc = await commune.addPc(1);
  await syncOnce(pc);
  const name = { full: 'Y Bhiô Êban', family: 'Y', middle: 'Bhiô', given: 'Êban' };
  const day = toPartialDate(admitted);
  const fields = { ...blankMember, name, state: 'official' as const, admittedOn: day, officialOn: day };
  const added = await addMember(pc.office, fields);
  if (!added.ok) throw new Error(added.error.code);
  await syncOnce(pc);
  return { commune, pc, badge: { memberId: added.value.id, years: 30, form: '', reason: '' } };
}

const states = async ({ office }: FakePc): Promise<unknown> =>
  (await readBadgeList(office, on)).lines.map(({ years, state, amount }) => [
    years,
    state,
    amount?.kind === 'known' ? amount.amount : null,
  ]);

describe('a badge', () => {
  it('is due, then asked for by a paper, then given with its number and money', async () => {
    const { pc, badge } = await start();
    expect(await states(pc)).toEqual([[30, 'due', 3_510_000]]);
    const paper = pc.office.ports.newId();
    expect(await askBadges(pc.office, on, [badge], paper)).toMatchObject({ ok: true });
    expect(await states(pc)).toEqual([[30, 'proposed', 3_510_000]]);
    expect(await readComingBadge(pc.office, badge.memberId)).toMatchObject({ years: 30, on });
    const given = { ...badge, number: '30-0001', amount: 3_600_000 };
    expect(await giveBadges(pc.office, on, [given], decision, null)).toMatchObject({ ok: true });
    expect(await states(pc)).toEqual([[30, 'awarded', 3_600_000]]);
    const [event] = await pc.office.db.memberEvents.toArray();
    expect(event).toMatchObject({ state: 'decided', number: '30-0001', proposalId: paper, decision });
    expect(await giveBadges(pc.office, on, [given], decision, null)).toMatchObject({
      ok: false,
      error: { code: 'event-settled' },
    });
  });

  it('is marked as early only with a reason, and can be taken back and asked for again', async () => {
    const { pc, badge } = await start('1997-12-01');
    expect((await readBadgeList(pc.office, on)).earlyAble.map(({ years }) => years)).toEqual([30]);
    const early = { ...badge, form: 'early' as const };
    expect(await askBadges(pc.office, on, [early], null)).toMatchObject({
      ok: false,
      error: { code: 'reason-wanted' },
    });
    const asked = await askBadges(pc.office, on, [{ ...early, reason: 'Bệnh nặng' }], null);
    expect(await states(pc)).toEqual([[30, 'early', 3_510_000]]);
    expect(await readComingBadge(pc.office, badge.memberId)).toMatchObject({ early: 'Bệnh nặng' });
    const first = asked.ok ? asked.value.id : '';
    expect(await voidEvent(pc.office, first, 'Đã khoẻ lại')).toMatchObject({ ok: true });
    expect(await states(pc)).toEqual([]);
    const again = await askBadges(pc.office, on, [{ ...early, reason: 'Tái phát' }], null);
    expect(again.ok && again.value.id).not.toBe(first);
    expect(await states(pc)).toEqual([[30, 'early', 3_510_000]]);
  });

  it('asked for on two PCs that do not see each other is one', async () => {
    const { commune, pc, badge } = await start();
    const other = await commune.addPc(2);
    await syncOnce(other);
    for (const each of [pc, other]) expect(await askBadges(each.office, on, [badge], null)).toMatchObject({ ok: true });
    for (const each of [pc, other, pc]) await syncOnce(each);
    for (const each of [pc, other]) expect(await each.office.db.memberEvents.count()).toBe(1);
  });

  it('that one of many cannot be given leaves all as they were', async () => {
    const { pc, badge } = await start();
    const nobody = { ...badge, memberId: pc.office.ports.newId(), number: '', amount: null };
    const given = { ...badge, number: '', amount: null };
    expect(await giveBadges(pc.office, on, [given, nobody], decision, null)).toMatchObject({
      ok: false,
      error: { code: 'record-missing' },
    });
    expect(await states(pc)).toEqual([[30, 'due', 3_510_000]]);
    expect(await askBadges(pc.office, on, [], null)).toMatchObject({ ok: false, error: { code: 'bad-value' } });
  });
});
