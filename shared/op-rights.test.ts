import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { DelegationSpan } from '#shared/domain/routing/delegated-actions.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { lackedActions } from './op-actions.ts';
import { judgeActing } from './op-rights.ts';
import { hlcFromMs } from './sync/hlc.ts';
import { REMOVED, type FieldValue, type Op } from './sync/op.ts';

const approval = { t: 'set', type: 'opinion', f: { kind: 'approved', text: '' } } as const;

describe('rights by value', () => {
  it('let everybody who opines comment, but only leaders and heads of the office approve', () => {
    const comment = { t: 'set', type: 'opinion', f: { kind: 'comment', text: 'x' } } as const;
    for (const role of ['clerk', 'officer', 'office-head', 'leader'] as const)
      expect(lackedActions(role, comment, true)).toEqual([]);
    expect(lackedActions('leader', approval, true)).toEqual([]);
    expect(lackedActions('office-head', approval, true)).toEqual([]);
    expect(lackedActions('officer', approval, true)).toEqual(['outgoing.approve']);
    expect(lackedActions('clerk', approval, true)).toEqual(['outgoing.approve']);
  });

  it('do not let a comment become an approval afterwards', () => {
    expect(lackedActions('officer', { t: 'set', type: 'opinion', f: { kind: 'approved' } }, false)).toEqual([
      'outgoing.approve',
    ]);
  });

  it('bind each state of an outgoing paper to the step that leads there', () => {
    const into = (state: string) => ({ t: 'set', type: 'outgoing', f: { state } }) as const;
    expect(lackedActions('officer', into('in-review'), false)).toEqual([]);
    expect(lackedActions('officer', into('approved'), false)).toEqual(['outgoing.approve']);
    expect(lackedActions('leader', into('issued'), false)).toEqual(['outgoing.number']);
    expect(lackedActions('clerk', into('issued'), false)).toEqual([]);
    expect(lackedActions('clerk', into('approved'), false)).toEqual(['outgoing.approve']);
    expect(lackedActions('officer', into('recalled'), false)).toEqual(['outgoing.number']);
  });

  it('do not let a paper be born approved, or with a number, by somebody who may not give them', () => {
    const born = (f: Record<string, string | number | null>) => ({ t: 'set', type: 'outgoing', f }) as const;
    expect(lackedActions('officer', born({ state: 'draft', number: null }), true)).toEqual([]);
    expect(lackedActions('officer', born({ state: 'approved', number: null }), true)).toEqual(['outgoing.approve']);
    expect(lackedActions('officer', born({ state: 'draft', number: 12 }), true)).toEqual(['outgoing.number']);
    expect(lackedActions('clerk', born({ state: 'issued', number: 12 }), true)).toEqual([]);
  });
});

const [leader, other, officer] = ['leader', 'other', 'officer'];
const roles: Readonly<Record<string, StaffRole>> = {
  leader: 'leader',
  other: 'leader',
  officer: 'officer',
  secretary: 'cell-secretary',
};
const h = hlcFromMs(Date.parse('2026-11-22T03:00:00Z'));
const span: DelegationSpan = {
  fromStaffId: leader,
  toStaffId: officer,
  duties: ['approve'],
  from: toPlainDate('2026-11-20'),
  until: toPlainDate('2026-11-25'),
  revokedOn: null,
};

type Fields = Readonly<Record<string, FieldValue>>;

function judge(
  by: string,
  op: Pick<Op, 't' | 'type' | 'f'>,
  before?: Fields,
  delegations: readonly DelegationSpan[] = [],
): string {
  const role = roles[by] ?? 'officer';
  const acting = {
    staffId: by,
    role,
    unitId: null,
    recordOf: () => undefined,
    delegations: () => delegations,
    roleOf: (id: string) => roles[id],
  };
  return judgeActing(acting, { ...op, h }, before && ((field) => before[field])) ?? 'fine';
}

