import type { FastifyInstance } from 'fastify';
import { fileHashSchema } from '#shared/base/ids.ts';
import { filesHaveRequestSchema, httpPaths } from '#shared/contract/http.ts';
import type { FileService } from '#server/services/file-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { parseJson } from './enrolment-routes.ts';
import { sendRange } from './range-reply.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

/** 500 hashes. */
const HAVE_BODY = 64 * 1024;

/** Which files the province has, and their bytes, whole or from where a download was cut. */
export function addDownloadRoutes(
  app: FastifyInstance,
  files: FileService,
  authenticate: ReturnType<typeof createAuthenticate>,
  limits: DeviceLimits,
): void {
  const guards = [authenticate, limits.files];
  app.post(httpPaths.filesHave, { onRequest: guards, bodyLimit: HAVE_BODY }, async (request, reply) => {
    const parsed = filesHaveRequestSchema.safeParse(parseJson(request.body));
    if (!parsed.success) return sendRefusal(reply, { code: 'bad-frame' });
    return { missing: await files.missing(getCaller(request), parsed.data.hashes) };
  });

  app.get<{ Params: { hash: string } }>(
    `${httpPaths.files}/:hash`,
    { onRequest: guards, exposeHeadRoute: false },
    async (request, reply) => {
      const { hash } = request.params;
      const caller = getCaller(request);
      const size = fileHashSchema.safeParse(hash).success ? await files.findSize(caller, hash) : undefined;
      if (size === undefined) return sendRefusal(reply, { code: 'file-missing' });
      return sendRange(request, reply, { hash, size }, (range) => files.read(caller, hash, range));
    },
  );
}
