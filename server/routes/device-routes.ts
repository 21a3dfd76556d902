import type { FastifyInstance } from 'fastify';
import { auditPushSchema } from '#shared/contract/audit.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { DeviceService } from '#server/services/device-service.ts';
import type { LogService } from '#server/services/log-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { parseJson, SMALL_BODY } from './enrolment-routes.ts';
import type { Metrics } from './metrics.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

/** 500 lines of the log at their longest. */
const LOG_BODY = 512 * 1024;

/** The life of a PC beside its records: its log is taken, it leaves. */
export function addDeviceRoutes(
  app: FastifyInstance,
  services: { readonly devices: DeviceService; readonly logs: LogService },
  guards: {
    readonly authenticate: ReturnType<typeof createAuthenticate>;
    readonly authenticateLeaver: ReturnType<typeof createAuthenticate>;
    readonly limits: DeviceLimits;
  },
  metrics: Metrics,
): void {
  const { devices, logs } = services;
  const { authenticate, authenticateLeaver, limits } = guards;

  app.post(httpPaths.audit, { onRequest: [authenticate, limits.log], bodyLimit: LOG_BODY }, async (request, reply) => {
    const parsed = auditPushSchema.safeParse(parseJson(request.body));
    if (!parsed.success) return sendRefusal(reply, { code: 'bad-frame' });
    const answer = await logs.take(getCaller(request), parsed.data);
    if (answer.ok) return answer.value;
    if (answer.error.code === 'audit-broken') metrics.countBrokenLog();
    return sendRefusal(reply, answer.error);
  });

  app.post(
    httpPaths.leave,
    { onRequest: [authenticateLeaver, limits.log], bodyLimit: SMALL_BODY },
    async (request, reply) => {
      const answer = await devices.leave(getCaller(request));
      return answer.ok ? answer.value : sendRefusal(reply, answer.error);
    },
  );
}
