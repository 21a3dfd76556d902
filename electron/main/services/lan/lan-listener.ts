import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Connections open at once; more are cut off. */
const CONNECTIONS = 24;

/** Connections of one address in a minute before it must wait: an office's PC opens a dozen. */
const CALLS_A_MINUTE = 120;
const MINUTE_MS = 60_000;

/** Listens for other PCs. `answer` works on each connection and may throw: then that connection ends, and nothing else. */
export type LanListener = { readonly port: number; readonly close: () => Promise<void> };

/** Opens the listening socket; on another port when the wanted one is taken. */
export async function listenForPcs(port: number, answer: (socket: Socket) => Promise<void>): Promise<LanListener> {
  const calls = new Map<string, { since: number; count: number }>();
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    if (!mayCall(calls, socket.remoteAddress ?? '')) {
      socket.destroy();
      return;
    }
    void answer(socket)
      .catch(() => undefined) // a stranger, a line that broke: of no interest to anybody
      .finally(() => socket.destroy());
  });
  server.maxConnections = CONNECTIONS;
  await listen(server, port).catch(() => listen(server, 0));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function mayCall(calls: Map<string, { since: number; count: number }>, address: string): boolean {
  const now = Date.now();
  if (calls.size > 1000) calls.clear();
  const known = calls.get(address);
  const call = known === undefined || now - known.since > MINUTE_MS ? { since: now, count: 0 } : known;
  call.count += 1;
  calls.set(address, call);
  return call.count <= CALLS_A_MINUTE;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
