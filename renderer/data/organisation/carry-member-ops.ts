import type { PlainDate } from '#shared/base/plain-date.ts';
import { draftOf, planMoves, type MemberMove } from '#shared/domain/unit/carry-members.ts';
import { livingUnit } from '#shared/domain/unit/unit-succession.ts';
import { planEvent } from '#shared/domain/member-life/plan-event.ts';
import { changesByEvents, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { readMemberRules, storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import type { MemberEventRow, MemberRow } from '../rows.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import type { Tree } from './read-succession.ts';

/** A member who goes from one organisation to another. */
export type CarriedMember = { readonly id: string; readonly from: string; readonly to: string };

type MemberOps = { readonly drafts: readonly OpDraft[]; readonly members: readonly CarriedMember[] };

/**
 * The events by which members go where their organisation went, and what they make of the records. `voided`: events that the same write takes back, by which
 * members had gone with a change that does not count any more.
 */
export async function planMemberOps(
  office: Office,
  tree: Tree,
  members: readonly MemberRow[],
  voided: ReadonlySet<string>,
  today: PlainDate,
): Promise<MemberOps> {
  const eventsOf = await readEventsOf(office, members);
  const rules = await readMemberRules(office);
  const plans = members.map((row) => planOne(row, eventsOf.get(row.id) ?? [], tree, voided, today, rules));
  return { drafts: plans.flatMap(({ drafts }) => drafts), members: plans.flatMap((plan) => plan.members) };
}

/** Events of these members, those voided too. */
export async function readEventsOf(
  { db }: Office,
  members: readonly MemberRow[],
): Promise<ReadonlyMap<string, readonly MemberEventRow[]>> {
  const rows = await db.memberEvents
    .where('memberId')
    .anyOf(members.map(({ id }) => id))
    .filter(({ removed }) => !removed)
    .toArray();
  const eventsOf = new Map<string, MemberEventRow[]>();
  for (const row of rows) eventsOf.set(row.memberId, [...(eventsOf.get(row.memberId) ?? []), row]);
  return eventsOf;
}

function planOne(
  row: MemberRow,
  events: readonly MemberEventRow[],
  { changes, succession }: Tree,
  voided: ReadonlySet<string>,
  today: PlainDate,
  rules: MemberRules,
): MemberOps {
  const gone = events.filter(({ id }) => voided.has(id));
  const kept = events.filter(({ id }) => !voided.has(id));
  let story = withBase(storyOf(row, kept), gone);
  const moves = planMoves(row.id, story, succession, today);
  const recorded = moves.map((move): OpDraft => {
    const decision = changes.find(({ id }) => id === move.unitEventId)?.decision ?? null;
    const { event } = planEvent(story, draftOf(move, decision), move.id, today, rules);
    const rest = {
      memberId: row.id,
      state: 'decided',
      voidReason: '',
      transferId: null,
      proposalId: null,
      atOffice: '',
    } as const;
    const f: MemberEventFields = { ...event, ...rest };
    story = { ...story, events: [...story.events, { ...f, id: move.id }] };
    return { t: 'set', stream: row.stream, type: 'memberEvent', id: move.id, f };
  });
  const record = recordOp(row, story, gone, moves, succession, today);
  const [first, last] = [moves[0], moves.at(-1)];
  return {
    drafts: [...recorded, ...record],
    members: first === undefined || last === undefined ? [] : [{ id: row.id, from: first.from, to: last.to }],
  };
}

/** The story once events are taken back: where none is left that says the organisation, it is the one they had found. */
function withBase(story: MemberStory, gone: readonly MemberEventRow[]): MemberStory {
  const isTold = story.events.some(({ sets, state }) => state === 'decided' && Object.hasOwn(sets, 'unitId'));
  const before = gone.find(({ sets }) => Object.hasOwn(sets, 'unitId'))?.before['unitId'];
  return isTold || typeof before !== 'string' ? story : { ...story, member: { ...story.member, unitId: before } };
}

/**
 * The organisation the record names. One a person wrote into it by hand stays; one that waits for a person's choice waits on, unless what it shows has
 * ended.
 */
function recordOp(
  row: MemberRow,
  story: MemberStory,
  gone: readonly MemberEventRow[],
  moves: readonly MemberMove[],
  succession: Tree['succession'],
  today: PlainDate,
): readonly OpDraft[] {
  const held = row.unitId;
  const isEnded = held !== null && livingUnit(succession, held, today, row.id) !== held && isTakingPart(row);
  const isOpen = row.conflicts.includes('unitId');
  const isOurs = moves.some(({ from }) => from === held) || gone.some(({ sets }) => sets['unitId'] === held);
  if (!isEnded && (isOpen || !isOurs)) return [];
  const told = changesByEvents(story, today)['unitId'] ?? story.member.unitId;
  const unitId = typeof told === 'string' ? livingUnit(succession, told, today, row.id) : held;
  if (unitId === held) return [];
  return [{ t: isOpen ? 'res' : 'set', stream: row.stream, type: 'member', id: row.id, f: { unitId } }];
}

/** Who went away or died before the end stays where the papers say. */
function isTakingPart({ state }: MemberRow): boolean {
  return state !== 'transferred' && state !== 'left' && state !== 'deceased';
}
