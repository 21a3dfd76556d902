import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { PROVINCE_ADDRESS, wayBetween, type ParcelHead } from '#shared/contract/parcel-manifest.ts';
import type { SentParcel } from '#shared/contract/parcel.ts';
import type { SyncRequest } from '#shared/contract/protocol.ts';
import { packRequest } from '#shared/contract/wire.ts';
import { communeStream } from '#shared/entities.ts';
import { isAboutSecrets } from '#shared/op-secrecy.ts';
import { writeParcel, type ParcelFile, type ParcelMessage } from '#parcel/write-parcel.ts';
import { stickFault } from '#parcel/stick.ts';
import { frameCodec } from '../province/frame-codec.ts';
import type { ParcelParts } from './parcel-parts.ts';
import { findParcelFile } from './vault-sink.ts';

/** Most bytes of messages in a package: they are held until it is written. What is left over goes with the next. */
const MESSAGES_MAX_BYTES = 64 * 1024 * 1024;

/** A package that collects. */
export type ParcelDraft = {
  readonly append: (request: SyncRequest) => Result<null, ErrorCode>;
  readonly write: (
    wish: Omit<IpcInput<'parcel:finish'>, 'handle'>,
    onBytes: (bytes: number, total: number) => void,
  ) => Promise<Result<SentParcel, ErrorCode>>;
};

/** Begins a package on a stick. `not-allowed`: this PC has no key of such a receiver. */
export function beginDraft(
  parts: ParcelParts,
  folder: string,
  to: number,
  label: string,
): Result<ParcelDraft, ErrorCode> {
  const device = parts.identity.state();
  const [fromKey, toKey] = [
    parts.identity.publicKey(),
    to === PROVINCE_ADDRESS ? parts.identity.provinceKey() : undefined,
  ];
  if (device === null) return err('not-enrolled');
  if (fromKey === undefined) return err('locked');
  const way = wayBetween(device.dev, to);
  if (toKey === undefined || way === undefined) return err('not-allowed');
  const messages: ParcelMessage[] = [];
  let bytes = 0;
  let ops: ParcelHead['ops'] = null;
  const stream = communeStream(device.commune.id);

  return ok({
    append(request) {
      if (request.dev !== device.dev) return err('bad-input');
      if (request.ops.some((op) => op.stream !== stream || isAboutSecrets(op))) return err('secret-stays-home');
      const frame = frameCodec.toBytes(packRequest(request));
      if (bytes + frame.length > MESSAGES_MAX_BYTES) return err('frame-too-large');
      bytes += frame.length;
      messages.push({ kind: 'request', bytes: frame });
      const [first, last] = [request.ops[0]?.n, request.ops.at(-1)?.n];
      if (first !== undefined && last !== undefined) ops = { first: ops?.first ?? first, last };
      return ok(null);
    },
    async write({ cookies, files, awaits }, onBytes) {
      const found = await findFiles(parts, files);
      if (!found.ok) return found;
      const head: ParcelHead = {
        ...{ id: randomBytes(16).toString('hex'), way, from: device.dev, to, fromKey, toKey },
        ...{ commune: device.commune.id, series: parts.memory.series(), number: parts.memory.nextNumber(to) },
        ...{ at: Math.round(parts.now()), carrier: parts.person(), label, ops, cookies, awaits, kept: [] },
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
