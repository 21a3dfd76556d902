import type { FastifyInstance } from 'fastify';
import { MAX_CARRIED_BYTES } from '#shared/contract/carried.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { CarriedService } from '#server/services/carried-service.ts';
import { refuse } from '#server/services/refusal.ts';
import { getCaller } from './authenticate.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { SyncGuards } from './sync-route.ts';

/** Ops of a colleague's PC, brought by a PC that is enrolled in the same commune. They are as much work as its own, and stand at the same gate. */
export function addCarriedRoute(
  app: FastifyInstance,
  carried: CarriedService,
  { authenticate, limits, keeper }: Omit<SyncGuards, 'onTold'>,
): void {
  const guards = [keeper.letIn, authenticate, limits.sync];
  app.post(httpPaths.carried, { bodyLimit: MAX_CARRIED_BYTES, onRequest: guards }, async (request, reply) => {
    const { commune } = getCaller(request);
    const { body } = request;
    const answer = await keeper.inTurn(request, commune, async () =>
      Buffer.isBuffer(body) ? carried.take(commune, body) : refuse('batch-damaged'),
    );
    if (answer === undefined) return keeper.sendAway(reply);
    return answer.ok ? answer.value : sendRefusal(reply, answer.error);
  });
}
