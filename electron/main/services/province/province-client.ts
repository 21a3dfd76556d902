import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import {
  auditHeadMessage,
  auditHeadSchema,
  auditPushMessage,
  type AuditEntry,
  type AuditHead,
  type AuditPush,
} from '#shared/contract/audit.ts';
import { carriedAnswerSchema, type CarriedAnswer } from '#shared/contract/carried.ts';
import { filesHaveAnswerSchema, httpPaths, type EnrolAnswer } from '#shared/contract/http.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import type { ExchangeReply } from '#shared/contract/province-channels.ts';
import { endsFromText, HOLD_SECONDS_MAX, newsPath, type StreamEnds } from '#shared/contract/news.ts';
import { receiptAnswerSchema, type ReceiptAnswer, type ReceiptRequest } from '#shared/contract/receipts.ts';
import { historySchema, MAX_FRAME_BYTES, type HistoryEntry, type SyncRequest } from '#shared/contract/protocol.ts';
import { packRequest, unpackAnswer, WireError } from '#shared/contract/wire.ts';
import { communeStream } from '#shared/entities.ts';
import { movesOf } from '#shared/sync/moved-stream.ts';
import type { DeviceIdentity } from '../device-identity.ts';
import type { Signer } from '../keys/device-key.ts';
import { isSigned } from '../keys/is-signed.ts';
import { createSessionKeeper, sendAuthorized } from './authorized-line.ts';
import { refineOffset } from './clock-offset.ts';
import { askToEnrol, askToRejoin, type EnrolmentWish, type Joined } from './enrolment.ts';
import { frameCodec } from './frame-codec.ts';
import { openLine, type Line, type LineAnswer, type LineCall } from './line.ts';
import { isWipeOrdered } from './province-signature.ts';
import { parseJson, type Refusal } from './refusal.ts';

/** The only way to the provincial server. Every failure is a code of the catalogue; `offline` when no answer came, `locked` while nobody can sign. */
export type ProvinceClient = {
  readonly enrol: (wish: EnrolmentWish) => Promise<Result<DeviceState, Refusal>>;
  /** Asks for a number of its own for this PC, which signs with `next` from then on. The identity is left as it is. */
  readonly rejoin: (next: Signer) => Promise<Result<DeviceState, Refusal>>;
  /** Joins the same commune with another code under the key `next`: a restored province knows nothing of this PC. The identity is left as it is. */
  readonly enrolAgain: (wish: EnrolmentWish, next: Signer) => Promise<Result<DeviceState, Refusal>>;
  /** Leaves the commune; the province takes nothing of this PC any more. */
  readonly leave: () => Promise<Result<null, Refusal>>;
  readonly exchange: (request: SyncRequest) => Promise<Result<ExchangeReply, Refusal>>;
  /** Brings ops that another PC of the commune has signed. */
  readonly handIn: (signed: Uint8Array) => Promise<Result<CarriedAnswer, Refusal>>;
  /** Waits until one of the own streams ends elsewhere than `known`, `seconds` at most; `null`: it does not. Records and files do not wait for it. */
  readonly awaitNews: (known: StreamEnds, seconds: number) => Promise<Result<StreamEnds | null, Refusal>>;
  readonly history: (type: string, id: string) => Promise<Result<readonly HistoryEntry[], Refusal>>;
  /** What the province holds of these, by hash, and which PCs have how much. */
  readonly receipts: (request: ReceiptRequest) => Promise<Result<ReceiptAnswer, Refusal>>;
  /** Hands over lines of the log; the head the province has signed. */
  readonly pushAudit: (entries: readonly AuditEntry[]) => Promise<Result<AuditHead, Refusal>>;
  readonly missingFiles: (hashes: readonly string[]) => Promise<Result<readonly string[], Refusal>>;
  /** A call on the line for files, which records never wait for. */
  readonly sendFileCall: (call: LineCall) => Promise<Result<LineAnswer, Refusal>>;
  /** Forgets the session: the PC was locked or has another number. */
  readonly forgetSession: () => void;
  readonly close: () => Promise<void>;
};

