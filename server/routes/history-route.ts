import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { HistoryService } from '#server/services/history-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { sendRefusal } from './refusal-reply.ts';

const addressSchema = z.object({ type: z.string().regex(/^[a-z-]{1,40}$/), id: recordIdSchema });

/** Past values of one record of the caller's commune. A record of another commune has no history here. */
export function addHistoryRoute(
  app: FastifyInstance,
  history: HistoryService,
  authenticate: ReturnType<typeof createAuthenticate>,
): void {
  app.get(`${httpPaths.history}/:type/:id`, { onRequest: authenticate }, async (request, reply) => {
    const address = addressSchema.safeParse(request.params);
    if (!address.success) return sendRefusal(reply, { code: 'bad-frame' });
    return history.historyOf(getCaller(request), address.data.type, address.data.id);
  });
}