describe('a file', () => {
  const put = (ownerType: string): Pick<Op, 't' | 'type' | 'f'> => ({ t: 'set', type: 'attachment', f: { ownerType } });
  const takeAway = { t: 'del', type: 'attachment', f: {} } as const;

  it('of a meeting is a matter of who holds meetings, of a register line only of the office', () => {
    expect(judge('secretary', put('document'))).toBe('not-your-role');
    expect(judge('secretary', { ...put('document'), f: {} })).toBe('not-your-role');
    expect(judge('secretary', put('meeting'))).toBe('fine');
    expect(judge('secretary', takeAway, { ownerType: 'meeting' })).toBe('fine');
    expect(judge('secretary', takeAway, { ownerType: 'document' })).toBe('not-your-role');
    expect(judge('secretary', put('studyItem'))).toBe('not-your-role');
    expect(judge(officer, put('studyItem'))).toBe('fine');
  });

  it('does not change hands by saying that it belongs elsewhere', () => {
    expect(judge('secretary', put('meeting'), { ownerType: 'document' })).toBe('not-your-role');
    expect(judge('secretary', { ...takeAway, f: { ownerType: 'meeting' } }, { ownerType: 'document' })).toBe(
      'not-your-role',
    );
  });
});

describe('who confirms what another has proposed of a member', () => {
  const write = (type: string, f: Fields): Pick<Op, 't' | 'type' | 'f'> => ({ t: 'set', type, f });

  it('writes the value that is there, and the event that gave it; nothing else of the record', () => {
    const held = { citizenId: '004190000001', fileNumber: '', phone: '' };
    expect(judge(leader, write('member', { citizenId: '004190000009' }), held)).toBe('fine');
    expect(judge(leader, write('member', { fileNumber: '000001CB' }), held)).toBe('not-your-role');
    expect(judge(leader, write('member', { phone: '0300000000' }), held)).toBe('not-your-role');
    expect(judge(leader, { ...write('member', { citizenId: '004190000009' }), t: 'res' }, held)).toBe('not-your-role');
    expect(judge('secretary', write('member', { citizenId: '004190000009' }), held)).toBe('not-your-role');
    const sets = { admittedOn: '2026-01-02', admittedAt: 'Chi bộ bản Mẫu' };
    const event = { state: 'decided', sets };
    const later = { ...sets, admittedOn: '2026-01-03' };
    const corrected = write('memberEvent', { sets: later, effectiveOn: '2026-01-03' });
    expect(judge(leader, corrected, event)).toBe('fine');
    expect(judge(leader, corrected, { ...event, state: 'proposed' })).toBe('not-your-role');
    const elsewhere = { ...sets, admittedAt: 'Nơi khác' };
    for (const f of [{ sets: elsewhere }, { sets: { ...elsewhere, ...{ admittedOn: '2026-01-03' } } }, { sets }])
      expect(judge(leader, write('memberEvent', f), event)).toBe('not-your-role');
    expect(judge(leader, write('memberEvent', { effectiveOn: '2026-01-03' }), event)).toBe('not-your-role');
    expect(judge(leader, write('memberEvent', { state: 'void' }), event)).toBe('not-your-role');
  });
});

describe('an introduction paper', () => {
  const numbered = { number: 3, symbol: '03-GTSHĐ/ĐU', state: 'issued' } as const;
  const introduction = { typeId: 'party-transfer-official', state: 'draft', number: null };

  it('is written, numbered and voided by who sends members; any other paper is not', () => {
    const born = { t: 'set', type: 'outgoing', f: { ...introduction, ...numbered } } as const;
    expect(judge(officer, born)).toBe('fine');
    expect(judge(officer, { t: 'set', type: 'outgoing', f: numbered }, introduction)).toBe('fine');
    expect(judge(officer, { t: 'set', type: 'outgoing', f: { state: 'void' } }, introduction)).toBe('fine');
    expect(judge('secretary', born)).toBe('not-your-role');
    const decision = { ...introduction, typeId: 'party-decision' };
    expect(judge(officer, { t: 'set', type: 'outgoing', f: { ...decision, ...numbered } })).toBe('not-your-role');
    expect(judge(officer, { t: 'set', type: 'outgoing', f: numbered }, decision)).toBe('not-your-role');
  });

  it('does not become another paper, nor another paper one, on the way to its number', () => {
    const decision = { ...introduction, typeId: 'party-decision' };
    const away = { t: 'set', type: 'outgoing', f: { typeId: 'party-decision', ...numbered } } as const;
    const into = { t: 'set', type: 'outgoing', f: { typeId: 'party-transfer-official', ...numbered } } as const;
    expect(judge(officer, away, introduction)).toBe('not-your-role');
    expect(judge(officer, into, decision)).toBe('not-your-role');
  });
});