/** What the client tells the rest of the program. */
export type ProvinceHooks = {
  /** Local clock in milliseconds. */
  readonly now?: () => number;
  /** The province has acknowledged own ops up to this counter. Awaited before the answer is passed on. */
  readonly noteAcked?: (dev: number, n: number) => Promise<void>;
  /** The province orders this PC's data to be made unreadable; signature and number were checked. */
  readonly onWipe?: () => Promise<void>;
  /** Own ops and rows have just gone over the line. */
  readonly afterExchange?: () => void;
  /** Something worth a line in the failure log. */
  readonly report?: (line: string) => void;
};

type LineKind = 'records' | 'files' | 'news';
type Lines = { readonly url: string } & Readonly<Record<LineKind, Line>>;

/** How much longer than asked the answer to a wait may take, milliseconds: a line that fell silent is noticed by then. */
const NEWS_PATIENCE_MS = 20_000;

/** Makes the client of this PC. */
export function createProvinceClient(identity: DeviceIdentity, hooks: ProvinceHooks = {}): ProvinceClient {
  const now = hooks.now ?? Date.now;
  const keeper = createSessionKeeper(pin);
  let lines: Lines | undefined;

  async function pin(key: string): Promise<void> {
    if (!(await identity.pinProvinceKey(key))) hooks.report?.('province-key-differs');
  }

  function linesTo(url: string): Lines {
    if (lines?.url === url) return lines;
    void closeLines();
    const news = openLine(url, HOLD_SECONDS_MAX * 1000 + NEWS_PATIENCE_MS);
    lines = { url, records: openLine(url), files: openLine(url), news };
    return lines;
  }

  async function closeLines(): Promise<void> {
    await Promise.all([lines?.records.close(), lines?.files.close(), lines?.news.close()]);
  }

  async function send(kind: LineKind, call: LineCall): Promise<Result<LineAnswer, Refusal>> {
    const state = identity.state();
    if (state === null) return err({ code: 'not-enrolled' });
    if (!identity.isOpen()) return err({ code: 'locked' });
    const credentials = { dev: state.dev, sign: identity.sign };
    const answer = await sendAuthorized(linesTo(state.serverUrl)[kind], keeper, credentials, call);
    if (!answer.ok && answer.error.code === 'device-revoked') await obey(answer.error, state.dev);
    return answer;
  }

  async function obey({ wipe }: Refusal, dev: number): Promise<void> {
    if (wipe === undefined) return;
    if (isWipeOrdered(wipe, dev, identity.provinceKey())) await hooks.onWipe?.();
    else hooks.report?.('wipe-order-not-the-provinces');
  }

  async function sendJsonCall(path: string, body: unknown): Promise<Result<unknown, Refusal>> {
    const headers = { 'content-type': 'application/json' };
    const answer = await send('records', { method: 'POST', path, headers, body: Buffer.from(JSON.stringify(body)) });
    return answer.ok ? ok(parseJson(answer.value.body)) : answer;
  }

  async function noteClock(serverNow: number, roundTripMs: number): Promise<void> {
    const state = identity.state();
    if (state === null) return;
    const offsetMs = refineOffset(state.offsetMs, { serverNow, roundTripMs, localNow: now() });
    if (offsetMs !== state.offsetMs) await identity.setState({ ...state, offsetMs });
  }

  function stateOf({ answer, roundTripMs }: Joined, name: string, serverUrl: string): DeviceState {
    const { dev, commune, streams, now: serverNow } = answer;
    const offsetMs = refineOffset(0, { serverNow, roundTripMs, localNow: now() });
    return { dev, name, serverUrl, commune, streams, offsetMs };
  }

  return {
    async enrol(wish) {
      if (identity.state() !== null) return err({ code: 'not-allowed' });
      const joined = await askToEnrol(wish, identity);
      if (!joined.ok) return joined;
      const state = stateOf(joined.value, wish.name, wish.serverUrl);
      await pin(joined.value.answer.provinceKey);
      await identity.setState(state);
      return ok(state);
    },

    async rejoin(next) {
      const state = identity.state();
      if (state === null) return err({ code: 'not-enrolled' });
      const joined = await askToRejoin(state, identity, next);
      if (joined.ok)
        return ok({
          ...stateOf(joined.value, state.name, state.serverUrl),
          ...movesKnownBy(state, joined.value.answer),
        });
      if (joined.error.code === 'device-revoked') await obey(joined.error, state.dev);
      return joined;
    },

    async enrolAgain(wish, next) {
      const state = identity.state();
      const known = await sendJsonCall(httpPaths.filesHave, { hashes: [] });
      if (state === null || known.ok || known.error.code !== 'not-enrolled')
        return err(known.ok || state === null ? { code: 'not-allowed' } : known.error);
      const joined = await askToEnrol(wish, { publicKey: () => next.publicKey, sign: next.sign });
      if (!joined.ok) return joined;
      const { answer } = joined.value;
      if (answer.commune.id !== state.commune.id) return err({ code: 'not-your-stream' });
      return ok({ ...stateOf(joined.value, wish.name, wish.serverUrl), ...movesKnownBy(state, answer) });
    },

    async leave() {
      const left = await sendJsonCall(httpPaths.leave, {});
      return left.ok ? ok(null) : left;
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
      await hooks.noteAcked?.(request.dev, answer.value.acked);
      hooks.afterExchange?.();
      return ok({ answer: answer.value, roundTripMs, sentBytes, receivedBytes });
    },

    async handIn(signed) {
      const answer = await send('records', { method: 'POST', path: httpPaths.carried, body: signed });
      if (!answer.ok) return answer;
      const parsed = carriedAnswerSchema.safeParse(parseJson(answer.value.body));
      return parsed.success ? ok(parsed.data) : err({ code: 'bad-answer' });
    },

    async awaitNews(known, seconds) {
      const answer = await send('news', { method: 'GET', path: newsPath(known, seconds) });
      if (!answer.ok) return answer;
      if (answer.value.status === 204) return ok(null);
      const ends = endsFromText(new TextDecoder().decode(answer.value.body));
      return ends === undefined ? err({ code: 'bad-answer' }) : ok(ends);
    },

    async history(type, id) {
      const path = `${httpPaths.history}/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
      const answer = await send('records', { method: 'GET', path });
      if (!answer.ok) return answer;
      const parsed = historySchema.safeParse(parseJson(answer.value.body));
      return parsed.success ? ok(parsed.data) : err({ code: 'bad-answer' });
    },

    async receipts(request) {
      const answer = await sendJsonCall(httpPaths.receipts, request);
      if (!answer.ok) return answer;
      const parsed = receiptAnswerSchema.safeParse(answer.value);
      return parsed.success ? ok(parsed.data) : err({ code: 'bad-answer' });
    },

    async pushAudit(entries) {
      const last = entries.at(-1);
      const state = identity.state();
      if (last === undefined) return err({ code: 'bad-input' });
      if (state === null) return err({ code: 'not-enrolled' });
      const signature = identity.sign(auditPushMessage(state.dev, last.n, last.hash));
      if (signature === undefined) return err({ code: 'locked' });
      const push: AuditPush = { entries: [...entries], signature };
      const answer = await sendJsonCall(httpPaths.audit, push);
      if (!answer.ok) return answer;
      const head = auditHeadSchema.safeParse(answer.value);
      if (!head.success || head.data.dev !== state.dev) return err({ code: 'bad-answer' });
      const key = identity.provinceKey() ?? '';
      return isSigned(key, auditHeadMessage(head.data), head.data.signature)
        ? ok(head.data)
        : err({ code: 'bad-signature' });
    },

    async missingFiles(hashes) {
      const answer = await sendJsonCall(httpPaths.filesHave, { hashes });
      if (!answer.ok) return answer;
      const parsed = filesHaveAnswerSchema.safeParse(answer.value);
      return parsed.success ? ok(parsed.data.missing) : err({ code: 'bad-answer' });
    },

    sendFileCall: (call) => send('files', call),

    forgetSession: keeper.clear,

    close: closeLines,
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

/**
 * What a PC that gets another number knows of the streams it was in, because its journal names them: what it knew, and, when its commune was merged away and it has
 * not heard of that yet, the way from there as the province tells it with the number.
 */
function movesKnownBy(state: DeviceState, { commune, moves: told = [] }: EnrolAnswer): Pick<DeviceState, 'moves'> {
  const here = communeStream(state.commune.id);
  const way = movesOf(here, told);
  const isLed = way.at(-1)?.to === communeStream(commune.id);
  const moves = [...(state.moves ?? []), ...(isLed ? way : [])];
  return moves.length === 0 ? {} : { moves };
}
