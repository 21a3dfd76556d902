import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { LAN_PORT, lanAddressSchema, type LanState } from '#shared/contract/lan.ts';
import type { Colleagues } from '../carried/colleagues.ts';
import { openBatch } from '../carried/signed-batch.ts';
import type { Vault } from '../vault/vault.ts';
import { listenForPcs, type LanListener } from './lan-listener.ts';
import { decodeLan, encodeLan, lanAnswerSchema, lanAskSchema, type LanAnswer, type LanAsk } from './lan-messages.ts';
import { readLanSettings, writeLanSettings, type LanSettings } from './lan-settings.ts';
import { openChannel, type LanSelf, type SecureChannel } from './secure-channel.ts';
import { Shelf, type ShelfBatch } from './shelf.ts';

/** Bytes of a file in one message. */
const PIECE_BYTES = 512 * 1024;
const CONNECT_MS = 1500;
/** Questions one connection may ask: a large file in pieces, and more. */
const ASKS = 4000;

/** A file a record names that is not here. */
export type WantedFile = { readonly hash: string; readonly size: number };

/** What a round with the office's PCs came to: batches that are new here, and files that came. */
export type LanRound = { readonly news: readonly ShelfBatch[]; readonly fetched: readonly string[] };

/**
 * Exchanges ops and files with the PCs of the own office over its network. Every PC passes on what it has of all, so any of them is the relay of the
 * others; one address that is known leads to the rest.
 */
export type LanDesk = {
  readonly state: () => LanState;
  /** The port it answers at; undefined while it does not. */
  readonly listening: () => number | undefined;
  readonly setOn: (isOn: boolean) => Promise<void>;
  readonly setTyped: (addresses: readonly string[]) => Promise<void>;
  /** Takes over what the page holds, meets every PC that answers, and gives what came. */
  readonly round: (kept: readonly ShelfBatch[], wanted: readonly WantedFile[]) => Promise<LanRound>;
  readonly close: () => Promise<void>;
};

export type LanParts = {
  readonly path: string;
  readonly self: LanSelf;
  readonly colleagues: Colleagues;
  readonly vault: Pick<Vault, 'find' | 'read' | 'findIncomingOffset' | 'appendIncoming'>;
  readonly port?: number;
  readonly now?: () => number;
};

type Met = { address: string; lastAt: number; isInReach: boolean };

