import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What passed since the last reading. `roundTrips`: how often the client spoke after the server had; `connections`: newly opened. */
export type WireCount = {
  readonly sent: number;
  readonly received: number;
  readonly roundTrips: number;
  readonly connections: number;
};

/** A relay that counts every byte of the socket in both directions. */
export type CountingProxy = {
  readonly url: string;
  readonly take: () => WireCount;
  readonly close: () => Promise<void>;
};

/** Opens the relay in front of a port of this machine. */
export async function openCountingProxy(port: number): Promise<CountingProxy> {
  let count = { sent: 0, received: 0, roundTrips: 0, connections: 0 };
  let lastSpoke: 'client' | 'server' = 'server';
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    count.connections += 1;
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => {
      count.sent += bytes.length;
      if (lastSpoke === 'server') count.roundTrips += 1;
      lastSpoke = 'client';
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      count.received += bytes.length;
      lastSpoke = 'server';
      client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    take() {
      const taken = count;
      count = { sent: 0, received: 0, roundTrips: 0, connections: 0 };
      return taken;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
