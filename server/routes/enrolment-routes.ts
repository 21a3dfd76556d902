import type { FastifyInstance } from 'fastify';
import { enrolRequestSchema, httpPaths, rejoinRequestSchema, sessionRequestSchema } from '#shared/contract/http.ts';
import type { EnrolmentService } from '#server/services/enrolment-service.ts';
import type { SessionService } from '#server/services/session-service.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { sendRefusal } from './refusal-reply.ts';

const MINUTE_MS = 60_000;

/** Most bytes of a request that carries names, keys and signatures only. */
export const SMALL_BODY = 8 * 1024;

/** Joining a commune, and opening a session with the device key. Guessing is slowed per address. */
export function addEnrolmentRoutes(
  app: FastifyInstance,
  enrolment: EnrolmentService,
  sessions: SessionService,
  now: () => number,
): void {
  const failedCodes = createRateLimiter(20, 10 * MINUTE_MS, now);
  const failedKeys = createRateLimiter(60, 10 * MINUTE_MS, now);
  const challenges = createRateLimiter(600, MINUTE_MS, now);
  const rejoins = createRateLimiter(20, 10 * MINUTE_MS, now);
  const small = { bodyLimit: SMALL_BODY };

  app.post(httpPaths.enrol, small, async (request, reply) => {
    if (failedCodes.isOver(request.ip)) return sendRefusal(reply, { code: 'too-many-requests' });
    const parsed = enrolRequestSchema.safeParse(parseJson(request.body));
    if (!parsed.success) return sendRefusal(reply, { code: 'bad-frame' });
    const answer = await enrolment.enrol(parsed.data);
    if (answer.ok) return answer.value;
    failedCodes.count(request.ip);
    return sendRefusal(reply, answer.error);
  });

  app.post(httpPaths.rejoin, small, async (request, reply) => {
    if (!rejoins.take(request.ip)) return sendRefusal(reply, { code: 'too-many-requests' });
    const parsed = rejoinRequestSchema.safeParse(parseJson(request.body));
    if (!parsed.success) return sendRefusal(reply, { code: 'bad-frame' });
    const answer = await enrolment.rejoin(parsed.data);
    return answer.ok ? answer.value : sendRefusal(reply, answer.error);
  });

  app.route({
    ...small,
    method: ['GET', 'POST'],
    url: httpPaths.challenge,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      if (challenges.isOver(request.ip)) return sendRefusal(reply, { code: 'too-many-requests' });
      challenges.count(request.ip);
      return { challenge: await sessions.challenge() };
    },
  });

  app.post(httpPaths.session, small, async (request, reply) => {
    if (failedKeys.isOver(request.ip)) return sendRefusal(reply, { code: 'too-many-requests' });
    const parsed = sessionRequestSchema.safeParse(parseJson(request.body));
    if (!parsed.success) return sendRefusal(reply, { code: 'bad-frame' });
    const answer = await sessions.open(parsed.data);
    if (answer.ok) return answer.value;
    failedKeys.count(request.ip);
    return sendRefusal(reply, answer.error);
  });
}

/** The body as JSON, or `undefined` when it is not: the schema then refuses it. */
export function parseJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
