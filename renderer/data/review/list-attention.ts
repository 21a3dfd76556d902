import { isErrorCode, type ErrorCode } from '#shared/base/errors.ts';
import { isEntityType, type EntityType } from '#shared/entities.ts';
import { hlcToMs } from '#shared/sync/hlc.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { listMissingFiles, type MissingFile } from '../files/missing-files.ts';
import type { Office } from '../office.ts';
import { countOutbox, listOutbox } from '../replica/outbox.ts';
import type { OutboxRow } from '../rows.ts';
import { readTitle, titleOf } from './record-titles.ts';

/** How wrong the PC's clock may be, in milliseconds, before a person is told. */
export const CLOCK_ALARM_MS = 5 * 60_000;

/** What a person must look at: refused and parked changes with their values, a gap at the server, files that cannot be sent or are nowhere, a wrong clock. */
export type AttentionItem =
  | {
      readonly kind: 'refused';
      readonly n: number;
      readonly type: EntityType;
      readonly id: string;
      readonly title: string;
      readonly code: ErrorCode;
      readonly fields: Readonly<Record<string, FieldValue>>;
      readonly atMs: number;
      /** The paper was filed anew without its number and waits for another one. */
      readonly renumbered: boolean;
      /** A value of somebody's that a restored province had lost and this PC was to bring back. */
      readonly broughtBack: boolean;
    }
  | {
      readonly kind: 'parked';
      readonly n: number;
      readonly type: EntityType;
      readonly id: string;
      readonly title: string;
      readonly atMs: number;
    }
  | { readonly kind: 'counter-gap'; readonly expect: number }
  | {
      readonly kind: 'file';
      readonly hash: string;
      readonly name: string;
      readonly documentId: string | null;
      readonly code: ErrorCode;
    }
  | ({ readonly kind: 'missing-file' } & MissingFile)
  | { readonly kind: 'clock'; readonly offsetMs: number };

/** Everything that needs a person, but open conflicts (see `listConflicts`). */
export async function listAttention(office: Office): Promise<readonly AttentionItem[]> {
  const { db } = office;
  const [refused, parked, files, gap, offset, missing] = await Promise.all([
    listOutbox(db, 'rejected'),
    listOutbox(db, 'parked'),
    db.localTransfers.where('state').equals('failed').toArray(),
    db.localMeta.get('counter-gap'),
    db.localMeta.get('offset'),
    listMissingFiles(office),
  ]);
  const expect = gap?.value;
  const offsetMs = offset?.value;
  return [
    ...(typeof expect === 'number' ? [{ kind: 'counter-gap' as const, expect }] : []),
    ...(typeof offsetMs === 'number' && Math.abs(offsetMs) > CLOCK_ALARM_MS
      ? [{ kind: 'clock' as const, offsetMs }]
      : []),
    ...(await Promise.all(refused.map((row) => refusedItem(office, row)))),
    ...(await Promise.all(parked.map(async (row) => ({ kind: 'parked' as const, ...(await placed(office, row)) })))),
    ...files.map(({ hash, name, documentId, code }) => ({
      kind: 'file' as const,
      hash,
      name,
      documentId,
      code: toCode(code),
    })),
    ...missing.map((file) => ({ kind: 'missing-file' as const, ...file })),
  ];
}

/** How many things need a person, conflicts not counted. */
export async function countAttention(office: Office): Promise<number> {
  const { db } = office;
  const [refused, parked, files, gap, offset, missing] = await Promise.all([
    countOutbox(db, 'rejected'),
    countOutbox(db, 'parked'),
    db.localTransfers.where('state').equals('failed').count(),
    db.localMeta.get('counter-gap'),
    db.localMeta.get('offset'),
    listMissingFiles(office),
  ]);
  const isClockWrong = typeof offset?.value === 'number' && Math.abs(offset.value) > CLOCK_ALARM_MS;
  return refused + parked + files + missing.length + (typeof gap?.value === 'number' ? 1 : 0) + (isClockWrong ? 1 : 0);
}

async function refusedItem(office: Office, row: OutboxRow): Promise<AttentionItem> {
  const code = row.state.kind === 'rejected' ? toCode(row.state.reason) : 'unexpected';
  return {
    kind: 'refused',
    ...(await placed(office, row)),
    code,
    fields: row.op.f,
    renumbered: row.renewedBy !== undefined,
    broughtBack: row.op.t === 'sup',
  };
}

async function placed(
  office: Office,
  { n, type, id, op }: OutboxRow,
): Promise<{ n: number; type: EntityType; id: string; title: string; atMs: number }> {
  if (!isEntityType(type)) throw new Error(`own op of an unknown entity: ${type}`);
  return { n, type, id, title: (await readTitle(office, { type, id })) || titleOf(op.f), atMs: hlcToMs(op.h) };
}

function toCode(text: string | undefined): ErrorCode {
  return text !== undefined && isErrorCode(text) ? text : 'unexpected';
}
