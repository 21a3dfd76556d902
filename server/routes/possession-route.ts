import type { FastifyInstance } from 'fastify';
import { httpPaths } from '#shared/contract/http.ts';
import { fileProofRequestSchema } from '#shared/contract/possession.ts';
import type { PossessionService } from '#server/services/possession-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { parseJson } from './enrolment-routes.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

const PROOF_BODY = 1024;

/** A PC shows that it has the bytes of a file (`possession.ts`). */
export function addPossessionRoute(
  app: FastifyInstance,
  possession: PossessionService,
  authenticate: ReturnType<typeof createAuthenticate>,
  limits: DeviceLimits,
): void {
  app.post(
    httpPaths.filesProof,
    { onRequest: [authenticate, limits.files], bodyLimit: PROOF_BODY },
    async (request, reply) => {
      const parsed = fileProofRequestSchema.safeParse(parseJson(request.body));
      if (!parsed.success) return sendRefusal(reply, { code: 'bad-frame' });
      return { here: await possession.prove(getCaller(request), parsed.data) };
    },
  );
}
