import type { FastifyInstance } from 'fastify';
import { fileHashSchema } from '#shared/base/ids.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { SnapshotService } from '#server/services/snapshot/snapshot-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { sendRange } from './range-reply.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

/** Which snapshots a new PC can start from, and their chunks, whole or by Range. */
export function addSnapshotRoutes(
  app: FastifyInstance,
  snapshots: SnapshotService,
  authenticate: ReturnType<typeof createAuthenticate>,
  limits: DeviceLimits,
): void {
  const guards = [authenticate, limits.files];
  app.get(httpPaths.snapshots, { onRequest: guards, exposeHeadRoute: false }, async (request) => ({
    snapshots: await snapshots.list(getCaller(request)),
  }));

  app.get<{ Params: { stream: string; hash: string } }>(
    `${httpPaths.snapshots}/:stream/:hash`,
    { onRequest: guards, exposeHeadRoute: false },
    async (request, reply) => {
      const { stream, hash } = request.params;
      const isNamed = fileHashSchema.safeParse(hash).success;
      const size = isNamed ? await snapshots.findChunkSize(getCaller(request), stream, hash) : undefined;
      if (size === undefined) return sendRefusal(reply, { code: 'file-missing' });
      return sendRange(request, reply, { hash, size }, (range) => snapshots.readChunk(stream, hash, range));
    },
  );
}
