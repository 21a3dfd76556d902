import type { FastifyInstance } from 'fastify';
import { httpPaths } from '#shared/contract/http.ts';
import type { HealthService } from '#server/services/health-service.ts';
import type { Metrics } from './metrics.ts';

/** For those who look after the server: is it well, and how much does it do. */
export function addWatchRoutes(app: FastifyInstance, health: HealthService, metrics: Metrics): void {
  app.get(httpPaths.health, async (_request, reply) => {
    const isWell = await health.isWell();
    return reply.code(isWell ? 200 : 503).send({ ok: isWell });
  });
  app.get(httpPaths.metrics, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    metrics.timeRequest(route, reply.statusCode, ms / 1000);
    const dev = request.caller?.dev;
    request.log.info(
      { method: request.method, route, status: reply.raw.statusCode, ms, ...(dev !== undefined && { dev }) },
      'answered',
    );
    done();
  });
}
