import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { ExchangeReply } from '#shared/contract/province-channels.ts';
import type { MovedCommune } from '#shared/contract/protocol.ts';
import type { Office } from '#renderer/data/office.ts';
import { countOutbox } from '#renderer/data/replica/outbox.ts';
import { bringBackLost, dropNeedless } from '#renderer/data/replica/bring-back.ts';
import { listPeerDevices } from '#renderer/data/replica/peer-ops.ts';
import { sendAgainAfter } from '#renderer/data/replica/resupply.ts';
import type { RecordRef } from '#renderer/data/replica/record-state.ts';
import { noteContact, noteOffset } from '#renderer/data/replica/sync-state.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { apply } from './apply.ts';
import { collect } from './collect.ts';
import { exchange } from './exchange.ts';
import type { HandIn } from './hand-in.ts';
import type { LineRate } from './line-rate.ts';
import { followArrivals } from './follow-arrivals.ts';
import { followMerger } from './follow-merger.ts';
import { numberWaiting } from './number-waiting.ts';

/** What a run of exchanges came to. `moved`: something was sent or received; `waitMs`: the pause a busy server asked for, milliseconds. */
export type CycleResult = Result<
  { readonly moved: boolean },
  { readonly code: ErrorCode; readonly waitMs?: number | undefined }
>;

/** The files this PC waits for: what is asked of them with the records, and who hears which have come. */
export type AwaitedFiles = {
  readonly awaited: () => readonly string[];
  readonly noteHere: (files: readonly string[]) => void;
};

/** What a cycle works with. `onAnswer` is told of every answer, for the status. */
export type CycleContext = {
  readonly office: Office;
  readonly desktop: DesktopBridge;
  readonly rate: LineRate;
  readonly onAnswer: (rows: number, reply: ExchangeReply) => void;
  /** A request is on its way. */
  readonly onAsked: () => void;
  /** Nothing of the province is unfetched, but more was written meanwhile: it goes with the next request. */
  readonly onGoingOn: () => void;
  readonly files: AwaitedFiles;
  /** Brings what colleagues' PCs have given. */
  readonly handIn: Pick<HandIn, 'run'>;
  /** Loads the page anew. */
  readonly reload: () => void;
};

/** Exchanges until nothing is unsent and nothing unfetched, and papers that waited for a number have one. */
export async function runCycle(context: CycleContext): Promise<CycleResult> {
  const { office } = context;
  let moved = false;
  // After a refusal for a gap nothing is sent until it is known in which life of the stream the province is.
  let hasLooked = false;
  const arrived: RecordRef[] = [];
  // What was given by colleagues goes before own changes that build on it; first of all it is seen what of it the province has.
  let mustHandIn = (await listPeerDevices(office.db)).length > 0;
  for (let look = mustHandIn; ;) {
    const step = await exchangeOnce(context, look);
    if (!step.ok) {
      const { code, expect, waitMs } = step.error;
      if (code === 'counter-forked' && expect !== undefined) return err({ code: await handleFork(context, expect) });
      if (code !== 'counter-gap' || hasLooked) return err({ code, waitMs });
      look = hasLooked = true;
      continue;
    }
    look = false;
    if (step.value.gone !== undefined)
      return err({ code: await followMerger(context.office, context.desktop, step.value.gone, context.reload) });
    moved ||= step.value.rows > 0 || step.value.sent > 0;
    arrived.push(...step.value.arrived);
    if (mustHandIn && !step.value.more) {
      mustHandIn = false;
      const handed = await context.handIn.run(office, context.desktop);
      if (!handed.ok) return handed;
      continue;
    }
    const sendsAgain = await sendAgainAfter(office, step.value.acked);
    if (step.value.more || sendsAgain) continue;
    const hasFollowed = await followArrivals(office, arrived.splice(0));
    const hasNew = (await numberWaiting(office)) || (await bringBackLost(office)) > 0 || hasFollowed;
    // An answer that took nothing although something waits would loop for ever; it is tried again at the next turn.
    const canSend = hasNew || step.value.sent > 0;
    if (canSend && (await countOutbox(office.db, 'waiting')) > 0) {
      context.onGoingOn();
      continue;
    }
    if (moved) await dropNeedless(office);
    return ok({ moved });
  }
}

/**
 * The province holds other changes under this PC's counters: a copy of its disk is at work. It gets a number of its own; what is unsent is
 * journalled anew under it, and the page begins again on the new number's store.
 */
async function handleFork({ office, desktop, reload }: CycleContext, from: number): Promise<ErrorCode> {
  // In turn with the writes: nothing may reach the journal under the old number meanwhile.
  const reply = await office.queue.run(() => callDesktop(desktop, 'device:renumber', { from }));
  if (!reply.ok) return reply.error.code;
  reload();
  return 'counter-forked';
}

type Step = {
  readonly rows: number;
  readonly sent: number;
  readonly more: boolean;
  readonly acked: number;
  /** Records that came into copies which were whole before. */
  readonly arrived: readonly RecordRef[];
  /** Where the commune is now that was merged into another one. */
  readonly gone: MovedCommune | undefined;
};

async function exchangeOnce(
  { office, desktop, rate, onAsked, onAnswer, files }: CycleContext,
  sendsNothing: boolean,
): Promise<Result<Step, { code: ErrorCode; expect?: number | undefined; waitMs?: number | undefined }>> {
  // In turn with the writes: an op that the journal may still refuse must not be on its way to the province (docs/adr/0009).
  const collected = await office.queue.run(() => collect(office, rate.pageRows, files.awaited()));
  const request = sendsNothing ? { ...collected, ops: [] } : collected;
  const asked = exchange(desktop, request);
  onAsked();
  const reply = await asked;
  if (!reply.ok) return reply;
  const { answer, roundTripMs, sentBytes, receivedBytes } = reply.value;
  rate.note(sentBytes + receivedBytes, roundTripMs);
  await noteOffset(office, Math.round(answer.now + roundTripMs / 2 - office.ports.nowMs()));
  const applied = await apply(office, request, answer);
  await noteContact(office, office.nowMs());
  onAnswer(applied.rows, reply.value);
  for (const { here } of answer.streams) if (here !== undefined) files.noteHere(here);
  const arrived = answer.streams.flatMap(({ id, rows }) =>
    request.streams.some((ask) => ask.id === id && ask.base > 0)
      ? rows.map(({ type, id: row }) => ({ type, id: row }))
      : [],
  );
  return ok({
    rows: applied.rows,
    sent: request.ops.length,
    more: applied.more,
    acked: answer.acked,
    arrived,
    gone: applied.moved,
  });
}
