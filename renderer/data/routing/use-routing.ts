import type { RowFlag, DelegationRow, DocumentRow, HandoverRow, StaffRow } from '../rows.ts';
import { useLive } from '../use-live.ts';

/** Steps of a paper from hand to hand, oldest first; undefined while loading. */
export function useHandovers(documentId: string): readonly HandoverRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.handovers.where('documentId').equals(documentId).toArray();
      return rows.filter(({ removed }) => !removed).sort((a, b) => (a.handedAt < b.handedAt ? -1 : 1));
    },
    [documentId],
  );
}

/** A step that waits for somebody, with its paper. */
export type WaitingStep = { readonly step: HandoverRow; readonly document: DocumentRow };

const SHOWN = 50;

/**
 * Steps that wait for a person or their unit, those nearest their deadline first (none last), at most 50; `count` says how many there are.
 * Undefined while loading.
 */
export function useWaitingSteps(
  person: Pick<StaffRow, 'id' | 'unitId'> | null,
): { readonly count: number; readonly steps: readonly WaitingStep[] } | undefined {
  return useLive(
    async ({ db }) => {
      if (person === null) return { count: 0, steps: [] };
      const flag: RowFlag = 'open';
      const open: HandoverRow[] = await db.handovers.where('flags').equals(flag).toArray();
      const own = open
        .filter(
          ({ toStaffId, toUnitId }) => toStaffId === person.id || (toUnitId !== null && toUnitId === person.unitId),
        )
        .sort((a, b) => ((a.dueOn ?? '9') + a.handedAt < (b.dueOn ?? '9') + b.handedAt ? -1 : 1));
      const shown = own.slice(0, SHOWN);
      const documents = await db.documents.bulkGet(shown.map(({ documentId }) => documentId));
      const steps = shown.flatMap((step, at): WaitingStep[] => {
        const document = documents[at];
        return document === undefined || document.removed ? [] : [{ step, document }];
      });
      return { count: own.length, steps };
    },
    [person?.id, person?.unitId],
  );
}

/** Duties given to others, newest first; undefined while loading. */
export function useDelegations(): readonly DelegationRow[] | undefined {
  return useLive(async ({ db }) => {
    const rows: DelegationRow[] = await db.delegations.toArray();
    return rows.filter(({ removed }) => !removed).sort((a, b) => (a.from < b.from ? 1 : -1));
  }, []);
}
