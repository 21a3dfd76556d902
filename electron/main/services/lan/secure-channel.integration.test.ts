import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPrivateDeviceKey, openSigner } from '../keys/device-key.ts';
import { LAN_FRAME_BYTES } from './frames.ts';
import { listenForPcs, type LanListener } from './lan-listener.ts';
import { openChannel, type LanSelf } from './secure-channel.ts';

const [one, two, stranger] = [1, 2, 3].map(() => openSigner(createPrivateDeviceKey()));
const keys = new Map([
  [1, one?.publicKey],
  [2, two?.publicKey],
]);
const keyOf = (dev: number): string | undefined => keys.get(dev);
const selfOf = (dev: number, signer = stranger): LanSelf => ({
  dev: () => dev,
  sign: (text) => signer?.sign(text),
});

let listener: LanListener | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await listener?.close();
});

/** PC 1 answers: it gives every message back. `heard`: what reached it. */
async function answerer(): Promise<{ readonly port: number; readonly heard: Uint8Array[] }> {
  const heard: Uint8Array[] = [];
  listener = await listenForPcs(0, async (socket) => {
    const channel = await openChannel(socket, 'answerer', selfOf(1, one), keyOf);
    for (;;) {
      const message = await channel.receive();
      heard.push(message);
      channel.send(message);
    }
  });
  return { port: listener.port, heard };
}

function dial(port: number): Socket {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

const over = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()));

describe('a channel between two PCs of an office', () => {
  it('carries messages both ways, and nothing of them in clear', async () => {
    const { port, heard } = await answerer();
    const socket = dial(port);
    const seen: Buffer[] = [];
    socket.on('data', (chunk) => seen.push(chunk));
    const channel = await openChannel(socket, 'caller', selfOf(2, two), keyOf);
    const secret = Buffer.from('Về việc tiếp nhận đảng viên');
    channel.send(secret);
    expect(Buffer.from(await channel.receive()).equals(secret)).toBe(true);
    expect(heard).toHaveLength(1);
    expect(Buffer.concat(seen).includes('đảng viên')).toBe(false);
  });

  it.each([
    ['a number nobody has', selfOf(9)],
    ['a colleague’s number and a key of its own', selfOf(2)],
    ['the number of the PC it calls', selfOf(1)],
  ])('is not opened to who has %s', async (_name, self) => {
    const { port, heard } = await answerer();
    const trusting = (): string | undefined => one?.publicKey;
    await expect(
      openChannel(dial(port), 'caller', self, trusting).then((channel) => channel.receive()),
    ).rejects.toThrow();
    expect(heard).toEqual([]);
  });

  it('is not taken for one by a caller whom somebody else answers', async () => {
    listener = await listenForPcs(0, async (socket) => {
      await openChannel(socket, 'answerer', selfOf(1), () => two?.publicKey);
    });
    await expect(openChannel(dial(listener.port), 'caller', selfOf(2, two), keyOf)).rejects.toThrow('not who it says');
  });

  it('ends at bytes that are no greeting, and at a message longer than any may be', async () => {
    const { port, heard } = await answerer();
    for (const bytes of [
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.from([0, 0, 0, 2, 0x7b, 0x7d]),
      Buffer.alloc(64, 0xff),
    ]) {
      const socket = dial(port);
      socket.write(bytes);
      await over(socket);
    }
    const long = dial(port);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(LAN_FRAME_BYTES + 1);
    long.write(head);
    await over(long);
    expect(heard).toEqual([]);
  });

  it('ends at a message that was changed on the way', async () => {
    const { port, heard } = await answerer();
    const socket = dial(port);
    const write = socket.write.bind(socket);
    const channel = await openChannel(socket, 'caller', selfOf(2, two), keyOf);
    socket.write = (chunk: Uint8Array) => {
      const changed = Buffer.from(chunk);
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
      return write(changed);
    };
    channel.send(Buffer.from('một'));
    await over(socket);
    expect(heard).toEqual([]);
  });
});
