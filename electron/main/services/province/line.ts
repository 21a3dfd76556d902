import type { Socket } from 'node:net';
import { buildConnector, Client } from 'undici';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Refusal } from './refusal.ts';

/** One request on the line. Headers are sent as given and none is added but what HTTP itself needs. */
export type LineCall = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'HEAD';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /**
   * May be sent while answers to such calls before it are still awaited. The line does not repeat one with a body: whoever sends it asks the server how much
   * of it came.
   */
  readonly goesBehind?: boolean;
};

/** What came back, whatever its status. Bytes are counted on the socket, headers included. */
export type LineAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly roundTripMs: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
};

/** A kept-open connection to one server; requests go one after another, and wait for each other's answers unless they say otherwise. */
export type Line = {
  /** `offline` when no answer came; any answer is a value. */
  readonly send: (call: LineCall) => Promise<Result<LineAnswer, Refusal>>;
  readonly close: () => Promise<void>;
};

/** Milliseconds. Generous for a 256 kbit/s line that is busy; a dead one is noticed when connecting. */
const CONNECT_TIMEOUT = 8_000;
const SILENCE_TIMEOUT = 45_000;
/** The connection outlives the pause between two polls, so that an idle poll needs no handshake. */
const KEEP_OPEN = 10 * 60_000;
const LARGEST_ANSWER = 8 * 1024 * 1024;
/** So many calls that go behind each other are on their way at most. */
const CALLS_ON_THE_WAY = 2;

/** Opens a line to the server of a URL; nothing is sent until the first call. Redirects are never followed. `silenceMs`: how long an answer may take. */
export function openLine(serverUrl: string, silenceMs = SILENCE_TIMEOUT): Line {
  let socket: Socket | undefined;
  let answersOnSocket = 0;
  /** Ends what is on its way behind a call that failed. */
  let following = new AbortController();
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT });
  const client = new Client(new URL(serverUrl).origin, {
    connect: (options, done) => {
      connect(options, (...result) => {
        if (result[0] === null) {
          socket = result[1];
          answersOnSocket = 0;
        }
        done(...result);
      });
    },
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
    keepAliveTimeout: KEEP_OPEN,
    keepAliveMaxTimeout: KEEP_OPEN,
    maxResponseSize: LARGEST_ANSWER,
    pipelining: CALLS_ON_THE_WAY,
  });

  async function sendOnce({ method, path, headers = {}, body, goesBehind = false }: LineCall): Promise<LineAnswer> {
    const before = { socket, sent: socket?.bytesWritten ?? 0, received: socket?.bytesRead ?? 0 };
    const started = performance.now();
    const answer = await client.request({
      ...{ method, path, headers: { ...headers }, body: body ?? null },
      ...(goesBehind && { idempotent: true, blocking: false, signal: following.signal }),
    });
    const bytes = new Uint8Array(await answer.body.arrayBuffer());
    const reused = socket === before.socket;
    answersOnSocket += 1;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: bytes,
      roundTripMs: performance.now() - started,
      sentBytes: (socket?.bytesWritten ?? 0) - (reused ? before.sent : 0),
      receivedBytes: (socket?.bytesRead ?? 0) - (reused ? before.received : 0),
    };
  }

  async function send(call: LineCall): Promise<Result<LineAnswer, Refusal>> {
    for (;;) {
      const onUsedSocket = answersOnSocket > 0;
      try {
        return ok(await sendOnce(call));
      } catch (cause) {
        answersOnSocket = 0;
        // What went behind would be sent anew by the client, at an offset that may no longer be right.
        following.abort();
        following = new AbortController();
        if (isTooLarge(cause)) return err({ code: 'bad-answer' });
        // The server may close a kept-open connection just as it is used again; a fresh one tells whether it is there.
        const isRepeatable = call.goesBehind !== true || call.body === undefined;
        if (!onUsedSocket || !isRepeatable || !wasClosed(cause)) return err({ code: 'offline' });
      }
    }
  }

  /** Everything so far, answered. */
  let all: Promise<unknown> = Promise.resolve();
  /** The last call behind which nothing may go. */
  let barring: Promise<unknown> = Promise.resolve();
  return {
    send(call) {
      const goesBehind = call.goesBehind === true;
      const mine = (goesBehind ? barring : all).then(() => send(call));
      all = Promise.all([all, mine]).then(() => undefined); // without what was answered: it would be kept for ever
      if (!goesBehind) barring = mine;
      return mine;
    },
    close: () => client.destroy(),
  };
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

function isTooLarge(cause: unknown): boolean {
  return codeOf(cause) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}

function wasClosed(cause: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String(codeOf(cause)));
}
