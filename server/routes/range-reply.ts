import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Range = { readonly start: number; readonly end: number };

/** One range of bytes, as a resumed download asks; anything else is answered with the whole file. */
export function parseRange(header: string | undefined, size: number): Range | 'outside' | undefined {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null) return undefined;
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end ? 'outside' : { start, end };
}

/** Bytes of what is named by its hash, whole or from where a download was cut. `read`: bytes `start` to `end`, both included. */
export function sendRange(
  request: FastifyRequest,
  reply: FastifyReply,
  { hash, size }: { readonly hash: string; readonly size: number },
  read: (range: Range) => Readable,
): FastifyReply {
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
    .send(read({ start, end }));
}
