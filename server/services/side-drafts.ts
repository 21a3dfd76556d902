import type { RecordRef } from '#shared/sync/accept.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { valuesOf } from './op-changes.ts';

/** Values of fields as they are written. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** What is to be written of a record. */
export type Change = RecordRef & { readonly f: Fields };

type Draft = { readonly ref: RecordRef; readonly held: SyncRecord | undefined; readonly f: Fields };

/** What is to be written in one commune, record by record; what is said later of a record comes on top of what was said before. */
export class SideDrafts {
  private readonly drafts = new Map<string, Draft>();

  /** `held`: the record as it stands; undefined when it is to be made. */
  write({ type, id }: RecordRef, held: SyncRecord | undefined, f: Fields): void {
    const key = recordKey(type, id);
    const earlier = this.drafts.get(key);
    this.drafts.set(key, { ref: { type, id }, held: earlier?.held ?? held, f: { ...earlier?.f, ...f } });
  }

  /** Values of a record with what was drafted of it so far. */
  valuesOf(ref: RecordRef, held: SyncRecord | undefined): Fields {
    const { [REMOVED]: _removed, ...drafted } = this.drafts.get(recordKey(ref.type, ref.id))?.f ?? {};
    return { ...(held && valuesOf(held)), ...drafted };
  }

  /** Records of an entity that something was drafted of. */
  list(type: string): readonly RecordRef[] {
    return [...this.drafts.values()].flatMap(({ ref }) => (ref.type === type ? [ref] : []));
  }

  /** Only what differs from what is there, so that doing it twice moves no sequence. */
  changes(): readonly Change[] {
    return [...this.drafts.values()].flatMap(({ ref, held, f }) => {
      const differing = changesOf(held, f);
      return Object.keys(differing).length === 0 ? [] : [{ ...ref, f: differing }];
    });
  }
}

function changesOf(held: SyncRecord | undefined, wanted: Fields): Fields {
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => {
      const cell = held?.f[field];
      // A record without a tombstone is one that is not removed.
      if (cell === undefined) return field !== REMOVED || value === true;
      return !equalValues(cell.v, value);
    }),
  );
}
