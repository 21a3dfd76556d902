import type { FastifyInstance } from 'fastify';
import { fileHashSchema } from '#shared/base/ids.ts';
import { filesHaveRequestSchema, httpPaths } from '#shared/contract/http.ts';
import type { FileService } from '#server/services/file-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { parseJson } from './enrolment-routes.ts';
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
      const range = parseRange(request.headers.range, size);
      if (range === 'outside')
        return reply.code(416).header('content-range', `bytes */${size}`).send({ code: 'bad-frame' });
      const { start, end } = range ?? { start: 0, end: size - 1 };
      return reply
        .code(range === undefined ? 200 : 206)
        .headers({
          'content-type': 'application/octet-stream',
          'content-length': end - start + 1,
          'accept-ranges': 'bytes',
          etag: `"${hash}"`,
          ...(range !== undefined && { 'content-range': `bytes ${start}-${end}/${size}` }),
        })
        .send(files.read(caller, hash, { start, end }));
    },
  );
}

type Range = { readonly start: number; readonly end: number };

/** One range of bytes, as a resumed download asks; anything else is answered with the whole file. */
export function parseRange(header: string | undefined, size: number): Range | 'outside' | undefined {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null) return undefined;
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end ? 'outside' : { start, end };
}