describe('a delegation', () => {
  const given: Fields = { ...span, duties: ['approve'] };
  const change = (f: Fields, t: Op['t'] = 'set'): Pick<Op, 't' | 'type' | 'f'> => ({ t, type: 'delegation', f });

  it('is stretched, passed on or widened by nobody, nor by an op that settles a conflict', () => {
    const tries: Fields[] = [
      { until: '2027-12-31' },
      { toStaffId: other },
      { fromStaffId: other },
      { duties: ['approve', 'direct'] },
      { revokedOn: '2026-11-22', until: '2027-12-31' },
      {},
    ];
    for (const f of tries)
      for (const t of ['set', 'res'] as const)
        for (const by of [leader, other]) expect([by, t, f, judge(by, change(f, t), given)]).toContain('not-allowed');
  });

  it('is taken back and removed by who gave it, by nobody else', () => {
    const acts = [change({ revokedOn: '2026-11-22' }), change({ revokedOn: '2026-11-22' }, 'res'), change({}, 'del')];
    for (const act of [...acts, change({ [REMOVED]: true })]) {
      expect(judge(leader, act, given)).toBe('fine');
      expect(judge(other, act, given)).toBe('not-allowed');
      expect(judge(officer, act, given)).toBe('not-your-role');
    }
  });

  it('once taken back stays so, and not to a later day', () => {
    const revoked = { ...given, revokedOn: '2026-11-21' };
    for (const t of ['set', 'res'] as const) {
      expect(judge(leader, change({ revokedOn: null }, t), revoked)).toBe('not-allowed');
      expect(judge(leader, change({ revokedOn: '2026-11-24' }, t), revoked)).toBe('not-allowed');
      expect(judge(leader, change({ revokedOn: '2026-11-21' }, t), revoked)).toBe('fine');
    }
  });

  it('is given in one’s own name, whatever kind of op brings it', () => {
    expect(judge(leader, change(given))).toBe('fine');
    expect(judge(other, change(given))).toBe('not-allowed');
    expect(judge(other, change(given, 'res'))).toBe('not-allowed');
  });
});

describe('an opinion', () => {
  const given = { kind: 'comment', staffId: officer, text: 'x', onBehalfOf: null } as const;
  const opine = (f: Fields, t: Op['t'] = 'set'): Pick<Op, 't' | 'type' | 'f'> => ({ t, type: 'opinion', f });

  it('is given in one’s own name; only what is asked of somebody names another', () => {
    expect(judge(officer, opine(given))).toBe('fine');
    expect(judge(other, opine(given))).toBe('not-allowed');
    expect(judge(leader, opine({ ...given, kind: 'approved', staffId: other }))).toBe('not-allowed');
    expect(judge(leader, opine({ ...given, kind: 'asked' }))).toBe('fine');
  });

  it('is given on behalf of somebody only under that person’s delegation', () => {
    const approval = { ...given, kind: 'approved', onBehalfOf: leader };
    expect(judge(officer, opine(approval), undefined, [span])).toBe('fine');
    expect(judge(officer, opine({ ...approval, onBehalfOf: other }), undefined, [span])).toBe('not-allowed');
    expect(judge(officer, opine({ ...given, onBehalfOf: leader }))).toBe('not-allowed');
    const ended = { ...span, until: toPlainDate('2026-11-21') };
    expect(judge(officer, opine(approval), undefined, [ended])).toBe('delegation-ended');
  });

  it('is edited by nobody once it is given, its own person and the settling of a conflict included', () => {
    const tries: Fields[] = [
      { text: 'y' },
      { kind: 'format-checked' },
      { staffId: other },
      { [REMOVED]: false, text: 'y' },
    ];
    for (const before of [given, { ...given, kind: 'asked' }])
      for (const f of tries)
        for (const t of ['set', 'res'] as const)
          for (const by of [leader, officer]) expect(judge(by, opine(f, t), before)).not.toBe('fine');
    expect(judge(officer, opine({ text: 'y' }), given)).toBe('not-allowed');
    expect(judge(officer, opine({}), given)).toBe('not-allowed');
  });
});
