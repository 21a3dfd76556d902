import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openShapingProxy, type LineShape, type ShapingProxy } from './shaping-proxy.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/** A server that notes what reaches it, and gives every byte back if told so. */
async function startServer(echoes: boolean): Promise<{ readonly port: number; readonly heard: () => Buffer }> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      heard.push(bytes);
      if (echoes) socket.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard: () => Buffer.concat(heard) };
}

async function startLine(echoes: boolean, shape: LineShape, random?: () => number) {
  const { port, heard } = await startServer(echoes);
  const proxy = await openShapingProxy(port, shape, random);
  ending.push(proxy.close);
  return { proxy, heard, call: () => call(proxy) };
}

/** A client of the line, and what it hears. */
async function call({ url }: ShapingProxy) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const heard: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => heard.push(bytes));
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  await Promise.race([new Promise<void>((resolve) => socket.once('connect', resolve)), closed]);
  ending.push(() => socket.destroy());
  return { socket, closed, heard: () => Buffer.concat(heard) };
}

const numbered = (length: number): Buffer => Buffer.from(Uint8Array.from({ length }, (_, i) => i % 251));

async function until(holds: () => boolean, withinMs = 20_000): Promise<number> {
  const began = performance.now();
  while (!holds()) {
    if (performance.now() - began > withinMs) throw new Error('it did not come to that');
    await pause(2);
  }
  return performance.now() - began;
}

describe('the shaping proxy', () => {
  it('passes everything in order and counts it', async () => {
    const { proxy, call: dial, heard } = await startLine(true, {});
    const { socket, heard: back } = await dial();
    const sent = numbered(300_000);
    socket.write(sent);
    await until(() => back().length === sent.length);
    expect(heard().equals(sent) && back().equals(sent)).toBe(true);
    expect(proxy.take()).toMatchObject({ sent: 300_000, received: 300_000, connections: 1, cuts: 0 });
    expect(proxy.take()).toMatchObject({ sent: 0, received: 0, connections: 0 });
  });

  it('takes as long as the rate says, each way or both together', async () => {
    const shape = { bytesPerSecond: 100_000, queueBytes: 4096 };
    const times: number[] = [];
    for (const isShared of [false, true]) {
      const { call: dial } = await startLine(true, { ...shape, isShared });
      const { socket, heard } = await dial();
      socket.write(numbered(50_000));
      times.push(await until(() => heard().length === 50_000));
    }
    expect(times[0]).toBeGreaterThan(480);
    expect(times[0]).toBeLessThan(900);
    expect(times[1]).toBeGreaterThan(980); // there and back over one rate
  });

  it('lets a short word pass a long one of another connection, but for what the modem holds', async () => {
    const { call: dial } = await startLine(true, { bytesPerSecond: 50_000, queueBytes: 5000 });
    const [long, short] = [await dial(), await dial()];
    long.socket.write(numbered(100_000));
    await pause(100);
    short.socket.write(numbered(100));
    const ms = await until(() => short.heard().length === 100);
    expect(ms).toBeGreaterThan(60); // what had entered the modem goes first
    expect(ms).toBeLessThan(600); // 100 kB would take two seconds
  });

  it('makes a sender wait for the line', async () => {
    const { call: dial, proxy } = await startLine(false, { bytesPerSecond: 20_000, queueBytes: 2000 });
    const { socket } = await dial();
    let isDrained = false;
    socket.write(numbered(16_000_000), () => (isDrained = true));
    await pause(300);
    expect(isDrained).toBe(false);
    expect(proxy.take().sent).toBeLessThan(20_000);
  });

  it('answers no sooner than a round trip, and later what got lost', async () => {
    const draws = [0.9, 0.9, 0.0, 0.9];
    const { call: dial } = await startLine(true, { roundTripMs: 200, loss: 0.5 }, () => draws.shift() ?? 0.9);
    const { socket, heard } = await dial();
    const ask = async (): Promise<number> => {
      const before = heard().length;
      socket.write('?');
      return until(() => heard().length > before);
    };
    const usual = await ask();
    expect(usual).toBeGreaterThan(195);
    expect(usual).toBeLessThan(390);
    expect(await ask()).toBeGreaterThan(595);
  });

  it.each([1, 1459, 1460, 1461, 77_777])('cuts after exactly %i bytes', async (bytes) => {
    const { proxy, call: dial, heard } = await startLine(false, { bytesPerSecond: 1_000_000, roundTripMs: 20 });
    const { socket, closed } = await dial();
    proxy.cutAfter(bytes, 'up');
    socket.write(numbered(200_000));
    await closed;
    await pause(30);
    expect(heard().equals(numbered(200_000).subarray(0, bytes))).toBe(true);
    expect(proxy.take()).toMatchObject({ sent: bytes, cuts: 1 });
  });

  it('lets nobody through while it is down, and everybody afterwards', async () => {
    const { proxy, call: dial } = await startLine(true, {});
    const { closed } = await dial();
    proxy.cut(200);
    await closed;
    const { socket: refused, closed: refusedClosed } = await dial();
    refused.write('?');
    await refusedClosed;
    await pause(220);
    const { socket, heard } = await dial();
    socket.write('?');
    await until(() => heard().length === 1);
  });

  it('cuts every so often', async () => {
    const { proxy, call: dial } = await startLine(true, {});
    proxy.cutEvery(50);
    for (let i = 0; i < 3; i += 1) await (await dial()).closed;
    proxy.cutEvery(0);
    expect(proxy.take().cuts).toBeGreaterThanOrEqual(3);
  });

  it('passes on that a side has said everything, after everything', async () => {
    const { call: dial, heard } = await startLine(true, { bytesPerSecond: 200_000, roundTripMs: 50 });
    const { socket, heard: back } = await dial();
    socket.end(numbered(40_000));
    await until(() => back().length === 40_000);
    expect(heard().length).toBe(40_000);
  });
});
