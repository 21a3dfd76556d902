import { describe, expect, it } from 'vitest';
import { findSoundBackup, type RestoreCandidate } from './backup.ts';

const good: RestoreCandidate = {
  id: 'good',
  at: 100,
  counts: {},
  unsent: 0,
  bytes: 1,
  files: 1,
  skipped: 0,
  rehearsed: null,
  commune: 'Na Lau',
  device: 'PC',
  dev: 7,
  standing: 'other',
  people: [],
};

describe('the backup that is offered first', () => {
  it('is the newest that can be opened and of which nothing bad is known', () => {
    const newer = { ...good, id: 'newer', at: 300 };
    const bad = { ...good, id: 'bad', at: 500, rehearsed: { at: 1, ok: false } };
    const short = { ...good, id: 'short', at: 600, skipped: 2 };
    const damaged = { ...good, id: 'damaged', at: 900, standing: 'damaged' } as const;
    expect(findSoundBackup([good, damaged, bad, newer, short])?.id).toBe('newer');
    expect(findSoundBackup([bad, damaged])?.id).toBe('bad'); // better than none
    expect(findSoundBackup([damaged])).toBeUndefined();
  });
});
