import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { delegatedStanding, type DelegationSpan } from '#shared/domain/routing/delegated-actions.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { wantedActions } from './op-actions.ts';
import { isCellBound, isWithinCell, type FieldOf, type RecordOf } from './op-scope.ts';
import { hlcToMs } from './sync/hlc.ts';
import { REMOVED, type FieldValue, type Op } from './sync/op.ts';

/** Who acts, and what was delegated to whom: what an op is judged by at both ends. `roleOf` answers for people who are there and active. */
export type Acting = {
  readonly staffId: string;
  readonly role: StaffRole;
  /** The organisation they belong to. */
  readonly unitId: string | null;
  /** Units, and the members and meetings an op names; asked only of those whose acts end at their own cell. */
  readonly recordOf: RecordOf;
  readonly delegations: () => readonly DelegationSpan[];
  readonly roleOf: (staffId: string) => StaffRole | undefined;
};

/**
 * Why somebody may not do what an op does: by their role, or by a duty delegated to them for the day of the act (the op's own stamp, since an act on a PC
 * without a network reaches the province days later). A duty is given and taken back in one's own name only, an opinion is one's own and stays as it was
 * given. A cell's secretary acts in the own cell and those below it. `before`: the record the op finds; undefined when the op makes it.
 */
export function judgeActing(
  acting: Acting,
  op: Pick<Op, 't' | 'type' | 'f' | 'h'>,
  before: FieldOf | undefined,
): 'not-your-role' | 'not-your-cell' | 'delegation-ended' | 'not-allowed' | undefined {
  const { staffId, role } = acting;
  let ended = false;
  for (const choice of wantedActions(op, before === undefined, before)) {
    if (choice.length === 0 || choice.some((action) => mayAct(role, action))) continue;
    const day = dayOf(op);
    const standings = choice.map((action) =>
      delegatedStanding(action, { staffId, day }, acting.delegations(), acting.roleOf),
    );
    if (standings.includes('held')) continue;
    if (!standings.includes('ended')) return 'not-your-role';
    ended = true;
  }
  if (ended) return 'delegation-ended';
  if (isCellBound(role) && !isWithinCell(op, before, acting.unitId, acting.recordOf)) return 'not-your-cell';
  if (op.type === 'delegation') return isOwnDelegation(staffId, op, before) ? undefined : 'not-allowed';
  if (op.type === 'opinion') return isOwnOpinion(acting, op, before, dayOf(op)) ? undefined : 'not-allowed';
  return undefined;
}

/** The day of an act, by its own stamp. */
function dayOf({ h }: Pick<Op, 'h'>): PlainDate {
  return dateOfInstant(hlcToMs(h));
}

type Act = Pick<Op, 't' | 'f'>;

/**
 * A delegation is given by who gives their own duty, and only they change it: they take it back, by a day that never moves later, or remove it. It is
 * never stretched or passed to another, in whatever way the op writes (`set`, or `res` when a conflict is settled).
 */
function isOwnDelegation(staffId: string, { t, f }: Act, before: FieldOf | undefined): boolean {
  if (before === undefined) return f['fromStaffId'] === staffId;
  if (before('fromStaffId') !== staffId) return false;
  if (t === 'del') return true;
  const fields = Object.keys(f);
  if (fields.length === 0 || !fields.every((field) => field === 'revokedOn' || field === REMOVED)) return false;
  return !fields.includes('revokedOn') || isNoLater(f['revokedOn'], before('revokedOn'));
}

function isNoLater(day: FieldValue | undefined, held: FieldValue | undefined): boolean {
  return typeof day === 'string' && (typeof held !== 'string' || day <= held);
}

/**
 * An opinion is given in one's own name (only what is `asked` of somebody names another), on behalf of somebody else only under their delegation, unless
 * one may approve anyway. Once given it is never edited, it can only be removed and brought back: who is asked answers by an opinion of their own.
 */
function isOwnOpinion(
  { staffId, role, delegations, roleOf }: Acting,
  { t, f }: Act,
  before: FieldOf | undefined,
  day: PlainDate,
): boolean {
  const fields = Object.keys(f);
  if (before !== undefined) return t === 'del' || (fields.length > 0 && fields.every((field) => field === REMOVED));
  if (f['kind'] !== 'asked' && f['staffId'] !== staffId) return false;
  const { onBehalfOf = null } = f;
  if (onBehalfOf === null || mayAct(role, 'outgoing.approve')) return true;
  const given = delegations().filter(({ fromStaffId }) => fromStaffId === onBehalfOf);
  return delegatedStanding('outgoing.approve', { staffId, day }, given, roleOf) === 'held';
}
