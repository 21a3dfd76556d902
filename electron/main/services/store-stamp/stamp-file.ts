import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { systemCode } from '../disk/disk-failure.ts';

const stampSchema = z.object({
  version: z.literal(1),
  /** Highest build and Electron that have worked with this profile. */
  build: z.int().min(0),
  electronMajor: z.int().min(0),
  storeId: z.uuid().nullable(),
  records: z.int().min(0),
  lost: z.enum(['missing', 'set-aside']).nullable(),
});

/** What `store.json` says of the profile and of the page's store. */
export type Stamp = z.infer<typeof stampSchema>;

/** The program that looks at the profile. */
export type BuildFacts = { readonly build: number; readonly electronMajor: number };

/** What was found: no stamp yet, one, one of a newer build, or one that cannot be read. */
export type FoundStamp =
  | { readonly kind: 'none' | 'newer' | 'damaged' }
  | { readonly kind: 'stamp'; readonly stamp: Stamp };

const MAX_BYTES = 64 * 1024;

/** A version like `1.4.2` as a number that grows with it. */
export function buildNumber(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/).slice(0, 3).map(Number);
  return (major || 0) * 1_000_000 + (minor || 0) * 1000 + (patch || 0);
}

/** Reads the stamp and touches nothing. Synchronous, because it must be asked before Electron opens the profile. */
export function findStamp(path: string, mine: BuildFacts): FoundStamp {
  let value: unknown;
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > MAX_BYTES) return { kind: 'damaged' };
    value = JSON.parse(text);
  } catch (cause) {
    return { kind: systemCode(cause) === 'ENOENT' ? 'none' : 'damaged' };
  }
  const claim: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const exceeds = (name: string, limit: number): boolean => typeof claim[name] === 'number' && claim[name] > limit;
  if (exceeds('version', 1) || exceeds('build', mine.build) || exceeds('electronMajor', mine.electronMajor))
    return { kind: 'newer' };
  const stamp = stampSchema.safeParse(value);
  return stamp.success ? { kind: 'stamp', stamp: stamp.data } : { kind: 'damaged' };
}
