import { isRestored, type Epoch } from './epoch.ts';

/**
 * How long a device may bring back what a restore lost, in milliseconds from its first request in the new life: 14 days. Sending takes minutes; this is
 * room for a line that breaks off and for the longest holidays. It ends whoever never says that it is done.
 */
export const RESUPPLY_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * A device's turn to bring back (`sup`), in one life of its stream. `isDone`: it has said that it pulled that life to the end and sent all it had. A
 * device the server has not heard of since the restore has none yet, however long ago that was.
 */
export type ResupplyTurn = { readonly epoch: Epoch; readonly untilMs: number; readonly isDone: boolean };

/** Whether a device may bring back now. Never in a life that began with nothing, and never in a life in which its turn is over. */
export function mayResupply(turn: ResupplyTurn | undefined, present: Epoch, nowMs: number): boolean {
  if (!isRestored(present)) return false;
  return turn?.epoch !== present || (!turn.isDone && nowMs < turn.untilMs);
}

/**
 * The turn after a request, or undefined when it is as it was. The first request in a life begins it, with whatever it came for: so nobody can put his
 * turn by for later. `isDone`: the device says so, of the present life.
 */
export function turnAfter(
  turn: ResupplyTurn | undefined,
  present: Epoch,
  isDone: boolean,
  nowMs: number,
): ResupplyTurn | undefined {
  if (!isRestored(present)) return undefined;
  const begun = turn?.epoch === present ? turn : { epoch: present, untilMs: nowMs + RESUPPLY_MS, isDone: false };
  const next = isDone && !begun.isDone ? { ...begun, isDone } : begun;
  return next === turn ? undefined : next;
}

/**
 * The turn of a PC that gets a number of its own because it is a copy of `origin`. It has work of its own, whatever the origin has said; but no more
 * time than that one, or every new number would be a new turn.
 */
export function turnOfCopy(origin: ResupplyTurn | undefined, present: Epoch, nowMs: number): ResupplyTurn | undefined {
  const begun = turnAfter(origin, present, false, nowMs) ?? origin;
  return begun?.epoch === present ? { ...begun, isDone: false } : undefined;
}
