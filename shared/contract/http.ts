import { z } from 'zod';
import { devicePublicKeySchema } from '#shared/domain/device/device-record.ts';
import { communeIdSchema, fileHashSchema } from '#shared/base/ids.ts';
import { auditHeadSchema } from './audit.ts';
import { streamMoveSchema } from './protocol.ts';

/** Paths of the provincial server. Sync bodies are frames (`frame.ts`), the others JSON. */
export const httpPaths = {
  enrol: '/v1/enrol',
  challenge: '/v1/challenge',
  session: '/v1/session',
  sync: '/v1/sync',
  /** A PC waits to be told that there is something for it (`news.ts`). */
  news: '/v1/news',
  history: '/v1/history',
  /** What the province holds of some records and files, by hash, and which PCs of the commune have it (`receipts.ts`). */
  receipts: '/v1/receipts',
  /** A PC brings ops that another PC of its commune has signed (`carried.ts`). */
  carried: '/v1/carried',
  /** tus 1.0 endpoint; an upload's id is its file hash. `GET /v1/files/<hash>` with Range downloads. */
  files: '/v1/files',
  filesHave: '/v1/files-have',
  /** A PC shows that it has the bytes of a file the province may have already (`possession.ts`). */
  filesProof: '/v1/files-proof',
  /** Snapshots a new PC starts from; `GET /v1/snapshots/<stream>/<hash>` with Range fetches a chunk (`snapshot/`). */
  snapshots: '/v1/snapshots',
  /** A PC hands over lines of its log and gets its head counter-signed (`audit.ts`). */
  audit: '/v1/audit',
  /** A PC whose counter was used by a copy of it asks for a number of its own. */
  rejoin: '/v1/rejoin',
  /** A PC leaves its commune (bàn giao máy): it is shut out at its own wish. */
  leave: '/v1/leave',
  health: '/health',
  metrics: '/metrics',
  openapi: '/openapi.json',
} as const;

/** One-time enrolment code as printed for the office: three groups of five characters, e.g. `7KQ2M-XH4TD-9RWEA`; no letters that look alike. */
export const enrolmentCodeSchema = z.string().regex(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);

/** A PC asks to join a commune. `signature` (base64url) is made with the new device key over `enrolmentMessage`. */
export const enrolRequestSchema = z.strictObject({
  code: enrolmentCodeSchema,
  name: z.string().trim().min(1).max(80),
  publicKey: devicePublicKeySchema,
  signature: z.string().max(100),
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

/** Text whose signature proves that the asker holds the device key. */
export function enrolmentMessage(request: {
  readonly code: string;
  readonly name: string;
  readonly publicKey: string;
}): string {
  return `hosoxa enrol 1\n${request.code}\n${request.name}\n${request.publicKey}`;
}

/** What an enrolled PC knows of itself. `now`: server milliseconds. */
export const enrolAnswerSchema = z.object({
  dev: z.int().min(1),
  commune: z.object({ id: communeIdSchema, name: z.string(), province: z.string() }),
  streams: z.array(z.string()),
  now: z.int(),
  /** Moves of the streams of communes that were merged into this one: a PC that joins anew may hold what it wrote before (docs/adr/0038). */
  moves: z.array(streamMoveSchema).max(500).optional(),
  /** The province's Ed25519 public key: what it counter-signs and orders is checked against this one. */
  provinceKey: devicePublicKeySchema,
});
export type EnrolAnswer = z.infer<typeof enrolAnswerSchema>;

/** A session: the device signs the server's challenge (`sessionMessage`), and gets a token for `authorization: D <token>`. */
export const challengeAnswerSchema = z.object({ challenge: z.string().max(100) });
export const sessionRequestSchema = z.strictObject({
  dev: z.int().min(1),
  challenge: z.string().max(100),
  signature: z.string().max(100),
});
export type SessionRequest = z.infer<typeof sessionRequestSchema>;
/** `seconds`: how long the token is good for. */
export const sessionAnswerSchema = z.object({
  token: z.string().max(60),
  seconds: z.int(),
  /** As in `enrolAnswerSchema`; for PCs that enrolled before there was one. */
  provinceKey: devicePublicKeySchema,
});

/** Text whose signature opens a session. */
export function sessionMessage(dev: number, challenge: string): string {
  return `hosoxa session 1\n${String(dev)}\n${challenge}`;
}

/** Which of these files the province lacks for this commune. */
export const filesHaveRequestSchema = z.strictObject({ hashes: z.array(fileHashSchema).max(500) });
export const filesHaveAnswerSchema = z.object({ missing: z.array(fileHashSchema) });

/** Most files one upload may be looked at as the continuation of. */
export const PREFIXES_MAX = 5;

/**
 * `upload-metadata` of an upload: its hash, and perhaps the hash of a file the commune has at the province with whose bytes it begins. The province then
 * copies those itself, and the upload begins behind them. An older province passes over the second and begins at 0.
 */
export const uploadMetadataKeys = { hash: 'hash', prefix: 'prefix' } as const;

/**
 * Header with which the province answers the beginning of an upload: it takes pieces that come on one connection in their order, each when the one before
 * is stored, so that a PC may send a piece while the answer to the one before is on its way. An older province does not say so and is sent one at a time.
 */
export const IN_TURN_HEADER = 'upload-in-turn';

/**
 * A PC whose copy has used its counters asks for a number of its own. `signature` is made with the old key over `rejoinMessage`; the new key is
 * another one, so that the two can be told apart from now on. The answer is as at enrolment.
 */
export const rejoinRequestSchema = z.strictObject({
  dev: z.int().min(1),
  publicKey: devicePublicKeySchema,
  signature: z.string().max(100),
  /** Signature with the new key over the same text: the asker holds it. */
  newSignature: z.string().max(100),
});
export type RejoinRequest = z.infer<typeof rejoinRequestSchema>;

/** Text of a rejoin request. */
export function rejoinMessage(request: { readonly dev: number; readonly publicKey: string }): string {
  return `hosoxa rejoin 1\n${String(request.dev)}\n${request.publicKey}`;
}

/** The province's order to make a PC's data unreadable. Signed, so that nobody on the line can give it. */
export const wipeOrderSchema = z.strictObject({
  dev: z.int().min(1),
  /** Server milliseconds. */
  at: z.int(),
  /** Ed25519 by the province's key over `wipeMessage`, base64url. */
  signature: z.string().max(100),
});
export type WipeOrder = z.infer<typeof wipeOrderSchema>;

/** Text of a wipe order. */
export function wipeMessage(order: { readonly dev: number; readonly at: number }): string {
  return `hosoxa wipe 1\n${String(order.dev)}\n${String(order.at)}`;
}

/**
 * Any refusal of the server: a code of the catalogue; for `counter-gap`, `counter-forked` and `audit-broken` the counter it expects
 * (forked: the first one used with other content); for `device-revoked` perhaps the order to wipe.
 */
export const refusalSchema = z.object({
  code: z.string(),
  expect: z.int().optional(),
  wipe: wipeOrderSchema.optional(),
  /** With `audit-broken`: the head the province holds, so that a log brought back from an older backup can go on behind it. */
  head: auditHeadSchema.optional(),
});
