import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { errorCatalogue, type ErrorCode } from '#shared/base/errors.ts';
import type { Refusal } from '#server/services/refusal.ts';

/** Answers with a refusal of the catalogue: its status, and nothing of the cause beyond the code. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(errorCatalogue[refusal.code].status).send(refusal);
}

/**
 * Sends a request away because there is too much to do: it may come again after about `pauseMs`, spread so that those sent away together do not come back
 * together. 503, with the code that PCs of every age show as a busy server, not as an error.
 */
export function sendBusy(reply: FastifyReply, pauseMs: number): FastifyReply {
  const seconds = Math.ceil((pauseMs * (1 + Math.random())) / 1000);
  return reply.code(503).header('retry-after', seconds).send({ code: 'too-many-requests' });
}

/** How long a failure of the database that passes by itself takes to pass. */
const PASSING_MS = 2000;

/**
 * Every error leaves as a code of the catalogue; what was not foreseen is logged by its kind, without data. `isPassing`: a failure that is over soon
 * (a lock held too long, a database that starts again): to the PCs the server is only busy.
 */
export function refuseWithCodes(app: FastifyInstance, isPassing: (error: Error) => boolean): void {
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, { code: 'not-found' }));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (isPassing(error)) {
      request.log.warn({ kind: error.code }, 'the database was not to be had');
      return sendBusy(reply, PASSING_MS);
    }
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
