import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getCaller } from './authenticate.ts';
import type { Metrics } from './metrics.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { sendRefusal } from './refusal-reply.ts';

/**
 * Most requests in a minute: far above what an office does when it catches up after weeks, far below what would wear the server down for the others.
 * `perAddress`: of all requests, for a whole office or district behind one address. Each server of the province counts for itself.
 */
export type RequestLimits = {
  readonly perAddress: number;
  readonly sync: number;
  readonly files: number;
  readonly log: number;
};

export const REQUEST_LIMITS: RequestLimits = { perAddress: 60_000, sync: 3_000, files: 6_000, log: 240 };

const MINUTE_MS = 60_000;

/** Hooks that send too many requests of one device away before their bodies are read. */
export type DeviceLimits = Readonly<
  Record<
    Exclude<keyof RequestLimits, 'perAddress'>,
    (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
  >
>;

/** Puts the limit of addresses in front of every route, and gives those of devices. */
export function addRequestLimits(
  app: FastifyInstance,
  limits: RequestLimits,
  metrics: Metrics,
  now: () => number,
): DeviceLimits {
  const refuse = (reply: FastifyReply, what: string, limiter: RateLimiter): FastifyReply => {
    metrics.countLimited(what);
    reply.header('retry-after', Math.ceil(limiter.windowLeftMs() / 1000));
    return sendRefusal(reply, { code: 'too-many-requests' });
  };
  const addresses = createRateLimiter(limits.perAddress, MINUTE_MS, now);
  app.addHook('onRequest', async (request, reply) =>
    addresses.take(request.ip) ? undefined : refuse(reply, 'address', addresses),
  );
  const limitDevice = (what: keyof DeviceLimits): DeviceLimits[typeof what] => {
    const devices = createRateLimiter(limits[what], MINUTE_MS, now);
    return async (request, reply) =>
      devices.take(String(getCaller(request).dev)) ? undefined : refuse(reply, what, devices);
  };
  return { sync: limitDevice('sync'), files: limitDevice('files'), log: limitDevice('log') };
}
