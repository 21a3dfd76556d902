/** Where an organisation stands in the tree of today, and who took over from it when it has ended. */
export type UnitPlace = { readonly parentId: string | null; readonly successorIds: readonly string[] };

type PlaceOf = (unitId: string) => UnitPlace | undefined;

/**
 * Whether an organisation is somebody's own or below it. Who belonged to one that has ended belongs to its first heir; what lies with one that has ended is within
 * reach of all its heirs, so that nobody loses sight of minutes and fees of the time before. A damaged tree ends where it meets itself.
 */
export function isWithinUnit(unitId: string, ownUnitId: string, placeOf: PlaceOf): boolean {
  const own = ownChain(ownUnitId, placeOf);
  const seen = new Set<string>();
  const waiting = [unitId];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (own.has(at)) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    const place = placeOf(at);
    if (place === undefined) continue;
    if (place.parentId !== null) waiting.push(place.parentId);
    waiting.push(...place.successorIds);
  }
  return false;
}

/** The organisation that stands for one today: itself, or from first heir to first heir. */
export function presentUnit(unitId: string, placeOf: PlaceOf): string {
  return [...ownChain(unitId, placeOf)].at(-1) ?? unitId;
}

function ownChain(unitId: string, placeOf: PlaceOf): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let at: string | undefined = unitId; at !== undefined && !chain.has(at); at = placeOf(at)?.successorIds[0])
    chain.add(at);
  return chain;
}
