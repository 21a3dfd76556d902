import { err, ok, type Result } from '#shared/base/result.ts';
import {
  enrolAnswerSchema,
  enrolmentMessage,
  httpPaths,
  rejoinMessage,
  type EnrolAnswer,
} from '#shared/contract/http.ts';
import type { DeviceKey, Signer } from '../keys/device-key.ts';
import { sendJson } from './authorized-line.ts';
import { openLine } from './line.ts';
import type { Refusal } from './refusal.ts';

/** What a person fills in at the first start. */
export type EnrolmentWish = { readonly serverUrl: string; readonly code: string; readonly name: string };

/** The province's answer, and how long it took. */
export type Joined = { readonly answer: EnrolAnswer; readonly roundTripMs: number };

/** Joins a commune with a one-time code. */
export async function askToEnrol(
  { serverUrl, code, name }: EnrolmentWish,
  key: Pick<DeviceKey, 'publicKey' | 'sign'>,
): Promise<Result<Joined, Refusal>> {
  const publicKey = key.publicKey();
  if (publicKey === undefined) return err({ code: 'locked' });
  const claim = { code, name, publicKey };
  const signature = key.sign(enrolmentMessage(claim));
  return join(serverUrl, httpPaths.enrol, { ...claim, signature });
}

/** Asks for another number: the old key vouches, the new one shows that it is held. */
export async function askToRejoin(
  { dev, serverUrl }: { readonly dev: number; readonly serverUrl: string },
  key: DeviceKey,
  next: Signer,
): Promise<Result<Joined, Refusal>> {
  const claim = { dev, publicKey: next.publicKey };
  const signature = key.sign(rejoinMessage(claim));
  if (signature === undefined) return err({ code: 'locked' });
  return join(serverUrl, httpPaths.rejoin, { ...claim, signature, newSignature: next.sign(rejoinMessage(claim)) });
}

async function join(serverUrl: string, path: string, body: unknown): Promise<Result<Joined, Refusal>> {
  const line = openLine(serverUrl);
  const started = performance.now();
  const answered = await sendJson(line, path, body);
  const roundTripMs = performance.now() - started;
  await line.close();
  if (!answered.ok) return answered;
  const parsed = enrolAnswerSchema.safeParse(answered.value);
  return parsed.success ? ok({ answer: parsed.data, roundTripMs }) : err({ code: 'bad-answer' });
}
