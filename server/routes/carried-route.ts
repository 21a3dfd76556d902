import type { FastifyInstance } from 'fastify';
import { MAX_CARRIED_BYTES } from '#shared/contract/carried.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { CarriedService } from '#server/services/carried-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

/** Ops of a colleague's PC, brought by a PC that is enrolled in the same commune. */
export function addCarriedRoute(
  app: FastifyInstance,
  carried: CarriedService,
  authenticate: ReturnType<typeof createAuthenticate>,
  limits: DeviceLimits,
): void {
  const guards = [authenticate, limits.sync];
  app.post(httpPaths.carried, { bodyLimit: MAX_CARRIED_BYTES, onRequest: guards }, async (request, reply) => {
    const { body } = request;
    if (!Buffer.isBuffer(body)) return sendRefusal(reply, { code: 'batch-damaged' });
    const answer = await carried.take(getCaller(request).commune, body);
    return answer.ok ? answer.value : sendRefusal(reply, answer.error);
  });
}
