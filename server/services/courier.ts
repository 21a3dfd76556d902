import type { Database, DatabaseTransaction } from '#server/storage/database.ts';
import { asCourier, enterCommune } from '#server/storage/database.ts';
import {
  claimTask,
  finishTask,
  listShares,
  postponeTask,
  queueTasks,
  type CourierTask,
} from '#server/storage/courier-queue.ts';
import type { FilePlace } from '#server/storage/file-place.ts';
import { findCommuneNow } from '#server/storage/moved-streams.ts';
import { findFileSize, insertFile } from '#server/storage/file-store.ts';
import { carryTransfer, carryTransferAnswer } from './carry-transfer.ts';
import { carryAnswer, carryDispatch, findDelivered, passAnswer } from './carry.ts';

/** How often the queue is looked at without being called: another node may have left something there. */
const LOOK_MS = 5000;

/** A task that failed is tried again after a second, a few times (the database may only have been starting), then ever later, at last every ten minutes. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Carries papers and answers between communes, in transactions of its own. Any number of them may work on one database. */
export type Courier = {
  /** There may be something to carry: it is, soon. */
  readonly wake: () => void;
  /** Lets the task at hand end. */
  readonly stop: () => Promise<void>;
};

export type CourierOptions = {
  readonly db: Database;
  readonly place: FilePlace;
  /** Server time in milliseconds. */
  readonly now: () => number;
  /** Told of a task that failed; it stays in the queue. */
  readonly onFailure: (cause: unknown, task: Pick<CourierTask, 'kind' | 'tries'>) => void;
};

/** Starts a courier; it begins with what an earlier one left. */
export function startCourier(options: CourierOptions): Courier {
  const state = { isCalled: false, isStopped: false, served: '' };
  let running: Promise<void> | undefined;
  const carryOne = (): Promise<boolean> => (state.isStopped ? Promise.resolve(false) : carryNext(options, state));
  const run = async (): Promise<void> => {
    while (state.isCalled) {
      state.isCalled = false;
      for (let isMore = true; isMore;) isMore = await carryOne();
    }
  };
  const wake = (): void => {
    state.isCalled = true;
    if (state.isStopped) return;
    running ??= run()
      .catch((cause: unknown) => options.onFailure(cause, { kind: 'dispatch', tries: 0 }))
      .finally(() => {
        running = undefined;
        if (state.isCalled) wake();
      });
  };
  const looking = setInterval(wake, LOOK_MS);
  looking.unref();
  wake();
  return {
    wake,
    async stop() {
      state.isStopped = true;
      clearInterval(looking);
      await running;
    },
  };
}

/** Does the next task, whole or not at all; false when there is none. `turn`: the commune served last. */
async function carryNext(options: CourierOptions, turn: { served: string }): Promise<boolean> {
  const { db, now, onFailure } = options;
  let claimed: CourierTask | undefined;
  try {
    return await asCourier(db, async (trx) => {
      claimed = await claimTask(trx, now(), turn.served);
      if (claimed === undefined) return false;
      turn.served = claimed.commune;
      await finishTask(trx, claimed);
      await enterCommune(trx, claimed.commune);
      await carry(trx, claimed, options);
      return true;
    });
  } catch (cause) {
    if (claimed === undefined) throw cause; // the database is away: at the next look
    const task = claimed;
    onFailure(cause, task);
    const growth = 2 ** Math.min(Math.max(0, task.tries - 3), 20);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * growth);
    await asCourier(db, (trx) => postponeTask(trx, task, now() + pause));
    return true;
  }
}

async function carry(
  trx: DatabaseTransaction,
  { commune, ...claimed }: CourierTask,
  { place, now }: CourierOptions,
): Promise<void> {
  // What was left for a commune before it was merged into another one is that one's now.
  const task = { ...claimed, commune: await findCommuneNow(trx, commune) };
  await enterCommune(trx, task.commune);
  if (task.kind === 'dispatch') return carryDispatch(trx, task, now());
  if (task.kind === 'arrival') return passAnswer(trx, task, now());
  if (task.kind === 'answer') return carryAnswer(trx, task, now());
  if (task.kind === 'transfer') return carryTransfer(trx, task, now());
  if (task.kind === 'transfer-answer') return carryTransferAnswer(trx, task, now());
  if (task.kind === 'merge') return undefined; // of a server before docs/adr/0038: the command is to be given again
  return shareFile(trx, task, place);
}

/**
 * Gives a file to everybody a paper took it to, if it has come whole; else the end of its upload asks again. An arrival that says another size than
 * the bytes have is to be written anew.
 */
async function shareFile(
  trx: DatabaseTransaction,
  { commune, id: hash }: CourierTask,
  place: FilePlace,
): Promise<void> {
  const size = await findFileSize(trx, commune, hash);
  if (size === undefined) return;
  for (const { recipient, dispatch } of await listShares(trx, commune, hash)) {
    if (!(await place.share(commune, recipient, hash))) continue;
    await enterCommune(trx, recipient);
    await insertFile(trx, recipient, hash, size);
    const arrival = await findDelivered(trx, recipient, dispatch, commune);
    await enterCommune(trx, commune);
    if (arrival?.files.some((file) => file.hash === hash && file.size !== size) === true)
      await queueTasks(trx, commune, [{ kind: 'dispatch', id: dispatch }]);
  }
}
