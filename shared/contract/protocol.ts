import { z } from 'zod';
import { communeIdSchema } from '#shared/base/ids.ts';
import type { ConfirmedStretch } from '#shared/sync/content-text.ts';
import { MAX_OPS_PER_BATCH, opSchema, type FieldValue, type Op, type Outcome } from '#shared/sync/op.ts';
import { MAX_ROWS_PER_PAGE } from '#shared/sync/page.ts';
import type { StreamMove } from '#shared/sync/moved-stream.ts';
import type { TakenOps } from '#shared/sync/peers.ts';
import type { Row } from '#shared/sync/record.ts';

/** Version of the sync protocol this build speaks, and the oldest the server still answers. */
export const PROTOCOL_VERSION = 1;
export const OLDEST_PROTOCOL = 1;

/** Largest body of one sync request or answer, in bytes, after and before compression. */
export const MAX_FRAME_BYTES = 1024 * 1024;
export const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;

/**
 * What a device asks of one stream. `check`: digest root of its copy, sent now and then at a complete cookie. `whole`: said once in each life that began
 * with a restore: the device has pulled it to the end and sent all it had to bring back (`resupply-turn.ts`). `awaits`: files of the commune the device
 * waits for, each by the first 16 digits of its hash; asked of the commune's own stream only. `confirm`: the sequence behind which the device wants the
 * content of its copy confirmed (docs/adr/0033); its `after`, or less while older records are still unconfirmed; `peers`: numbers of PCs whose ops it
 * holds ahead of the server, asked of the commune's own stream only.
 */
export type StreamAsk = {
  readonly id: string;
  readonly epoch: string;
  readonly base: number;
  readonly after: number;
  readonly limit: number;
  readonly check?: string | undefined;
  readonly whole?: true | undefined;
  readonly awaits?: readonly string[] | undefined;
  readonly confirm?: number | undefined;
  readonly peers?: readonly number[] | undefined;
};

/** Most PCs one request asks about: more than an office has. */
export const PEERS_MAX = 100;

/** What stands for the last counter of a PC that was shut out: nothing more comes of it. */
export const NO_MORE_COME = Number.MAX_SAFE_INTEGER;

/** Most files one request waits for. */
export const AWAITED_MAX = 20;

/** Digits of a hash by which an awaited file is named: as good as the whole for telling files of one commune apart. */
export const AWAITED_DIGITS = 16;

/**
 * The one request: push and pull together. `ops` are contiguous from the device's first unacknowledged one.
 * `seen` names late outcomes the device has taken note of, so that the server may forget them.
 * `gone`: the journal no longer holds ops up to this counter. A restored server that lost some of them goes on behind it; their values come back
 * from the devices' copies (`resupply.ts`).
 */
export type SyncRequest = {
  readonly v: number;
  readonly dev: number;
  readonly ops: readonly Op[];
  readonly seen: readonly number[];
  readonly streams: readonly StreamAsk[];
  readonly gone?: number | undefined;
};

/**
 * Answer for one stream. `resync`: the copy cannot be continued, start anew (own unsent ops stay). `drop`: the right to it is gone. `here`: those of the
 * awaited files that the province has. `confirmed`: what the province holds behind the sequence asked for. `taken`: how far it
 * has the ops of the PCs asked about. `moved`: the commune was merged into another one (`moved-stream.ts`); a PC that does not know of that yet is told
 * what became of its stream, and goes on there. Sequences of the outcomes of such an answer still count in the old stream.
 */
export type StreamAnswer = {
  readonly id: string;
  readonly epoch: string;
  readonly rows: readonly Row[];
  readonly next: number;
  readonly more: boolean;
  readonly resync?: boolean | undefined;
  readonly drop?: boolean | undefined;
  readonly here?: readonly string[] | undefined;
  readonly confirmed?: ConfirmedStretch | undefined;
  readonly taken?: readonly TakenOps[] | undefined;
  readonly moved?: MovedCommune | undefined;
};

/** The commune a PC belongs to now, and the moves its former stream made, the first first. */
export type MovedCommune = {
  readonly commune: { readonly id: string; readonly name: string; readonly province: string };
  readonly moves: readonly StreamMove[];
};

const streamName = z.string().min(1).max(64);
const lifeName = z.string().max(40);

/** Parses a move of a stream as it crosses; what a later build adds is passed over. */
export const streamMoveSchema: z.ZodType<StreamMove, StreamMove> = z.object({
  ...{ from: streamName, to: streamName, by: z.int().min(0) },
  ...{ life: lifeName, toLife: lifeName },
});

/** Parses it. */
export const movedCommuneSchema: z.ZodType<MovedCommune, MovedCommune> = z.object({
  commune: z.object({ id: communeIdSchema, name: z.string().min(1).max(200), province: z.string().max(200) }),
  moves: z.array(streamMoveSchema).min(1).max(50),
});

/**
 * The answer. `acked`: last counter the server has taken from the device. `now`: server time in milliseconds when it answered.
 * `outcomes` covers every op of the request, repeats included; `late` brings outcomes of ops that had been parked.
 */
export type SyncAnswer = {
  readonly acked: number;
  readonly now: number;
  readonly outcomes: readonly Outcome[];
  readonly late: readonly Outcome[];
  readonly streams: readonly StreamAnswer[];
};

/** Parses a request that the transport has unpacked. Ops are of the asking device and in counter order without gaps. */
export const syncRequestSchema: z.ZodType<SyncRequest, SyncRequest> = z
  .strictObject({
    v: z.int().min(1).max(1000),
    dev: z.int().min(1).max(0xffffffff),
    ops: z.array(opSchema).max(MAX_OPS_PER_BATCH),
    seen: z.array(z.int().min(1)).max(1000),
    streams: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(64),
          epoch: z.string().max(40),
          base: z.int().min(0),
          after: z.int().min(0),
          limit: z.int().min(1).max(MAX_ROWS_PER_PAGE),
          check: z.string().max(40).optional(),
          whole: z.literal(true).optional(),
          awaits: z
            .array(z.string().regex(/^[0-9a-f]{16}$/))
            .max(AWAITED_MAX)
            .optional(),
          confirm: z.int().min(0).optional(),
          peers: z.array(z.int().min(1).max(0xffffffff)).max(PEERS_MAX).optional(),
        }),
      )
      .max(10),
    gone: z.int().min(1).optional(),
  })
  .refine(
    ({ dev, ops }) => ops.every((op, i) => op.dev === dev && op.n === (ops[0]?.n ?? 0) + i),
    'ops of one device, in order',
  );

/** One past value of a field, from the server's audit trail: who wrote it when on which PC. */
export type HistoryEntry = {
  readonly field: string;
  readonly v: FieldValue;
  readonly by: string;
  readonly dev: number;
  readonly h: number;
  readonly seq: number;
};

/** Parses what `GET /v1/history/:type/:id` answers. */
export const historySchema: z.ZodType<HistoryEntry[]> = z.array(
  z.object({
    field: z.string(),
    v: z.json(),
    by: z.string(),
    dev: z.int(),
    h: z.int(),
    seq: z.int(),
  }),
);
