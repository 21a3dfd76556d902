import { dateOfInstant } from '#shared/base/plain-date.ts';
import { memberChangeSchema } from '#shared/domain/member/member-change-record.ts';
import { memberEventSchema } from '#shared/domain/member/member-event-record.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import { isFilled, isToldByEvents, saysSame, strictChanges } from '#shared/domain/member-life/strict-fields.ts';
import { hlcToMs } from '#shared/sync/hlc.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import { viewOf, type RecordState } from '../replica/record-state.ts';
import type { Refusal } from './compose-ops.ts';

/**
 * Why this PC does not write what the province would refuse: a value of a member for which two people answer changes only together with a proposal that is
 * confirmed, with an event, with the undoing of an import that filled it in, or because the events have come to say so. `before`: records as they stood;
 * `after`: as the write leaves them.
 */
export async function refuseMemberWrite(
  { db }: Office,
  ops: readonly Op[],
  before: ReadonlyMap<string, RecordState>,
  after: ReadonlyMap<string, RecordState>,
): Promise<Refusal | undefined> {
  for (const op of ops) {
    const state = op.type === 'member' && op.t === 'set' ? before.get(recordKey(op.type, op.id)) : undefined;
    if (state === undefined) continue;
    const { values } = viewOf(state);
    for (const field of strictChanges(op.f, (name) => values[name])) {
      const companions = ops.flatMap((each) => valuesAfter(each, after));
      const isAnswered = companions.some(
        ({ type, values: own }) =>
          own['memberId'] === op.id && (isConfirmation(type, own, field, op) || isImportUndone(type, field, op)),
      );
      if (isAnswered) continue;
      const stored = await db.memberEvents.where('memberId').equals(op.id).toArray();
      const written = companions.flatMap(({ type, id, values: own }): LifeEvent[] => {
        const event =
          type === 'memberEvent' && own['memberId'] === op.id ? memberEventSchema.safeParse(own) : undefined;
        return event?.success === true ? [{ ...event.data, id }] : [];
      });
      const events = [...stored.filter(({ id }) => !written.some((event) => event.id === id)), ...written];
      const day = dateOfInstant(hlcToMs(op.h));
      const isByEvent = isToldByEvents(events, field, op.f[field], { from: day, to: day });
      const isFreed = written.some(
        ({ state: standing, before: former }) => standing === 'void' && saysSame(former[field], op.f[field]),
      );
      if (!isByEvent && !isFreed) return { code: 'second-person-wanted', field };
    }
  }
  return undefined;
}

type Companion = { readonly type: string; readonly id: string; readonly values: Readonly<Record<string, unknown>> };

function valuesAfter({ type, id }: Op, after: ReadonlyMap<string, RecordState>): Companion[] {
  const state = after.get(recordKey(type, id));
  return state === undefined ? [] : [{ type, id, values: viewOf(state).values }];
}

function isConfirmation(type: string, values: Companion['values'], field: string, { f }: Op): boolean {
  const change = type === 'memberChange' ? memberChangeSchema.safeParse(values).data : undefined;
  return change?.state === 'confirmed' && change.field === field && saysSame(change.to, f[field]);
}

function isImportUndone(type: string, field: string, { f }: Op): boolean {
  return type === 'importLine' && !isFilled(f[field]);
}
