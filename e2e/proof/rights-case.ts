import type { SampleAct } from '#e2e/sample/sample-pc.ts';
import type { Action } from '#shared/domain/rights/rights-table.ts';

/** One act of an action, and what must be there before it can be tried: made by somebody who may. */
export type RightsCase = { readonly action: Action; readonly needs: readonly SampleAct[]; readonly act: SampleAct };
