import { PEERS_MAX, PROTOCOL_VERSION, type StreamAsk, type SyncRequest } from '#shared/contract/protocol.ts';
import { MAX_OPS_PER_BATCH } from '#shared/sync/op.ts';
import { positionOf } from '#shared/sync/snapshot-load.ts';
import type { Office } from '#renderer/data/office.ts';
import { nextOpsToSend } from '#renderer/data/replica/outbox.ts';
import { mustSayWhole } from '#renderer/data/replica/bring-back.ts';
import { listPeerDevices } from '#renderer/data/replica/peer-ops.ts';
import { readGone } from '#renderer/data/replica/resupply.ts';
import { streamDigest } from '#renderer/data/replica/stream-digest.ts';
import { mustRenew, RENEWING_CHECK } from '#renderer/data/replica/confirm-copy.ts';
import { isCheckDue, readCookies, readLateSeen } from '#renderer/data/replica/sync-state.ts';
import type { CookieRow } from '#renderer/data/rows.ts';

/** Most bytes of changes in one request, before compression: some seconds of a thin line. */
const MAX_OP_BYTES = 192 * 1024;

/** Step one: the request, from what is unsent and where each stream stands. `awaited`: files this PC waits for (`StreamAsk.awaits`). */
export async function collect(office: Office, pageRows: number, awaited: readonly string[]): Promise<SyncRequest> {
  const [ops, seen, cookies, gone, peers] = await Promise.all([
    nextOpsToSend(office.db, MAX_OPS_PER_BATCH, MAX_OP_BYTES),
    readLateSeen(office),
    readCookies(office),
    readGone(office.db),
    listPeerDevices(office.db),
  ]);
  // On a disk that takes no change nothing is fetched, but what is only here still goes out.
  const isFull = office.disk.getState().level === 'read-only';
  const waitsFor = (stream: string): Pick<StreamAsk, 'awaits' | 'peers'> =>
    stream === office.stream
      ? {
          ...(awaited.length > 0 && { awaits: awaited }),
          ...(peers.length > 0 && { peers: peers.slice(0, PEERS_MAX) }),
        }
      : {};
  const asks = cookies.map(async (cookie) => ({
    ...(await ask(office, cookie, pageRows)),
    ...waitsFor(cookie.stream),
  }));
  const streams = isFull ? [] : await Promise.all(asks);
  const request = { v: PROTOCOL_VERSION, dev: office.device.dev, ops, seen, streams };
  return gone === undefined ? request : { ...request, gone };
}

/**
 * Once a day, at a complete cookie, the copy's own digest goes along; once after a restore, that nothing is left to be brought back. Of the commune's own
 * stream the province is asked to confirm what is not confirmed yet.
 */
async function ask(office: Office, cookie: CookieRow, limit: number): Promise<StreamAsk> {
  const { stream, anew, load } = cookie;
  const { epoch, base, after } = positionOf(cookie);
  const plain = { id: stream, epoch, base, after, limit };
  const isComplete = epoch !== '' && base === after && !anew;
  const isRenewed = isComplete && (await mustRenew(office, cookie));
  const isChecked = isComplete && (await isCheckDue(office, stream));
  const check = isRenewed ? RENEWING_CHECK : isChecked ? await streamDigest(office, stream) : undefined;
  return {
    ...plain,
    ...(check !== undefined && { check }),
    // What a snapshot has yet to bring cannot be compared.
    ...(stream === office.stream && load === undefined && { confirm: Math.min(after, cookie.confirmed ?? 0) }),
    ...((await mustSayWhole(office, cookie)) && { whole: true }),
  };
}
