import type { ColumnType, Generated } from 'kysely';
import type { SnapshotChunk } from '#shared/sync/snapshot-load.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import type { ParcelFacts } from './parcel-facts.ts';
import type { StoredRecord } from './stored-record.ts';

/** A JSON column: read as parsed, written as text. */
type Json<T> = ColumnType<T, string, string>;

/** A time column: read as a date, written as one; the database fills it in when it is left out. */
type Stamped = ColumnType<Date, Date | undefined, never>;

export type Tables = {
  commune: { id: string; name: string; province: string; created_at: Stamped };
  device: {
    id: Generated<number>;
    commune: string;
    name: string;
    public_key: string;
    record_id: string;
    last_n: Generated<number>;
    enrolled_at: Stamped;
    revoked_at: ColumnType<Date | null, never, Date>;
    /** Ring of counter marks (`counter-marks.ts`). */
    marks: Generated<Buffer>;
    /** The device whose copy this one was. */
    rejoined_from: ColumnType<number | null, number | null | undefined, never>;
    /** When it went of its own wish; it is revoked as well. */
    left_at: ColumnType<Date | null, never, Date>;
    wipe_at: ColumnType<number | null, never, number>;
    wipe_signature: ColumnType<string | null, never, string>;
    /** Its turn to bring back what a restore lost (`resupply-turn.ts`): in which life of its stream, and until when (server milliseconds). */
    resupply_epoch: ColumnType<string | null, never, string>;
    resupply_until: ColumnType<number | null, never, number>;
    resupply_done: ColumnType<boolean, never, boolean>;
    /** What it last said of itself (`device-standing.ts`). */
    seen_at: ColumnType<Date | null, never, Date>;
    pulled_seq: ColumnType<number, never, number>;
    pulled_epoch: ColumnType<string | null, never, string>;
    pulled_at: ColumnType<Date | null, never, Date>;
  };
  enrolment_code: {
    code_hash: string;
    commune: string;
    name: string | null;
    holds_register: boolean;
    expires_at: Date;
    used_by: ColumnType<number | null, never, number>;
  };
  challenge: { challenge_hash: string; expires_at: Date };
  session: { token_hash: string; commune: string; device: number; expires_at: Date };
  stream: {
    id: string;
    commune: string | null;
    seq: Generated<number>;
    epoch: string;
    register_ids: Generated<string[]>;
    /** When the life before this one ended, in server milliseconds. */
    former_end: ColumnType<number | null, never, number>;
  };
  record: { stream: string; type: string; id: string; seq: number; data: Json<StoredRecord> };
  /** The newest snapshot of a stream; its chunks lie in the folder of files. */
  snapshot: {
    stream: string;
    epoch: string;
    seq: number;
    form: number;
    chunks: Json<readonly SnapshotChunk[]>;
    /** Server milliseconds. */
    built_at: number;
  };
  parked_op: { stream: string; device: number; n: number; op: Json<Op>; since: number };
  kept_outcome: {
    commune: string;
    device: number;
    n: number;
    kind: 'ok' | 'conflict' | 'rejected' | 'parked';
    reason: string | null;
    seq: number | null;
    late: boolean;
    at: Stamped;
  };
  audit: {
    stream: string;
    type: string;
    id: string;
    seq: number;
    device: number;
    n: number;
    kind: Op['t'];
    by: string;
    h: number;
    f: Json<Readonly<Record<string, FieldValue>>>;
    at: Stamped;
  };
  number_ledger: {
    stream: string;
    book: string;
    year: number;
    number: number;
    record_id: string;
    device: number;
    by: string;
    at: Stamped;
  };
  file: { commune: string; hash: string; size: number; stored_at: Stamped };
  courier_task: {
    n: ColumnType<number, never, never>;
    commune: string;
    kind: 'dispatch' | 'arrival' | 'answer' | 'file' | 'merge' | 'transfer' | 'transfer-answer';
    id: string;
    tries: Generated<number>;
    /** Server milliseconds before which it is not tried (again). */
    due_at: Generated<number>;
  };
  shared_file: { commune: string; hash: string; recipient: string; dispatch: string };
  parcel: {
    id: string;
    commune: string;
    device: number;
    way: 'up' | 'down';
    series: string;
    number: number;
    /** Server milliseconds. */
    at: number;
    by: string;
    label: string;
    received_at: number | null;
    facts: Json<ParcelFacts>;
  };
  /** A commune whose stream went into another one's (`moved-streams.ts`). */
  moved_stream: {
    commune: string;
    into_commune: string;
    shift: number;
    epoch: string;
    into_epoch: string;
    /** Server milliseconds. */
    at: number;
  };
  province_key: { id: number; private_key: string; public_key: string };
  device_log: {
    commune: string;
    device: number;
    n: number;
    at: number;
    kind: string;
    by: string;
    type: string;
    record_id: string;
    detail: string;
    hash: string;
    received_at: Stamped;
  };
  device_log_head: {
    commune: string;
    device: number;
    n: number;
    hash: string;
    at: number;
    signature: string;
    broken_kind: 'gap' | 'changed' | null;
    broken_n: number | null;
    broken_at: Date | null;
    broken_count: Generated<number>;
  };
};
