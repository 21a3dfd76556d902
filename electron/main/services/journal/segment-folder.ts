import { mkdir, readdir, rm, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SetAside } from '../disk/set-aside.ts';
import { parseSegmentName, readSegment, type FoundSegment, type Segment } from './segment.ts';

/** What was found in the journal's folder when it was opened. */
export type FolderScan = {
  readonly segments: Segment[];
  readonly damagedBytes: number;
  /** Files moved aside, stretches copied aside now, and files of a newer build left as they are. */
  readonly setAside: number;
  /** Highest place any file here has, newer builds' included: new segments go behind it. */
  readonly lastOrder: number;
};

/** Name of the small file beside the segments that says what the province has acknowledged. */
export const ACKNOWLEDGED_FILE = 'acknowledged.json';

/**
 * Reads the folder: clears unfinished files away, sets foreign ones aside, keeps copies of damage, cuts the torn write after the last whole frame
 * of each lane's last segment. A segment of a newer build stays untouched.
 */
export async function scanSegmentFolder(folder: string, setAside: SetAside): Promise<FolderScan> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const segments: Segment[] = [];
  let damagedBytes = 0;
  let aside = 0;
  let lastOrder = 0;
  const ids = new Set<string>();
  const tails = new Map<Segment, number>();
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    if (name === ACKNOWLEDGED_FILE) continue;
    if (name.endsWith('.next')) {
      await rm(path, { force: true, recursive: true }); // never finished, so never answered for
      continue;
    }
    const place = parseSegmentName(name);
    lastOrder = Math.max(lastOrder, place?.order ?? 0);
    const found = place === undefined ? undefined : await readSegment(path, place.order);
    if (found?.ok === false && found.error === 'journal-newer') {
      aside += 1;
      continue;
    }
    if (place === undefined || found?.ok !== true || isDoubled(found.value.segment, place.lane, ids)) {
      await setAside.move(path, `journal-${name}`);
      aside += 1;
      continue;
    }
    const { segment, damage } = found.value;
    damagedBytes += damage.reduce((sum, { start, end }) => sum + end - start, 0);
    aside += await keepDamage(setAside, found.value);
    segments.push(segment);
    tails.set(segment, found.value.bytes.length - segment.end);
  }
  for (const segment of segments) {
    const isLast = !segments.some(({ header, order }) => header.lane === segment.header.lane && order > segment.order);
    if (isLast) continue;
    segment.sealed = true;
    damagedBytes += tails.get(segment) ?? 0; // nothing was being written here: no torn write
  }
  return { segments: segments.sort((a, b) => a.order - b.order), damagedBytes, setAside: aside, lastOrder };
}

function isDoubled({ header }: Segment, lane: string, ids: Set<string>): boolean {
  const id = Buffer.from(header.id).toString('hex');
  if (ids.has(id) || header.lane !== lane) return true;
  ids.add(id);
  return false;
}

/** Copies what is no frame; cuts the end off only when a copy of it is safe (else the segment takes nothing more). */
async function keepDamage(setAside: SetAside, { segment, bytes, damage }: FoundSegment): Promise<number> {
  const name = `journal-${basename(segment.path)}`;
  let kept = 0;
  try {
    for (const { start, end } of damage) {
      if (await setAside.keep(`${name}-${String(start)}`, bytes.subarray(start, end))) kept += 1;
    }
    if (segment.end < bytes.length) {
      const tail = bytes.subarray(segment.end);
      if (tail.some((byte) => byte !== 0)) await setAside.keep(`${name}-${String(segment.end)}-tail`, tail);
      await truncate(segment.path, segment.end);
    }
  } catch {
    segment.sealed = true; // no room for the copy: nothing is cut, nothing is appended
  }
  return kept;
}
