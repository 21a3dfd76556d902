import { challengeAnswerSchema, httpPaths, sessionAnswerSchema, sessionMessage } from '#shared/contract/http.ts';
import type { z } from 'zod';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Line, LineAnswer, LineCall } from './line.ts';
import { parseJson, readRefusal, type Refusal } from './refusal.ts';

/** Who asks: device number and the means to prove it, which are none while the PC is locked. */
export type Credentials = { readonly dev: number; readonly sign: (text: string) => string | undefined };

/** Session tokens of one device, shared by its lines. */
export type SessionKeeper = {
  readonly getToken: (line: Line, credentials: Credentials) => Promise<Result<string, Refusal>>;
  /** Forgets a token the server no longer takes. */
  readonly drop: (token: string) => void;
  /** Forgets every session: the PC is locked, or has another number. */
  readonly clear: () => void;
};

type SessionAnswer = z.infer<typeof sessionAnswerSchema>;

/** Keeps one session for as long as the server honours it; callers that come meanwhile wait for the same one. `noteProvinceKey` hears what each session said. */
export function createSessionKeeper(noteProvinceKey: (key: string) => Promise<void>): SessionKeeper {
  let opening: Promise<Result<string, Refusal>> | undefined;
  let current: string | undefined;
  let generation = 0;

  async function open(line: Line, credentials: Credentials): Promise<Result<string, Refusal>> {
    const mine = generation;
    const opened = await openSession(line, credentials);
    if (!opened.ok) return opened;
    if (mine !== generation) return err({ code: 'session-expired' });
    current = opened.value.token;
    await noteProvinceKey(opened.value.provinceKey);
    return ok(current);
  }

  return {
    async getToken(line, credentials) {
      if (current !== undefined) return ok(current);
      opening ??= open(line, credentials).finally(() => (opening = undefined));
      return opening;
    },
    drop(token) {
      if (current === token) current = undefined;
    },
    clear() {
      generation += 1;
      current = undefined;
      opening = undefined;
    },
  };
}

/** Sends a call with the session's token. A session that ran out is renewed once. Answers below 400 are values, others refusals. */
export async function sendAuthorized(
  line: Line,
  keeper: SessionKeeper,
  credentials: Credentials,
  call: LineCall,
): Promise<Result<LineAnswer, Refusal>> {
  const first = await sendWithToken(line, keeper, credentials, call);
  if (first.ok || first.error.code !== 'session-expired') return first;
  return sendWithToken(line, keeper, credentials, call);
}

async function sendWithToken(
  line: Line,
  keeper: SessionKeeper,
  credentials: Credentials,
  call: LineCall,
): Promise<Result<LineAnswer, Refusal>> {
  const token = await keeper.getToken(line, credentials);
  if (!token.ok) return token;
  const answer = await line.send({ ...call, headers: { authorization: `D ${token.value}`, ...call.headers } });
  if (!answer.ok) return answer;
  if (answer.value.status === 401) {
    keeper.drop(token.value);
    const refusal = readRefusal(answer.value);
    return err(call.method === 'HEAD' ? { code: 'session-expired' } : refusal);
  }
  return refuseFailures(answer.value);
}

/** Turns an answer that is no success into a refusal. */
export function refuseFailures(answer: LineAnswer): Result<LineAnswer, Refusal> {
  if (answer.status >= 200 && answer.status < 300) return ok(answer);
  return err(answer.status >= 400 ? readRefusal(answer) : { code: 'bad-answer' });
}

async function openSession(line: Line, { dev, sign }: Credentials): Promise<Result<SessionAnswer, Refusal>> {
  const asked = await sendJson(line, httpPaths.challenge, {});
  if (!asked.ok) return asked;
  const challenged = challengeAnswerSchema.safeParse(asked.value);
  if (!challenged.success) return err({ code: 'bad-answer' });
  const { challenge } = challenged.data;
  const signature = sign(sessionMessage(dev, challenge));
  if (signature === undefined) return err({ code: 'locked' });
  const opened = await sendJson(line, httpPaths.session, { dev, challenge, signature });
  if (!opened.ok) return opened;
  const session = sessionAnswerSchema.safeParse(opened.value);
  return session.success ? ok(session.data) : err({ code: 'bad-answer' });
}

/** Posts JSON without a session and reads JSON. */
export async function sendJson(line: Line, path: string, body: unknown): Promise<Result<unknown, Refusal>> {
  const answer = await line.send({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  });
  const taken = answer.ok ? refuseFailures(answer.value) : answer;
  return taken.ok ? ok(parseJson(taken.value.body)) : taken;
}
