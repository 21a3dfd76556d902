import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import type { Office } from '../office.ts';
import {
  addMemberLine,
  listMemberLines,
  moveMemberLine,
  removeMemberLine,
  saveMemberLine,
  type MemberLineDraft,
} from './member-line-repository.ts';
import { addMember } from './member-repository.ts';

const draft = (title: string): MemberLineDraft => ({
  ...{ from: null, to: null, title, place: '', detail: '', relation: '', personName: '', bornYear: null },
});

async function startRecord(): Promise<{ office: Office; memberId: string; titles: () => Promise<string[]> }> {
  const { office } = await new FakeCommune().addPc(1);
  const member = await addMember(office, { ...blankMember, name: splitPersonName('Lò Văn Mẫu') });
  if (!member.ok) throw new Error(member.error.code);
  const titles = async (): Promise<string[]> =>
    (await listMemberLines(office, member.value.id)).map(({ title }) => title);
  return { office, memberId: member.value.id, titles };
}

describe('lines of a member’s record', () => {
  it('stand in the order they were added in, and move up and down', async () => {
    const { office, memberId, titles } = await startRecord();
    for (const title of ['một', 'hai', 'ba']) await addMemberLine(office, memberId, 'work', draft(title));
    expect(await titles()).toEqual(['một', 'hai', 'ba']);
    const [first, , last] = await listMemberLines(office, memberId);
    await moveMemberLine(office, last?.id ?? '', -1);
    expect(await titles()).toEqual(['một', 'ba', 'hai']);
    await moveMemberLine(office, first?.id ?? '', 1);
    expect(await titles()).toEqual(['ba', 'một', 'hai']);
  });

  it('stay where they are at the ends of their table, which is not that of another kind', async () => {
    const { office, memberId, titles } = await startRecord();
    await addMemberLine(office, memberId, 'family', draft('gia đình'));
    await addMemberLine(office, memberId, 'work', draft('làm việc'));
    const [family, work] = await listMemberLines(office, memberId);
    const before = await titles();
    for (const line of [family, work])
      for (const by of [-1, 1] as const)
        expect(await moveMemberLine(office, line?.id ?? '', by)).toMatchObject({ ok: true });
    expect(await titles()).toEqual(before);
  });

  it('move apart where two PCs have given the same place', async () => {
    const { office, memberId, titles } = await startRecord();
    for (const title of ['một', 'hai', 'ba']) await addMemberLine(office, memberId, 'work', draft(title));
    const lines = await listMemberLines(office, memberId);
    // Both PCs gave the third place.
    await saveMemberLine(office, lines[1]?.id ?? '', { order: 30 } as Partial<MemberLineDraft>, 0);
    const second = (await listMemberLines(office, memberId))[1];
    const name = second?.title ?? '';
    await moveMemberLine(office, second?.id ?? '', -1);
    expect((await titles())[0]).toBe(name);
    expect(new Set((await listMemberLines(office, memberId)).map(({ order }) => order)).size).toBe(3);
  });

  it('are changed and taken out one by one', async () => {
    const { office, memberId, titles } = await startRecord();
    await addMemberLine(office, memberId, 'training', draft('Lớp A'));
    const [line] = await listMemberLines(office, memberId);
    await saveMemberLine(office, line?.id ?? '', { title: 'Lớp B' }, line?.seq ?? 0);
    expect(await titles()).toEqual(['Lớp B']);
    await removeMemberLine(office, line?.id ?? '');
    expect(await titles()).toEqual([]);
  });

  it('belong to a record that is there', async () => {
    const { office } = await startRecord();
    expect(await addMemberLine(office, office.ports.newId(), 'work', draft('x'))).toMatchObject({
      ok: false,
      error: { code: 'record-missing' },
    });
  });
});
