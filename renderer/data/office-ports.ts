import type { ErrorCode } from '#shared/base/errors.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { StreamMove } from '#shared/sync/moved-stream.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';

/** Counters of a device: `shared` for what the province gets, `local` for what never leaves the PC. */
export type Lane = 'shared' | 'local';

/** Where the journal stands; counters are 0 while a lane is empty. `acked`: highest counter the province has acknowledged. */
export type JournalFacts = {
  readonly firstN: number;
  readonly lastN: number;
  readonly lastLocalN: number;
  readonly acked: number;
};

/** The fsynced file outside the page that every op reaches before a screen says saved. */
export interface Journal {
  /** Appends all or none; resolves after the fsync. */
  append(ops: readonly Op[]): Promise<Result<null, { readonly code: ErrorCode }>>;
  /** Ops of a lane with a counter above `n`, in order; at most 1,000 a call. */
  readSince(n: number, lane: Lane): Promise<Result<readonly Op[], { readonly code: ErrorCode }>>;
  facts(): Promise<Result<JournalFacts, { readonly code: ErrorCode }>>;
}

/** A past value from the province's audit trail. */
export type ServerHistoryEntry = {
  readonly field: string;
  readonly v: FieldValue;
  readonly by: string;
  readonly dev: number;
  readonly h: number;
};

/** The province's trail of one record; undefined when it cannot be asked now. */
export interface ServerHistory {
  read(type: string, id: string): Promise<readonly ServerHistoryEntry[] | undefined>;
}

/** Records and files the province is asked to show. */
export type ReceiptAsk = {
  readonly records: { readonly type: string; readonly id: string }[];
  readonly files: string[];
};

/** What it shows of them, as `shared/contract/receipts.ts` has it. Times are server milliseconds. */
export type ShownReceipts = {
  readonly records: readonly {
    readonly type: string;
    readonly id: string;
    readonly seq: number;
    readonly hash: string;
    readonly takenAt: number | null;
  }[];
  readonly files: readonly { readonly hash: string; readonly storedAt: number }[];
  readonly devices: readonly {
    readonly dev: number;
    readonly upTo: number;
    readonly toldAt: number | null;
    readonly seenAt: number | null;
  }[];
};

/** What the province holds of records and files, by hash, and which PCs have how much; undefined when it cannot be asked now. */
export interface ServerReceipts {
  show(request: ReceiptAsk): Promise<ShownReceipts | undefined>;
}

/** Rows of a backup in pieces: JSON arrays by table. `done` with the last piece. Damaged pieces are left out. `counts`: rows it had, by table. */
export interface BackupSource {
  read(from: number): Promise<
    Result<
      {
        readonly frames: readonly { readonly table: string; readonly bytes: Uint8Array }[];
        readonly next: number;
        readonly done: boolean;
      },
      { readonly code: ErrorCode }
    >
  >;
  readonly counts: Readonly<Record<string, number>>;
}

/** What this PC is to the province. */
export type OfficeDevice = {
  readonly dev: number;
  readonly name: string;
  readonly commune: { readonly id: string; readonly name: string; readonly province: string };
  readonly streams: readonly string[];
  /** Server clock minus local clock when last measured, in milliseconds. */
  readonly offsetMs: number;
  /** Moves of streams this PC was in before its commune was merged into another one, the first first. */
  readonly moves?: readonly StreamMove[] | undefined;
};

/** What an office needs from outside: tests give small real ones. `nowMs` is the PC's own clock, milliseconds since 1970. */
export type OfficePorts = {
  readonly journal: Journal;
  readonly history: ServerHistory;
  readonly receipts: ServerReceipts;
  readonly newId: NewId;
  readonly nowMs: () => number;
};
