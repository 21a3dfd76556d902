import type { FastifyInstance } from 'fastify';
import { httpPaths } from '#shared/contract/http.ts';
import type { StreamEnds } from '#shared/contract/news.ts';
import {
  MAX_FRAME_BYTES,
  OLDEST_PROTOCOL,
  syncRequestSchema,
  type SyncAnswer,
  type SyncRequest,
} from '#shared/contract/protocol.ts';
import { packAnswer, unpackRequest } from '#shared/contract/wire.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import type { Answer } from '#server/services/refusal.ts';
import { refuse } from '#server/services/refusal.ts';
import type { SyncService } from '#server/services/sync-service.ts';
import { ok } from '#shared/base/result.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { sendBare } from './bare-reply.ts';
import { frameCodec } from './frame-codec.ts';
import type { GateKeeper } from './gate-keeper.ts';
import type { Metrics } from './metrics.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

/** What stands in front of the route. `keeper`: lets in what can be done in bearable time. */
export type SyncGuards = {
  readonly authenticate: ReturnType<typeof createAuthenticate>;
  readonly limits: DeviceLimits;
  readonly keeper: GateKeeper;
  /** Hears up to where a PC has been told everything. */
  readonly onTold: (dev: number, ends: Partial<StreamEnds>) => void;
};

/** The one request: frames in, frames out. When there is too much to do it is sent away before its body is read, and its PC told when to come again. */
export function addSyncRoute(
  app: FastifyInstance,
  sync: SyncService,
  { authenticate, limits, keeper, onTold }: SyncGuards,
  metrics: Metrics,
): void {
  // Room first: even the question who asks is asked of the database.
  const guards = [keeper.letIn, authenticate, limits.sync];
  app.post(httpPaths.sync, { bodyLimit: MAX_FRAME_BYTES, onRequest: guards }, async (request, reply) => {
    const caller = getCaller(request);
    // Reading a full frame takes as long as a dozen small answers: it waits for its turn too.
    const frame = await keeper.inTurn(request, caller.commune, async (): Promise<Answer<Uint8Array>> => {
      const parsed = parseRequest(request.body);
      if (!parsed.ok) return parsed;
      if (parsed.value.dev !== caller.dev) return refuse('not-allowed');
      const answer = await sync.exchange(caller, parsed.value);
      if (!answer.ok) return answer;
      metrics.countExchange(answer.value);
      onTold(caller.dev, endsOf(answer.value, communeStream(caller.commune)));
      return ok(frameCodec.toBytes(packAnswer(answer.value, parsed.value)));
    });
    if (frame === undefined) return keeper.sendAway(reply);
    return frame.ok ? sendBare(reply, 200, frame.value) : sendRefusal(reply, frame.error);
  });
}

/** Where the streams end whose last page this answer brings. */
function endsOf({ streams }: SyncAnswer, own: string): Partial<StreamEnds> {
  const last = streams.filter(({ more, resync, drop }) => !more && resync !== true && drop !== true);
  const endOf = (stream: string): number | undefined => last.find(({ id }) => id === stream)?.next;
  const [ownEnd, provinceEnd] = [endOf(own), endOf(PROVINCE_STREAM)];
  return {
    ...(ownEnd !== undefined && { own: ownEnd }),
    ...(provinceEnd !== undefined && { province: provinceEnd }),
  };
}

/** Reads a body from outside: whatever is wrong with it, it is one refusal and nothing else happens. */
function parseRequest(body: unknown): Answer<SyncRequest> {
  if (!Buffer.isBuffer(body)) return refuse('bad-frame');
  try {
    const unpacked = unpackRequest(frameCodec.fromBytes(body));
    const version = (unpacked as { readonly v: unknown }).v;
    if (typeof version === 'number' && version < OLDEST_PROTOCOL) return refuse('protocol-too-old');
    const parsed = syncRequestSchema.safeParse(unpacked);
    // A newer PC is understood as far as it speaks of what is known here: saving is never refused for its age.
    return parsed.success ? ok(parsed.data) : refuse('bad-frame');
  } catch {
    // WireError of a malformed frame, or a value nested deeper than the stack.
    return refuse('bad-frame');
  }
}
