import { existsSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetUpFailure } from './set-up-failure.mjs';

const FIRST_TIME_BYTES = 3 * 1024 ** 3;
const LATER_BYTES = 0.5 * 1024 ** 3;

/**
 * Dependencies, runtime and build output take about 2 GB the first time: below 3 GB we stop before half of it
 * is written. Afterwards half a gigabyte is enough to build and test.
 */
export function requireFreeDisk(folder) {
  const needed = existsSync(join(folder, 'node_modules')) ? LATER_BYTES : FIRST_TIME_BYTES;
  const existing = nearestExisting(folder);
  const { bavail, bsize } = statfsSync(existing);
  const free = bavail * bsize;
  if (free >= needed) return;
  const gigabytes = (bytes) => (bytes / 1024 ** 3).toFixed(1);
  throw new SetUpFailure(
    `Only ${gigabytes(free)} GB is free for ${existing}; the set-up needs ${gigabytes(needed)} GB.`,
    'npm cache clean --force   # frees some; otherwise delete files you no longer need',
  );
}

function nearestExisting(folder) {
  let at = folder;
  while (!existsSync(at)) at = dirname(at);
  return at;
}
