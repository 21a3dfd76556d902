import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { addDays } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { fakeEvent } from '#renderer/platform/fake-event.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { confirmChange, proposeChanges } from './change-repository.ts';
import { proposeEvent, recordEvent, voidEvent } from './event-repository.ts';
import { addMember, removeMember } from './member-repository.ts';
import { readLifeBoard, readLifeEvents } from './read-life-board.ts';

it('the board tells of all members what happened, what waits, what is due, and who is on the way; nothing of who was removed', async () => {
  const pc = await new FakeCommune().addPc(1);
  await syncOnce(pc);
  const { office } = pc;
  office.actor = office.ports.newId();
  const today = office.today();
  const add = async (full: string, fields: Partial<MemberFields>): Promise<string> => {
    const saved = await addMember(office, { ...blankMember, name: splitPersonName(full), ...fields });
    return saved.ok ? saved.value.id : '';
  };
  const official = { state: 'official', admittedOn: toPartialDate('2010-02-03'), cardNumber: '86104227' } as const;
  const recognised = { ...official, officialOn: toPartialDate('2011-02-03') };
  const late = await add('Lý Văn Bé', { state: 'probationary', admittedOn: toPartialDate('2024-02-03') });
  const early = await add('An Văn Ba', { state: 'probationary', admittedOn: toPartialDate(addDays(today, -30)) });
  const full = await add('Nông Thị Đào', recognised);
  const gone = await add('Vi Văn Lạc', { ...recognised, cardNumber: '' });
  await removeMember(office, gone);

  await recordEvent(office, full, fakeEvent('rewarded', '2026-11-02', { form: 'certificate' }));
  const wrong = await recordEvent(office, full, fakeEvent('exempted', '2026-11-03'));
  await voidEvent(office, wrong.ok ? wrong.value.id : '', 'ghi nhầm');
  await proposeEvent(office, late, fakeEvent('struck-off', today, { decision: null }));
  await proposeChanges(office, full, { to: { cardNumber: '86104228' }, reason: 'ghi nhầm', decision: null });

  const life = await readLifeEvents(office);
  expect(life.events.map(({ event, member }) => [event.kind, event.state, member.id])).toEqual([
    ['struck-off', 'proposed', late],
    ['exempted', 'void', full],
    ['rewarded', 'decided', full],
  ]);
  expect(life.changes.map(({ change, member }) => [change.field, member.id])).toEqual([['cardNumber', full]]);
  const board = await readLifeBoard(office, today, defaultMemberRules);
  expect(board.due.map(({ kind, member }) => [kind, member.id])).toEqual([['recognition', late]]);
  expect(board.people.map(({ step, member }) => [step, member.id])).toEqual([
    ['probationary', late],
    ['probationary', early],
  ]);

  office.actor = office.ports.newId();
  await confirmChange(office, life.changes[0]?.change.id ?? '');
  expect((await readLifeEvents(office)).changes).toEqual([]);
});
