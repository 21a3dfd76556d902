import { allDocuments, type DocumentFilter } from '#renderer/data/documents/document-list.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import type { CardId, PaperListId } from './today-cards.ts';

/** A unit or person nobody is: such a list stays empty. */
const nobody = '00000000-0000-7000-8000-000000000000';

type Person = Pick<StaffRow, 'id' | 'unitId'> | null;

/** Whether a figure is about sync and not about papers. */
export function isSyncCard(id: CardId): boolean {
  return id === 'choose' || id === 'unsent';
}

/** The papers a figure or a list stands for, most pressing first. */
export function filterOf(id: CardId | PaperListId, person: Person): DocumentFilter {
  const byDue = { ...allDocuments, sort: { by: 'due', descending: false } } as const;
  switch (id) {
    case 'awaiting':
      return { ...allDocuments, facet: 'awaiting-directive' };
    case 'mine':
      return { ...byDue, facet: 'in-progress', staffId: person?.id ?? nobody };
    case 'unit':
      return { ...byDue, facet: 'in-progress', unitId: person?.unitId ?? nobody };
    case 'overdue':
    case 'due':
      return { ...byDue, facet: 'overdue' };
    case 'in-progress':
      return { ...byDue, facet: 'in-progress' };
    case 'unnumbered':
      return { ...allDocuments, facet: 'unnumbered' };
    case 'registered':
    case 'choose':
    case 'unsent':
      return allDocuments;
  }
}
