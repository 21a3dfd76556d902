import { expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { CheckContext } from '#shared/domain/import/check-import.ts';
import { startSettings } from '#shared/domain/import/import-settings.ts';
import type { ReconcileNoteFields } from '#shared/domain/import/reconcile-note-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { ImportSession } from './import-session.ts';

const names = ['Đèo Văn Hỏi', 'Đèo Thị Đáp'];

const today = toPlainDate('2026-11-20');
const settings = startSettings({ from: 0, to: 0 }, ['name', 'gender', 'bornOn']);

function membersNow(): CheckContext['members'] {
  return names.map((name, at) => {
    const fields = { ...blankMember, name: splitPersonName(name), bornOn: toPartialDate('1970') };
    return { id: `m${String(at)}`, fields };
  });
}

function contextOf(members: CheckContext['members']): Omit<CheckContext, 'is1904'> {
  return { today, members, units: [], strict: new Set(['bornOn']), rules: defaultMemberRules };
}

function start(): ImportSession {
  const session = new ImportSession();
  const text = ['Họ và tên;Giới tính;Ngày sinh', ...names.map((name) => `${name};Nam;02/03/1970`)].join('\n');
  session.open(new TextEncoder().encode(text), 'csdl.csv');
  session.choose(0, []);
  session.know(contextOf(membersNow()));
  session.check(settings);
  return session;
}

it('who was settled stays settled while others are settled one after the other', () => {
  const session = start();
  const notes: ReconcileNoteFields[] = [];
  const groups = (): readonly string[] =>
    session.report({ notes, proposals: [], scope: 'office' }).map(({ group, name }) => `${group} ${name}`);
  expect(groups()).toEqual(names.map((name) => `ask ${name}`));
  for (const [at] of names.entries()) {
    const asked = session.report({ notes, proposals: [], scope: 'office' }).find(({ group }) => group === 'ask');
    notes.push({
      ...{ kind: 'same', memberId: `m${String(at)}`, field: '', ours: null, theirs: null, reason: '' },
      ...{ theirKey: asked?.theirKey ?? '', notedBy: 'p', notedAt: '2026-11-20T00:00:00.000Z' },
    });
    const answered = names.slice(0, at + 1).map((name) => `answered ${name}`);
    expect(groups()).toEqual([...names.map((name, each) => `${each <= at ? 'differs' : 'ask'} ${name}`), ...answered]);
  }
  notes.shift();
  expect(groups()).toEqual([`ask ${names[0] ?? ''}`, `differs ${names[1] ?? ''}`, `answered ${names[1] ?? ''}`]);
});

it('answers the same as long as nobody and nothing has changed, and anew when a member or a choice has', () => {
  const session = start();
  const first = session.check(settings);
  session.know(contextOf(membersNow()));
  expect(session.check({ ...settings })).toBe(first);
  session.know(contextOf([]));
  expect(session.check(settings)?.counts).toMatchObject({ make: 2, ask: 0 });
  session.know(contextOf(membersNow()));
  expect(session.check(settings)?.counts).toMatchObject({ make: 0, ask: 2 });
  const nameless = session.check({ ...settings, columns: [null, 'gender', 'bornOn'] });
  expect(nameless?.counts).toMatchObject({ ask: 0, error: 2 });
});

it('writes after a comparison what was checked, not what was compared', () => {
  const session = start();
  const asked = session.report({ notes: [], proposals: [], scope: 'office' })[0];
  const note: ReconcileNoteFields = {
    ...{ kind: 'other', memberId: 'm0', field: '', ours: null, theirs: null, reason: '' },
    ...{ theirKey: asked?.theirKey ?? '', notedBy: 'p', notedAt: '2026-11-20T00:00:00.000Z' },
  };
  session.report({ notes: [note], proposals: [], scope: 'office' });
  expect(session.plan(() => 'id').length).toBe(1);
  session.check(settings);
  expect(session.plan(() => 'id').length).toBe(0);
});
