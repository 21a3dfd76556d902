import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** From the PC to the province, or back. */
export type Direction = 'up' | 'down';

/** One direction of one connection that is passed on. */
export type Lane = { readonly direction: Direction; readonly source: Socket; readonly target: Socket };

/** What decides over the bytes between. */
export type RelayRules = {
  /** Whether a new connection passes; else it is reset. */
  readonly admits: () => boolean;
  /** Bytes have come out of a lane's source. */
  readonly carry: (lane: Lane, bytes: Buffer) => void;
  /** A lane's source says no more; its target hears of it once everything has been carried. */
  readonly end: (lane: Lane) => void;
  readonly onOpened: () => void;
};

/** Passes connections on to a port of this machine. */
export type Relay = {
  readonly url: string;
  /** Resets every connection at once, as a line that breaks. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

/** Opens a relay in front of a port of this machine; a function is asked at every new connection. */
export async function openRelay(
  port: number | (() => number),
  { admits, carry, end, onOpened }: RelayRules,
): Promise<Relay> {
  const sockets = new Set<Socket>();
  const follow = (lane: Lane): void => {
    const { source, target } = lane;
    sockets.add(source);
    source.setNoDelay(true);
    source.on('data', (bytes: Buffer) => {
      carry(lane, bytes);
    });
    source.on('end', () => {
      end(lane);
    });
    source.on('error', () => target.resetAndDestroy());
    source.on('close', () => {
      sockets.delete(source);
      if (!source.readableEnded) target.destroy();
    });
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (!admits()) {
      client.on('error', () => undefined);
      client.resetAndDestroy();
      return;
    }
    onOpened();
    const upstream = connect({
      port: typeof port === 'number' ? port : port(),
      host: '127.0.0.1',
      allowHalfOpen: true,
    });
    follow({ direction: 'up', source: client, target: upstream });
    follow({ direction: 'down', source: upstream, target: client });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    cut,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
