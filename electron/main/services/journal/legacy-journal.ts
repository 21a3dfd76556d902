import { readFile, stat } from 'node:fs/promises';
import { Encoder } from 'cbor-x';
import { err, ok, type Result } from '#shared/base/result.ts';
import { opSchema, type Op } from '#shared/sync/op.ts';
import { systemCode } from '../disk/disk-failure.ts';
import { crc32c } from './crc32c.ts';
import { MAX_OP_BYTES, type SegmentRefusal } from './segment-format.ts';
import type { Stretch } from './segment-scan.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
const HEADER = [0x48, 0x53, 0x58, 0x4a, 1, 0, 0, 0];
const FRAME_HEAD = 8;
/** The one file of the first build never grew near this; a larger one is not read. */
const MAX_BYTES = 512 * 1024 * 1024;

/** What the journal of the first build (version 1, one file in clear) holds. */
export type LegacyJournal = {
  readonly ops: readonly Op[];
  readonly damage: readonly Stretch[];
  readonly file: Uint8Array;
};

/** Reads the journal of the first build, if there is one. */
export async function readLegacyJournal(path: string): Promise<Result<LegacyJournal | undefined, SegmentRefusal>> {
  try {
    if ((await stat(path)).size > MAX_BYTES) return err('journal-foreign');
    return parseLegacyJournal(await readFile(path));
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return ok(undefined);
    throw cause;
  }
}

/** Finds every whole frame: length, CRC-32C over length and payload, op in CBOR. What follows the last is a torn write; payloads that turn out wrong are paid from a budget. */
export function parseLegacyJournal(file: Uint8Array): Result<LegacyJournal, SegmentRefusal> {
  if (!HEADER.slice(0, 4).every((byte, i) => file[i] === byte)) return err('journal-foreign');
  if ((file[4] ?? 0) > 1) return err('journal-newer');
  if (!HEADER.every((byte, i) => file[i] === byte)) return err('journal-damaged');
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const ops: Op[] = [];
  const damage: Stretch[] = [];
  let end = HEADER.length;
  let budget = Math.max(file.length, 64 * 1024 * 1024);
  for (let start = end; start + FRAME_HEAD <= file.length && budget > 0;) {
    const length = view.getUint32(start, true);
    const next = start + FRAME_HEAD + length;
    if (length === 0 || length > MAX_OP_BYTES || next > file.length) {
      start += 1;
      continue;
    }
    const payload = file.subarray(start + FRAME_HEAD, next);
    const op =
      view.getUint32(start + 4, true) === crc32c(payload, crc32c(file.subarray(start, start + 4)))
        ? parseOp(payload)
        : undefined;
    if (op === undefined) {
      budget -= length;
      start += 1;
      continue;
    }
    if (start > end) damage.push({ start: end, end: start });
    ops.push(op);
    start = next;
    end = next;
  }
  return ok({ ops, damage, file });
}

function parseOp(payload: Uint8Array): Op | undefined {
  try {
    const parsed = opSchema.safeParse(cbor.decode(payload));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
