import { useMemo } from 'react';
import { allDocuments, useDocumentList, type DocumentFilter } from '#renderer/data/documents/use-documents.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import type { IdList } from '#renderer/data/search/id-list.ts';

/** A unit or person nobody is: such a list stays empty. */
const nobody = '00000000-0000-7000-8000-000000000000';

/** Papers of a list, the earliest due first; undefined while loading. */
export function usePapersOf(list: 'awaiting' | 'mine' | 'unit', person: StaffRow | null): IdList | undefined {
  const filter = useMemo((): DocumentFilter => {
    const byDue = { ...allDocuments, sort: { by: 'due', descending: false } } as const;
    if (list === 'awaiting') return { ...allDocuments, facet: 'awaiting-directive' };
    if (list === 'mine') return { ...byDue, facet: 'in-progress', staffId: person?.id ?? nobody };
    return { ...byDue, facet: 'in-progress', unitId: person?.unitId ?? nobody };
  }, [list, person?.id, person?.unitId]);
  return useDocumentList(filter)?.ids;
}
