import type { UnitFields } from './unit-record.ts';

/** What most organisations say of themselves beside name, kind and place in the tree: nothing. */
export const usualUnit = {
  sort: '',
  code: '',
  formerNames: [],
  successorIds: [],
  termFrom: null,
  termTo: null,
  importId: null,
} as const satisfies Partial<UnitFields>;