/** Opens it; it listens at once when it was left switched on. */
export async function openLanDesk(parts: LanParts): Promise<LanDesk> {
  const { path, self, colleagues, vault, port = LAN_PORT, now = Date.now } = parts;
  const shelf = new Shelf();
  const met = new Map<number, Met>();
  let settings = await readLanSettings(path);
  let listener: LanListener | undefined;

  const keyOf = (dev: number): string | undefined => colleagues.find(dev)?.publicKey;
  let writing: Promise<void> = Promise.resolve();
  const keep = (next: LanSettings): Promise<void> => {
    settings = next;
    // Addresses are found again if they cannot be kept; the next change writes them anyway.
    writing = writing.then(() => writeLanSettings(path, settings)).catch(() => undefined);
    return writing;
  };
  const noteMet = (dev: number, address: string | undefined): void => {
    const known = address ?? met.get(dev)?.address ?? settings.known[String(dev)] ?? '';
    met.set(dev, { address: known, lastAt: now(), isInReach: true });
    if (known !== '' && settings.known[String(dev)] !== known)
      void keep({ ...settings, known: { ...settings.known, [String(dev)]: known } });
  };
  const learn = (addresses: Readonly<Record<string, string>>): void => {
    const fresh = Object.entries(addresses).filter(
      ([dev, address]) =>
        keyOf(Number(dev)) !== undefined && lanAddressSchema.safeParse(address).success && !(dev in settings.known),
    );
    if (fresh.length > 0) void keep({ ...settings, known: { ...settings.known, ...Object.fromEntries(fresh) } });
  };
  const takeIn = (signed: Uint8Array): void => {
    const opened = openBatch(signed, keyOf);
    if (opened.ok && opened.value.dev !== self.dev()) shelf.add(signed, opened.value);
  };

  async function listen(): Promise<void> {
    listener ??= await listenForPcs(port, answerAll);
  }

  async function answerAll(socket: Socket): Promise<void> {
    const channel = await openChannel(socket, 'answerer', self, keyOf);
    for (let asked = 0; asked < ASKS && settings.isOn; asked += 1) {
      const ask = decodeLan(lanAskSchema, await channel.receive());
      // Who was shut out meanwhile gets nothing more.
      if (keyOf(channel.peer) === undefined) return;
      channel.send(encodeLan(await answer(ask, channel.peer, socket.remoteAddress ?? '')));
    }
  }

  async function answer(ask: LanAsk, peer: number, from: string): Promise<LanAnswer> {
    const plain = { held: shelf.held(), addresses: {}, batches: [], bytes: new Uint8Array() };
    switch (ask.ask) {
      case 'held':
        noteMet(peer, ask.port === 0 ? undefined : `${from.replace(/^::ffff:/, '')}:${String(ask.port)}`);
        learn(ask.addresses);
        return { ...plain, addresses: settings.known, batches: [...shelf.lackedBy(ask.held, peer)] };
      case 'take':
        ask.batches.forEach(takeIn);
        return { ...plain, held: shelf.held() };
      case 'file': {
        const file = await vault.find(ask.hash);
        const read = file === undefined ? undefined : await vault.read(ask.hash, ask.start, PIECE_BYTES);
        return { ...plain, bytes: read?.ok === true ? read.value : new Uint8Array() };
      }
    }
  }

  async function meet(address: string, wanted: readonly WantedFile[], fetched: Set<string>): Promise<number> {
    const [host = '', given] = address.split(':');
    const socket = await connectTo(host, Number(given ?? LAN_PORT));
    try {
      const channel = await openChannel(socket, 'caller', self, keyOf);
      const mine = { held: shelf.held(), addresses: settings.known, port: listener?.port ?? 0 };
      const theirs = await ask(channel, { ask: 'held', ...mine });
      theirs.batches.forEach(takeIn);
      learn(theirs.addresses);
      const lacked = shelf.lackedBy(theirs.held, channel.peer);
      if (lacked.length > 0) await ask(channel, { ask: 'take', batches: [...lacked] });
      for (const file of wanted)
        if (!fetched.has(file.hash) && (await fetchFile(channel, file))) fetched.add(file.hash);
      noteMet(channel.peer, address);
      return channel.peer;
    } finally {
      socket.destroy();
    }
  }

  /** Bytes prove themselves by their hash; a file that comes in halves goes on where it stopped, from whoever has it. */
  async function fetchFile(channel: SecureChannel, { hash, size }: WantedFile): Promise<boolean> {
    if ((await vault.find(hash)) !== undefined) return true;
    for (;;) {
      const offset = await vault.findIncomingOffset(hash, size);
      if (!offset.ok) return false;
      const { bytes } = await ask(channel, { ask: 'file', hash, start: offset.value });
      if (bytes.length === 0 || offset.value + bytes.length > size) return false;
      const reached = await vault.appendIncoming(hash, size, bytes);
      if (!reached.ok) return false;
      if (reached.value >= size) return true;
    }
  }

  async function round(kept: readonly ShelfBatch[], wanted: readonly WantedFile[]): Promise<LanRound> {
    shelf.replace(kept);
    const fetched = new Set<string>();
    if (!settings.isOn) return { news: [], fetched: [] };
    await listen();
    const done = new Set<number>();
    const known = Object.entries(settings.known).filter(([dev]) => keyOf(Number(dev)) !== undefined);
    const byAddress = new Map<string, number | undefined>([
      ...settings.typed.map((address): [string, number | undefined] => [address, undefined]),
      ...known.map(([dev, address]): [string, number] => [address, Number(dev)]),
    ]);
    for (const [address, dev] of byAddress) {
      if (dev !== undefined && done.has(dev)) continue;
      try {
        done.add(await meet(address, wanted, fetched));
      } catch {
        // Switched off, gone home, or not one of ours: the next round tries again.
        const before = dev === undefined ? undefined : met.get(dev);
        if (dev !== undefined && before !== undefined) met.set(dev, { ...before, isInReach: false });
      }
    }
    return { news: shelf.takeNews(), fetched: [...fetched] };
  }

  if (settings.isOn) await listen();
  return {
    listening: () => listener?.port,
    state: () => ({
      isOn: settings.isOn,
      own: listener === undefined ? [] : ownAddresses(listener.port),
      typed: settings.typed,
      colleagues: [...met].flatMap(([dev, { address, lastAt, isInReach }]) => {
        const known = colleagues.find(dev);
        return known === undefined ? [] : [{ dev, name: known.name, address, lastAt, isInReach }];
      }),
    }),
    async setOn(isOn) {
      await keep({ ...settings, isOn });
      if (isOn) await listen();
      else {
        await listener?.close();
        listener = undefined;
        met.clear();
      }
    },
    setTyped: (typed) => keep({ ...settings, typed: [...typed] }),
    round,
    async close() {
      await listener?.close();
      listener = undefined;
      await writing;
    },
  };
}

async function ask(channel: SecureChannel, message: LanAsk): Promise<LanAnswer> {
  channel.send(encodeLan(message));
  return decodeLan(lanAnswerSchema, await channel.receive());
}

function connectTo(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => socket.destroy(new Error('no answer')), CONNECT_MS);
    socket.once('error', reject);
    socket.once('close', () => clearTimeout(timer));
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

/** This PC's IPv4 addresses in the office. */
function ownAddresses(port: number): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map((each) => `${each.address}:${String(port)}`);
}
