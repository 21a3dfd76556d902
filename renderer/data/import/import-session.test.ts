import { expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { startSettings } from '#shared/domain/import/import-settings.ts';
import type { ReconcileNoteFields } from '#shared/domain/import/reconcile-note-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { ImportSession } from './import-session.ts';

const names = ['Đèo Văn Hỏi', 'Đèo Thị Đáp'];

function start(): ImportSession {
  const session = new ImportSession();
  const text = ['Họ và tên;Giới tính;Ngày sinh', ...names.map((name) => `${name};Nam;02/03/1970`)].join('\n');
  session.open(new TextEncoder().encode(text), 'csdl.csv');
  session.choose(0, []);
  const members = names.map((name, at) => {
    const fields = { ...blankMember, name: splitPersonName(name), bornOn: toPartialDate('1970') };
    return { id: `m${String(at)}`, fields };
  });
  const today = toPlainDate('2026-11-20');
  session.know({ today, members, units: [], strict: new Set(['bornOn']), rules: defaultMemberRules });
  session.check(startSettings({ from: 0, to: 0 }, ['name', 'gender', 'bornOn']));
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
    expect(groups()).toEqual(names.map((name, each) => `${each <= at ? 'differs' : 'ask'} ${name}`));
  }
});
