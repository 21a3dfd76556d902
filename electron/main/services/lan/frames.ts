import type { Socket } from 'node:net';

/** Longest message between two PCs, in bytes: a batch or a piece of a file, and what goes around it. */
export const LAN_FRAME_BYTES = 2 * 1024 * 1024;

/** Silence after which the other end counts as gone, in milliseconds. */
const SILENCE_MS = 10_000;

const LENGTH_BYTES = 4;

/** Messages on a socket: four bytes of length, then so many bytes. */
export type Frames = {
  readonly send: (message: Uint8Array) => void;
  /** The next message; rejects when the socket ends, is silent for too long, or announces more than a message may have. One at a time. */
  readonly receive: () => Promise<Uint8Array>;
  readonly close: () => void;
};

type Waiting = { readonly resolve: (message: Uint8Array) => void; readonly reject: (cause: Error) => void };

export function createFrames(socket: Socket): Frames {
  let pending = Buffer.alloc(0);
  let failure: Error | undefined;
  let waiting: Waiting | undefined;
  const fail = (cause: Error): void => {
    failure ??= cause;
    socket.destroy();
    waiting?.reject(failure);
    waiting = undefined;
  };
  const deliver = (): void => {
    if (waiting === undefined || pending.length < LENGTH_BYTES) return;
    const length = pending.readUInt32BE();
    if (length > LAN_FRAME_BYTES) {
      fail(new Error('message too long'));
      return;
    }
    if (pending.length < LENGTH_BYTES + length) return;
    const message = pending.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
    pending = pending.subarray(LENGTH_BYTES + length);
    const { resolve } = waiting;
    waiting = undefined;
    resolve(message);
  };
  socket.setTimeout(SILENCE_MS, () => fail(new Error('silent')));
  socket.on('data', (chunk) => {
    // Whoever sends more than one message may have before it is asked for wants to fill our memory.
    if (pending.length + chunk.length > LAN_FRAME_BYTES + LENGTH_BYTES * 2 + 1024) fail(new Error('too much at once'));
    else pending = Buffer.concat([pending, chunk]);
    deliver();
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('gone')));
  return {
    send(message) {
      const head = Buffer.alloc(LENGTH_BYTES);
      head.writeUInt32BE(message.length);
      socket.write(Buffer.concat([head, message]));
    },
    receive: () =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        waiting = { resolve, reject };
        deliver();
      }),
    close: () => socket.end(),
  };
}
