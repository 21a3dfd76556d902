import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port of this machine that counts whatever knocks, over TCP and UDP: a page that is locked in never gets here. */
export type ListeningTrap = {
  readonly port: number;
  readonly knocks: () => number;
  readonly close: () => Promise<void>;
};

/** Opens the trap on a free port of the loopback. */
export async function openListeningTrap(): Promise<ListeningTrap> {
  let knocks = 0;
  const tcp = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', () => (knocks += 1));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  return {
    port,
    knocks: () => knocks,
    async close() {
      await Promise.all([
        new Promise((resolve) => tcp.close(resolve)),
        new Promise<void>((resolve) =>
          udp.close(() => {
            resolve();
          }),
        ),
      ]);
    },
  };
}
