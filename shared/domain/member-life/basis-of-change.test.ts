import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import type { MemberChangeFields } from '#shared/domain/member/member-change-record.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import { findBasis } from './basis-of-change.ts';
import type { LifeEvent } from './life-event.ts';

const NOON = Date.parse('2026-11-20T05:00:00.000Z');
const DAY = 86_400_000;

function event(kind: MemberEventKind, madeMs: number, sets: LifeEvent['sets'] = {}): LifeEvent & { madeMs: number } {
  return {
    ...{ id: `${String(madeMs)} ${kind}`, kind, effectiveOn: toPartialDate('2026-11-20'), until: null, madeMs },
    ...{ state: 'decided', isPastOnly: false, sets, before: {}, form: '', years: null, unitId: null },
  };
}

const confirmed = {
  ...{ field: 'citizenId', to: '004190000009', state: 'confirmed', decidedAt: new Date(NOON).toISOString() },
} as unknown as MemberChangeFields;

const basisOf = (field: string, value: unknown, atMs: number, ...events: ReturnType<typeof event>[]): unknown => {
  const found = findBasis({ field, value, atMs }, events, [confirmed], ({ madeMs }) => madeMs);
  return found?.kind === 'event' ? found.event.kind : found?.kind;
};

describe('a change of a record rests on', () => {
  it('the event that was recorded in the same act, for what it sets and for the standing', () => {
    const admitted = event('admitted', NOON, { admittedOn: '2026-11-20' });
    expect(basisOf('admittedOn', '2026-11-20', NOON + 3, admitted)).toBe('admitted');
    expect(basisOf('state', 'probationary', NOON + 3, admitted)).toBe('admitted');
    expect(basisOf('phone', '0300000000', NOON + 3, admitted)).toBeUndefined();
  });

  it('the event that came into effect later, by the value it sets; a standing written long after is nobody’s', () => {
    const moved = event('moved', NOON - 9 * DAY, { unitId: 'u1' });
    expect(basisOf('unitId', 'u1', NOON, moved)).toBe('moved');
    expect(basisOf('unitId', 'u2', NOON, moved)).toBeUndefined();
    expect(basisOf('unitId', 'u1', NOON - 10 * DAY, moved)).toBeUndefined();
    expect(basisOf('state', 'left', NOON, event('struck-off', NOON - 9 * DAY))).toBeUndefined();
  });

  it('the proposal that a second person confirmed in the same act', () => {
    expect(basisOf('citizenId', '004190000009', NOON + 3)).toBe('proposal');
    expect(basisOf('citizenId', '004190000009', NOON + DAY)).toBeUndefined();
    expect(basisOf('citizenId', '004190000001', NOON)).toBeUndefined();
  });
});
