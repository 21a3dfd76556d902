import type { FeeRules } from '#shared/domain/fee/fee-rules.ts';
import { useLive } from '../use-live.ts';
import { readFeeRules, readFeeSheet, type FeeSheet } from './read-fee-sheet.ts';

/** The sheet of a cell for a month, live; undefined while loading or without a cell. */
export function useFeeSheet(unitId: string | null, month: string): FeeSheet | undefined {
  return useLive(
    async (office) => (unitId === null ? undefined : readFeeSheet(office, unitId, month)),
    [unitId, month],
  );
}

/** The office's rules on fees, live. */
export function useFeeRules(): FeeRules | undefined {
  return useLive((office) => readFeeRules(office), []);
}
