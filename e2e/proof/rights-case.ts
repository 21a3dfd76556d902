import type { SampleAct } from '#e2e/sample/sample-pc.ts';
import type { Action } from '#shared/domain/rights/rights-table.ts';

/**
 * One act of an action, and what must be there before it can be tried: made by somebody who may. `cell`: it is about a cell that is not the one of
 * the secretary who tries it.
 */
export type RightsCase = {
  readonly action: Action;
  readonly needs: readonly SampleAct[];
  /** What somebody else must have put forward, in their own name. */
  readonly needsOfOther?: readonly SampleAct[];
  readonly act: SampleAct;
  readonly cell?: 'foreign';
};
