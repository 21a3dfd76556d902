import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { enrolAnswerSchema, enrolmentMessage, filesHaveAnswerSchema, httpPaths } from '#shared/contract/http.ts';
import type { DeviceState, ExchangeReply } from '#shared/contract/ipc.ts';
import { historySchema, MAX_FRAME_BYTES, type HistoryEntry, type SyncRequest } from '#shared/contract/protocol.ts';
import { packRequest, unpackAnswer, WireError } from '#shared/contract/wire.ts';
import type { DeviceIdentity } from '../device-identity.ts';
import { createSessionKeeper, sendAuthorized, sendJson } from './authorized-line.ts';
import { refineOffset } from './clock-offset.ts';
import { frameCodec } from './frame-codec.ts';
import { openLine, type Line, type LineAnswer, type LineCall } from './line.ts';
import { parseJson, type Refusal } from './refusal.ts';

/** The only way to the provincial server. Every failure is a code of the catalogue; `offline` when no answer came. */
export type ProvinceClient = {
  readonly enrol: (wish: EnrolmentWish) => Promise<Result<DeviceState, Refusal>>;
  readonly exchange: (request: SyncRequest) => Promise<Result<ExchangeReply, Refusal>>;
  readonly history: (type: string, id: string) => Promise<Result<readonly HistoryEntry[], Refusal>>;
  readonly missingFiles: (hashes: readonly string[]) => Promise<Result<readonly string[], Refusal>>;
  /** A call on the line for files, which records never wait for. */
  readonly sendFileCall: (call: LineCall) => Promise<Result<LineAnswer, Refusal>>;
  readonly close: () => Promise<void>;
};

/** What a person fills in at the first start. */
export type EnrolmentWish = { readonly serverUrl: string; readonly code: string; readonly name: string };

type Lines = { readonly url: string; readonly records: Line; readonly files: Line };

/** Makes the client of this PC. `now`: local clock in milliseconds. */
export function createProvinceClient(identity: DeviceIdentity, now: () => number = Date.now): ProvinceClient {
  const keeper = createSessionKeeper();
  let lines: Lines | undefined;

  function linesTo(url: string): Lines {
    lines ??= { url, records: openLine(url), files: openLine(url) };
    return lines;
  }

  async function send(kind: 'records' | 'files', call: LineCall): Promise<Result<LineAnswer, Refusal>> {
    const state = identity.state();
    if (state === null) return err({ code: 'not-enrolled' });
    return sendAuthorized(linesTo(state.serverUrl)[kind], keeper, { dev: state.dev, sign: identity.sign }, call);
  }

  async function noteClock(serverNow: number, roundTripMs: number): Promise<void> {
    const state = identity.state();
    if (state === null) return;
    const offsetMs = refineOffset(state.offsetMs, { serverNow, roundTripMs, localNow: now() });
    if (offsetMs !== state.offsetMs) await identity.setState({ ...state, offsetMs });
  }

  return {
    async enrol({ serverUrl, code, name }) {
      if (identity.state() !== null) return err({ code: 'not-allowed' });
      const claim = { code, name, publicKey: identity.publicKey };
      const line = openLine(serverUrl);
      const started = performance.now();
      const answered = await sendJson(line, httpPaths.enrol, {
        ...claim,
        signature: identity.sign(enrolmentMessage(claim)),
      });
      const roundTripMs = performance.now() - started;
      await line.close();
      if (!answered.ok) return answered;
      const parsed = enrolAnswerSchema.safeParse(answered.value);
      if (!parsed.success) return err({ code: 'bad-answer' });
      const { dev, commune, streams, now: serverNow } = parsed.data;
      const offsetMs = refineOffset(0, { serverNow, roundTripMs, localNow: now() });
      const state: DeviceState = { dev, name, serverUrl, commune, streams, offsetMs };
      await identity.setState(state);
      return ok(state);
    },

    async exchange(request) {
      const state = identity.state();
      if (state !== null && request.dev !== state.dev) return err({ code: 'bad-input' });
      const body = frameCodec.toBytes(packRequest(request));
      if (body.length > MAX_FRAME_BYTES) return err({ code: 'frame-too-large' });
      const sent = await send('records', { method: 'POST', path: httpPaths.sync, body });
      if (!sent.ok) return sent;
      const { roundTripMs, sentBytes, receivedBytes } = sent.value;
      const answer = readAnswer(sent.value.body, request);
      if (!answer.ok) return err({ code: answer.error });
      await noteClock(answer.value.now, roundTripMs);
      return ok({ answer: answer.value, roundTripMs, sentBytes, receivedBytes });
    },

    async history(type, id) {
      const path = `${httpPaths.history}/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
      const answer = await send('records', { method: 'GET', path });
      if (!answer.ok) return answer;
      const parsed = historySchema.safeParse(parseJson(answer.value.body));
      return parsed.success ? ok(parsed.data) : err({ code: 'bad-answer' });
    },

    async missingFiles(hashes) {
      const body = Buffer.from(JSON.stringify({ hashes }));
      const headers = { 'content-type': 'application/json' };
      const answer = await send('records', { method: 'POST', path: httpPaths.filesHave, headers, body });
      if (!answer.ok) return answer;
      const parsed = filesHaveAnswerSchema.safeParse(parseJson(answer.value.body));
      return parsed.success ? ok(parsed.data.missing) : err({ code: 'bad-answer' });
    },

    sendFileCall: (call) => send('files', call),

    async close() {
      await Promise.all([lines?.records.close(), lines?.files.close()]);
    },
  };
}

function readAnswer(body: Uint8Array, request: SyncRequest): Result<ExchangeReply['answer'], ErrorCode> {
  try {
    return ok(unpackAnswer(frameCodec.fromBytes(body), request));
  } catch (cause) {
    if (cause instanceof WireError) return err('bad-answer');
    throw cause;
  }
}
