import type { AgencyFields } from './agency-record.ts';

/**
 * Where a paper for this office goes: the office itself and those it was merged into, one after the other. The last one stands;
 * empty when nobody knows the code. A circle in the directory ends where it closes.
 */
export function placesOf(
  code: string,
  findAgency: (code: string) => Pick<AgencyFields, 'mergedInto'> | undefined,
): readonly string[] {
  const places: string[] = [];
  for (let next: string | null = code; next !== null && !places.includes(next);) {
    const agency = findAgency(next);
    if (agency === undefined) break;
    places.push(next);
    next = agency.mergedInto;
  }
  return places;
}
