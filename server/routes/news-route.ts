import type { FastifyInstance } from 'fastify';
import { httpPaths } from '#shared/contract/http.ts';
import { endsToText, readNewsQuery } from '#shared/contract/news.ts';
import type { NewsService } from '#server/services/news-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { sendBare } from './bare-reply.ts';
import { sendBusy, sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

/** When so many wait that there is no room for one more. */
const FULL_PAUSE_MS = 60_000;

const NOTHING = new Uint8Array();

/** A PC waits for news (long poll): 200 with where its streams end now, or 204 when there is none. Neither holds a place at the gate of sync. */
export function addNewsRoute(
  app: FastifyInstance,
  news: NewsService,
  authenticate: ReturnType<typeof createAuthenticate>,
  limits: DeviceLimits,
): void {
  app.get(httpPaths.news, { onRequest: [authenticate, limits.sync] }, async (request, reply) => {
    const asked = readNewsQuery(request.query);
    if (asked === undefined) return sendRefusal(reply, { code: 'bad-frame' });
    const wait = news.wait(getCaller(request), asked.known, asked.seconds * 1000);
    if (wait === undefined) return sendBusy(reply, FULL_PAUSE_MS);
    reply.raw.once('close', wait.leave);
    const ends = await wait.ends;
    return ends === undefined ? sendBare(reply, 204, NOTHING) : sendBare(reply, 200, Buffer.from(endsToText(ends)));
  });
  app.addHook('preClose', (done) => {
    news.stop();
    done();
  });
}
