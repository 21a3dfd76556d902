import { useMemo } from 'react';
import { useDocumentList } from '#renderer/data/documents/use-documents.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import type { IdList } from '#renderer/data/search/id-list.ts';
import { filterOf } from './paper-filters.ts';

/** Papers of a list; undefined while loading. */
export function usePapersOf(list: 'awaiting' | 'mine' | 'unit', person: StaffRow | null): IdList | undefined {
  return useDocumentList(useMemo(() => filterOf(list, person), [list, person]))?.ids;
}
