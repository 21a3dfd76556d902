import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { errorCatalogue, type ErrorCode } from '#shared/base/errors.ts';
import type { Refusal } from '#server/services/refusal.ts';

/** Answers with a refusal of the catalogue: its status, and nothing of the cause beyond the code. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(errorCatalogue[refusal.code].status).send(refusal);
}

/** Every error leaves as a code of the catalogue; what was not foreseen is logged by its kind, without data. */
export function refuseWithCodes(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, { code: 'not-found' }));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const code = codeOf(error);
    if (code === 'server-error')
      request.log.error({ kind: error.code, stack: error.stack?.split('\n').slice(1, 6) }, 'unexpected error');
    return sendRefusal(reply, { code });
  });
}

function codeOf({ code, statusCode }: FastifyError): ErrorCode {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'frame-too-large';
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return 'bad-frame';
  return 'server-error';
}
