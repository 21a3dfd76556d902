import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { ParcelStep } from '#shared/contract/parcel.ts';
import type { SyncAnswer, SyncRequest } from '#shared/contract/protocol.ts';
import type { Office } from '#renderer/data/office.ts';
import { judgePage, newsAmong } from '#renderer/data/parcel/fitting-answer.ts';
import { noteFilesHere, noteKeptFiles } from '#renderer/data/parcel/parcel-files.ts';
import { bringBackLost } from '#renderer/data/replica/bring-back.ts';
import type { RecordRef } from '#renderer/data/replica/record-state.ts';
import { takePeerBatch } from '#renderer/data/replica/peer-ops.ts';
import { sendAgainAfter } from '#renderer/data/replica/resupply.ts';
import { readLastContact } from '#renderer/data/replica/sync-state.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { listPresentFiles } from '#renderer/platform/desktop-parcels.ts';
import { apply } from '../apply.ts';
import { followMerger } from '../follow-merger.ts';
import { followArrivals } from '../follow-arrivals.ts';
import { numberWaiting } from '../number-waiting.ts';
import { introduceColleagues } from './carried-batches.ts';

/** A package that was read, and a part that could not be opened. */
export type ReadStep = Extract<ParcelStep, { readonly kind: 'read' }>;
export type FaultStep = Extract<ParcelStep, { readonly kind: 'fault' }>;

/** What reading a stick came to. */
export type StickReport = { readonly parcels: readonly ReadStep[]; readonly faults: readonly FaultStep[] };

/**
 * Reads what lies on the chosen stick for this PC: of the province as if it had come over the line, of colleagues' PCs as ops ahead of it. The line may have brought part of it before, or more: nothing is undone and
 * nothing counts twice. `office-merged`: the page begins again in the commune this PC belongs to now, and the stick is to be read again there. `parcel-gap`: the answer goes on from where this PC is not (its store was rebuilt since); its next package asks for the right one.
 */
export async function readStick(
  office: Office,
  desktop: DesktopBridge,
  reload: () => void = () => {
    window.location.reload();
  },
): Promise<Result<StickReport, { readonly code: ErrorCode }>> {
  await introduceColleagues(office, desktop);
  const opened = await callDesktop(desktop, 'parcel:open', undefined);
  if (!opened.ok) return err({ code: opened.error.code });
  const { handle } = opened.value;
  const report = { parcels: [] as ReadStep[], faults: [] as FaultStep[] };
  const arrived: RecordRef[] = [];
  let refused: 'parcel-gap' | 'store-failed' | null = null;
  for (;;) {
    const reply = await callDesktop(desktop, 'parcel:next', { handle, refused });
    if (!reply.ok) return err({ code: reply.error.code });
    refused = null;
    const step = reply.value;
    if (step.kind === 'parcel') await noteKeptFiles(office, step.kept);
    else if (step.kind === 'answer')
      refused = await tryTake(() => takeAnswer(office, step.request, step.answer, arrived));
    else if (step.kind === 'carried')
      refused = await tryTake(async () => {
        await takePeerBatch(office, step.signed, step.batch);
        return true;
      });
    else if (step.kind === 'read') report.parcels.push(step);
    else if (step.kind === 'fault') report.faults.push(step);
    else if (step.kind === 'moved') {
      await callDesktop(desktop, 'parcel:abort', { handle });
      return err({ code: await followMerger(office, desktop, step.moved, reload) });
    } else break;
  }
  await noteFilesHere(office, (hashes) => listPresentFiles(desktop, hashes));
  await followArrivals(office, arrived);
  await numberWaiting(office);
  await bringBackLost(office);
  return ok(report);
}

/** Tries to take what a package brought. `take` is false where it does not go on from where this PC is. */
async function tryTake(take: () => Promise<boolean>): Promise<'parcel-gap' | 'store-failed' | null> {
  try {
    return (await take()) ? null : 'parcel-gap';
  } catch (error) {
    console.error('what was carried could not be taken', error);
    return 'store-failed';
  }
}

/** Takes one answer; false when it does not go on from where this PC is. What the line has told since goes before the word of a package. */
async function takeAnswer(
  office: Office,
  request: SyncRequest,
  answer: SyncAnswer,
  arrived: RecordRef[],
): Promise<boolean> {
  const streams: SyncAnswer['streams'][number][] = [];
  for (const page of answer.streams) {
    const ask = request.streams.find(({ id }) => id === page.id);
    const verdict = ask === undefined || page.drop === true ? 'skip' : await judgePage(office, ask, page);
    if (verdict === 'gap') return false;
    if (verdict === 'take') streams.push(page);
    if (verdict === 'take' && (ask?.base ?? 0) > 0) arrived.push(...page.rows.map(({ type, id }) => ({ type, id })));
  }
  const isNewest = answer.now >= ((await readLastContact(office)) ?? 0);
  const [outcomes, late] = [await newsAmong(office, answer.outcomes), await newsAmong(office, answer.late)];
  await apply(office, request, { ...answer, outcomes, late, streams });
  if (isNewest) await sendAgainAfter(office, answer.acked);
  return true;
}
