import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#server/services/sync-push.ts';
import { sendRefusal } from './refusal-reply.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `authenticate` before the body is read. */
    caller: Caller | null;
  }
}

/** A hook that lets a request pass only with the token of a session, before its body is read. */
export function createAuthenticate(findCaller: (token: string) => Promise<Caller | undefined>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
    const caller = scheme === 'D' && token !== undefined ? await findCaller(token) : undefined;
    if (caller === undefined) return sendRefusal(reply, { code: 'session-expired' });
    request.caller = caller;
    return undefined;
  };
}

/** The caller of an authenticated request. */
export function getCaller(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('route without authentication');
  return request.caller;
}
