import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { PROVINCE_ADDRESS, wayBetween, type ParcelHead } from '#shared/contract/parcel-manifest.ts';
import type { SentParcel } from '#shared/contract/parcel.ts';
import type { SyncRequest } from '#shared/contract/protocol.ts';
import { packRequest } from '#shared/contract/wire.ts';
import { communeStream } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';
import { mayLeave } from '#shared/op-secrecy.ts';
import { writeParcel, type ParcelFile, type ParcelMessage } from '#parcel/write-parcel.ts';
import { stickFault } from '#parcel/stick.ts';
import { openBatch } from '../carried/signed-batch.ts';
import { frameCodec } from '../province/frame-codec.ts';
import type { ParcelParts } from './parcel-parts.ts';
import { findParcelFile } from './vault-sink.ts';

/** Most bytes of messages in a package: they are held until it is written. What is left over goes with the next. */
const MESSAGES_MAX_BYTES = 64 * 1024 * 1024;

/** A package that collects. */
export type ParcelDraft = {
  /** Own ops, for the province only. */
  readonly append: (request: SyncRequest) => Result<null, ErrorCode>;
  /** Ops as their PC has signed them: own ones for a colleague's PC, or a colleague's. `batch-damaged`, `batch-foreign`: nothing of the kind. */
  readonly appendCarried: (signed: Uint8Array) => Result<null, ErrorCode>;
  readonly write: (
    wish: Omit<IpcInput<'parcel:finish'>, 'handle'>,
    onBytes: (bytes: number, total: number) => void,
  ) => Promise<Result<SentParcel, ErrorCode>>;
};

/** Begins a package on a stick. `not-allowed`: this PC knows no such receiver, or it was shut out. */
export function beginDraft(
  parts: ParcelParts,
  folder: string,
  to: number,
  label: string,
): Result<ParcelDraft, ErrorCode> {
  const device = parts.identity.state();
  const [fromKey, toKey] = [
    parts.identity.publicKey(),
    to === PROVINCE_ADDRESS ? parts.identity.provinceKey() : parts.colleagues.find(to)?.publicKey,
  ];
  if (device === null) return err('not-enrolled');
  if (fromKey === undefined) return err('locked');
  const way = wayBetween(device.dev, to);
  if (toKey === undefined || way === undefined) return err('not-allowed');
  const messages: ParcelMessage[] = [];
  let bytes = 0;
  let ops: ParcelHead['ops'] = null;
  const stream = communeStream(device.commune.id);

  function put(message: ParcelMessage): Result<null, ErrorCode> {
    if (bytes + message.bytes.length > MESSAGES_MAX_BYTES) return err('frame-too-large');
    bytes += message.bytes.length;
    messages.push(message);
    return ok(null);
  }
  function noteOwn(own: readonly Op[]): void {
    const [first, last] = [own[0]?.n, own.at(-1)?.n];
    if (first !== undefined && last !== undefined) ops = { first: ops?.first ?? first, last };
  }

  return ok({
    append(request) {
      if (request.dev !== device.dev || way !== 'up') return err('bad-input');
      if (!mayLeave(request.ops, stream)) return err('secret-stays-home');
      const done = put({ kind: 'request', bytes: frameCodec.toBytes(packRequest(request)) });
      if (done.ok) noteOwn(request.ops);
      return done;
    },
    appendCarried(signed) {
      const opened = openBatch(signed, (dev) => (dev === device.dev ? fromKey : parts.colleagues.find(dev)?.publicKey));
      if (!opened.ok) return opened;
      if (!mayLeave(opened.value.ops, stream)) return err('secret-stays-home');
      const done = put({ kind: 'carried', bytes: signed });
      if (done.ok && opened.value.dev === device.dev) noteOwn(opened.value.ops);
      return done;
    },
    async write({ cookies, files, awaits, peers }, onBytes) {
      const found = await findFiles(parts, files);
      if (!found.ok) return found;
      const head: ParcelHead = {
        ...{ id: randomBytes(16).toString('hex'), way, from: device.dev, to, fromKey, toKey },
        ...{ commune: device.commune.id, series: parts.memory.series(), number: parts.memory.nextNumber(to) },
        ...{ at: Math.round(parts.now()), carrier: parts.person(), label, ops, cookies, peers, awaits, kept: [] },
        receipts: [...parts.memory.receiptsFor(to)],
      };
      const total = 2 * found.value.reduce((sum, { size }) => sum + size, bytes);
      let done = 0;
      const written = await writeParcel({
        ...{ stick: parts.stick, folder, head, messages, files: found.value, partBytes: parts.partBytes },
        sign: parts.identity.sign,
        onBytes: (count) => {
          done += count;
          onBytes(done, total);
        },
      });
      const name = `to ${String(to)} no ${String(head.number)} stick ${label}`;
      if (!written.ok) {
        parts.note('parcel-refused', `${name} ${written.error}`);
        return written;
      }
      const { parts: count, skipped } = written.value;
      const { id, number, at, carrier: by } = head;
      const sent: SentParcel = {
        ...{ id, to, number, at, by, label, ops, parts: count, bytes: written.value.bytes },
        ...{
          files: written.value.files.length,
          skipped: skipped + files.length - found.value.length,
          receivedAt: null,
        },
      };
      await parts.memory.noteSent(sent);
      parts.note('parcel-written', name);
      return ok(sent);
    },
  });
}

async function findFiles(
  parts: ParcelParts,
  hashes: readonly string[],
): Promise<Result<readonly ParcelFile[], ErrorCode>> {
  try {
    const files: ParcelFile[] = [];
    for (const hash of new Set(hashes)) {
      const file = await findParcelFile(parts.vault, hash);
      if (file !== undefined) files.push(file);
    }
    return ok(files);
  } catch (cause) {
    return err(stickFault(cause).code);
  }
}
