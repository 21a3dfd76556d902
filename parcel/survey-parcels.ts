import { join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { ParcelManifest } from '#shared/contract/parcel-manifest.ts';
import { readPartFront } from './open-part.ts';
import { PARCELS_FOLDER, PART_ENDING, UNFINISHED_ENDING } from './parcel-names.ts';
import type { PartFront } from './part-front.ts';
import { stickFault, type Stick } from './stick.ts';

/** Most parts that are looked at in one place. */
const PARTS_MAX = 5000;

/** A part that can be opened. */
export type FoundPart = { readonly path: string; readonly front: PartFront };

/** A package as far as its parts are here, in order; `first`: what its first part here says. */
export type FoundParcel = { readonly first: ParcelManifest; readonly parts: readonly FoundPart[] };

/** What lies on a stick: packages by sender and number, and parts that could not be opened, with the reason. */
export type Survey = {
  readonly parcels: readonly FoundParcel[];
  readonly faults: readonly { readonly path: string; readonly code: ErrorCode }[];
};

/**
 * Looks at what a person chose: a stick, the folder of packages on it, or one package. Names say nothing; a copy of a part counts once. Nothing of what is
 * said is checked yet but that it was written to this reader; what was written to others is passed over where anything is for this one.
 */
export async function surveyParcels(stick: Stick, folder: string, identity: string): Promise<Survey> {
  const found = new Map<string, Map<number, FoundPart>>();
  const faults: { path: string; code: ErrorCode }[] = [];
  for (const path of await listParts(stick, folder)) {
    try {
      const front = await readPartFront(stick, path, identity);
      const { id, from, part } = front.manifest;
      const key = `${String(from)}|${id}`;
      const parts = found.get(key) ?? new Map<number, FoundPart>();
      found.set(key, parts);
      if (!parts.has(part)) parts.set(part, { path, front });
    } catch (cause) {
      faults.push({ path, code: stickFault(cause).code });
    }
  }
  const parcels = [...found.values()].flatMap((byPart): FoundParcel[] => {
    const parts = [...byPart.values()].sort((a, b) => a.front.manifest.part - b.front.manifest.part);
    const first = parts[0]?.front.manifest;
    return first === undefined ? [] : [{ first, parts }];
  });
  // On a stick that goes to and fro lie the packages of both directions: those for somebody else are nobody's fault.
  const isElse = ({ code }: { readonly code: ErrorCode }): boolean => code === 'parcel-not-for-here';
  return {
    parcels: parcels.sort((a, b) => byNumber(a.first, b.first)),
    faults: parcels.length === 0 ? faults : faults.filter((fault) => !isElse(fault)),
  };
}

function byNumber(a: ParcelManifest, b: ParcelManifest): number {
  return a.from - b.from || a.at - b.at || a.number - b.number;
}

async function listParts(stick: Stick, folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  const look = async (path: string, depth: number): Promise<void> => {
    const entries = [...(await stick.list(path))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, isFolder } of entries) {
      if (paths.length >= PARTS_MAX) return;
      if (!isFolder && name.endsWith(PART_ENDING)) paths.push(join(path, name));
      const isShelf = depth > 1 || name === PARCELS_FOLDER || path.endsWith(PARCELS_FOLDER);
      if (isFolder && depth > 0 && isShelf && !name.endsWith(UNFINISHED_ENDING))
        await look(join(path, name), depth - 1);
    }
  };
  await look(folder, 2);
  return paths;
}
