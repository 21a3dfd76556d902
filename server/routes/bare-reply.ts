import type { FastifyReply } from 'fastify';

/** Answers with no header but the length: on the thin line every byte of what is asked all day counts. */
export function sendBare(reply: FastifyReply, status: 200 | 204, body: Uint8Array): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.sendDate = false;
  raw.removeHeader('connection');
  raw.writeHead(status, status === 204 ? {} : { 'content-length': body.length });
  raw.end(body);
  return reply;
}
