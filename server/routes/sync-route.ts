import type { FastifyInstance, FastifyReply } from 'fastify';
import { httpPaths } from '#shared/contract/http.ts';
import {
  MAX_FRAME_BYTES,
  OLDEST_PROTOCOL,
  PROTOCOL_VERSION,
  syncRequestSchema,
  type SyncRequest,
} from '#shared/contract/protocol.ts';
import { packAnswer, unpackRequest } from '#shared/contract/wire.ts';
import type { Answer } from '#server/services/refusal.ts';
import { refuse } from '#server/services/refusal.ts';
import type { SyncService } from '#server/services/sync-service.ts';
import { ok } from '#shared/base/result.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { frameCodec } from './frame-codec.ts';
import type { Metrics } from './metrics.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

/** The one request: frames in, frames out. */
export function addSyncRoute(
  app: FastifyInstance,
  sync: SyncService,
  authenticate: ReturnType<typeof createAuthenticate>,
  limits: DeviceLimits,
  metrics: Metrics,
): void {
  const guards = [authenticate, limits.sync];
  app.post(httpPaths.sync, { bodyLimit: MAX_FRAME_BYTES, onRequest: guards }, async (request, reply) => {
    const caller = getCaller(request);
    const parsed = parseRequest(request.body);
    if (!parsed.ok) return sendRefusal(reply, parsed.error);
    if (parsed.value.dev !== caller.dev) return sendRefusal(reply, { code: 'not-allowed' });
    const answer = await sync.exchange(caller, parsed.value);
    if (!answer.ok) return sendRefusal(reply, answer.error);
    metrics.countExchange(answer.value);
    return sendFrame(reply, frameCodec.toBytes(packAnswer(answer.value, parsed.value)));
  });
}

/** Reads a body from outside: whatever is wrong with it, it is one refusal and nothing else happens. */
function parseRequest(body: unknown): Answer<SyncRequest> {
  if (!Buffer.isBuffer(body)) return refuse('bad-frame');
  try {
    const unpacked = unpackRequest(frameCodec.fromBytes(body));
    const version = (unpacked as { readonly v: unknown }).v;
    if (typeof version === 'number' && version < OLDEST_PROTOCOL) return refuse('protocol-too-old');
    const parsed = syncRequestSchema.safeParse(unpacked);
    return parsed.success && parsed.data.v <= PROTOCOL_VERSION ? ok(parsed.data) : refuse('bad-frame');
  } catch {
    // WireError of a malformed frame, or a value nested deeper than the stack.
    return refuse('bad-frame');
  }
}

/** Sends a frame with no header but its length: on the thin line every byte of an idle poll counts. */
function sendFrame(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.sendDate = false;
  raw.removeHeader('connection');
  raw.writeHead(200, { 'content-length': bytes.length });
  raw.end(bytes);
  return reply;
}
