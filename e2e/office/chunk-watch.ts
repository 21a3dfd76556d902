import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpPaths } from '#shared/contract/http.ts';

/** How a chunk of a snapshot was asked for: how often it went out whole, and how often not. */
export type ChunkTimes = { readonly whole: number; readonly broken: number };

/** Stands before a server's port, notes who asks for which chunk, and can damage one on its way. */
export type ChunkWatch = {
  readonly port: number;
  /** By hash, in the order they were first asked for. */
  readonly chunks: () => ReadonlyMap<string, ChunkTimes>;
  /** One byte of the chunk that is asked for as the `place`-th (from 0) is another one the first time; its hash, once that has happened. */
  readonly damageOne: (place: number) => () => string | undefined;
  readonly close: () => Promise<void>;
};

/** Opens the watch in front of a port of this machine. */
export async function openChunkWatch(port: number): Promise<ChunkWatch> {
  const times = new Map<string, { whole: number; broken: number }>();
  let damageAt: number | undefined;
  let damaged: string | undefined;

  function pass(asked: IncomingMessage, answered: ServerResponse): void {
    const { method, url = '', headers } = asked;
    const hash = url.startsWith(`${httpPaths.snapshots}/`) ? url.split('/').at(-1) : undefined;
    const forwarded = request({ port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      const bytes: Buffer[] = [];
      answer.on('data', (part: Buffer) => bytes.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(bytes);
        if (hash !== undefined) note(hash, body, answered);
        answered.writeHead(answer.statusCode ?? 502, answer.headers);
        answered.end(body);
      });
    });
    forwarded.on('error', () => answered.destroy());
    asked.pipe(forwarded);
  }

  function note(hash: string, body: Buffer, answered: ServerResponse): void {
    const known = times.get(hash) ?? { whole: 0, broken: 0 };
    times.set(hash, known);
    if (times.size - 1 === damageAt && damaged === undefined) {
      damaged = hash;
      body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
    }
    answered.on('finish', () => (known.whole += 1));
    answered.on('close', () => (known.broken += answered.writableFinished ? 0 : 1));
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    chunks: () => new Map(times),
    damageOne(place) {
      damageAt = place;
      return () => damaged;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
