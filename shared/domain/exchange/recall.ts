import type { RecallStatus } from './letter.ts';

/** What both sides hold of a wish to take a paper back. */
type Recallable = {
  readonly recallAt: string | null;
  readonly recallStatus: RecallStatus | null;
  readonly recallAnsweredFor: string | null;
};

/**
 * Where a wish to take a paper back stands, by the interconnection codes (domain.md 3.2): 13 asked and not answered, 15 agreed, 16 refused;
 * null when nobody ever asked. An answer counts only for the wish it was given to.
 */
export function recallStanding({ recallAt, recallStatus, recallAnsweredFor }: Recallable): RecallStatus | null {
  if (recallAt === null) return null;
  return recallAnsweredFor === recallAt && recallStatus !== null ? recallStatus : '13';
}
