import { randomBytes } from 'node:crypto';
import { frameCodec } from '#electron/main/services/province/frame-codec.ts';
import type { Signer } from '#electron/main/services/keys/device-key.ts';
import { nodeStick } from '#parcel/stick.ts';
import { writeParcel, type ParcelMessage } from '#parcel/write-parcel.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { ParcelHead } from '#shared/contract/parcel-manifest.ts';
import { packRequest } from '#shared/contract/wire.ts';
import type { Op } from '#shared/sync/op.ts';

/** A package as somebody who knows the form, and has a key, could make it: any head, any messages, signed with that key. */
export async function writeForged(
  folder: string,
  signer: Pick<Signer, 'sign'>,
  head: Pick<ParcelHead, 'way' | 'from' | 'to' | 'fromKey' | 'toKey' | 'commune'>,
  messages: readonly ParcelMessage[],
): Promise<void> {
  const whole: ParcelHead = {
    ...head,
    ...{ id: randomBytes(16).toString('hex'), series: randomBytes(8).toString('hex'), number: 1, at: Date.now() },
    ...{ carrier: '', label: '', ops: null, cookies: [], awaits: [], kept: [], receipts: [] },
  };
  const written = await writeParcel({
    ...{ stick: nodeStick, folder, head: whole, messages, files: [], partBytes: 1024 * 1024 },
    sign: signer.sign,
  });
  if (!written.ok) throw new Error(written.error);
}

/** A request with one op. */
export function requestOf(op: Op): ParcelMessage {
  const request = { v: PROTOCOL_VERSION, dev: op.dev, ops: [op], seen: [], streams: [] };
  return { kind: 'request', bytes: frameCodec.toBytes(packRequest(request)) };
}
