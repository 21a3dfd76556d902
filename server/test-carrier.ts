import { createHash } from 'node:crypto';
import { carriedMessage, joinSigned, packCarried, type CarriedAnswer } from '#shared/contract/carried.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { Op } from '#shared/sync/op.ts';
import { frameCodec } from './routes/frame-codec.ts';
import { signText, type TestPc } from './test-office.ts';

/** Ops of a PC as it gives them to a colleague's; `key` signs them. */
export function signedBatch(pc: TestPc, ops: readonly Op[], key = pc.privateKey): Uint8Array {
  const frame = frameCodec.toBytes(packCarried({ dev: pc.dev, epoch: pc.cookie.epoch, ops }));
  const hash = createHash('sha256').update(frame).digest('base64url');
  return joinSigned(Buffer.from(signText(key, carriedMessage(hash)), 'base64url'), frame);
}

/** Brings a batch to a server by another PC. Gives its answer or refusal. */
export async function carryTo(
  server: { readonly url: string },
  carrier: TestPc,
  bytes: Uint8Array,
): Promise<CarriedAnswer | { readonly code: string }> {
  const response = await fetch(server.url + httpPaths.carried, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: carrier.headers,
  });
  return (await response.json()) as CarriedAnswer | { readonly code: string };
}
