import { describe, expect, test } from 'vitest';
import { bannersText as text } from '#renderer/messages/banners.ts';
import { listBanners, type BannerCauses } from './list-banners.ts';

const DAY = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 22, 3);
const backup = {
  folder: '/media/usb',
  isFolderThere: true,
  running: null,
  entries: [{ id: 'a', at: now - DAY, counts: {}, unsent: 0, bytes: 1, files: 0, skipped: 0, rehearsed: null }],
  rehearsed: null,
  failure: null,
  nextDueAt: now,
  nextRehearsalAt: now,
} as const;
const fine: BannerCauses = {
  health: { kind: 'fine' },
  disk: { level: 'ample', freeBytes: 80e9 },
  facts: {
    backup,
    journal: { firstN: 1, lastN: 9, lastLocalN: 0, acked: 9, damagedBytes: 0, setAside: 0 },
    vault: { checkedAt: now, running: null, files: 3, missing: [], changed: [], orphaned: ['x'] },
  },
  sync: { failure: null, firstSyncDone: true, rowsReceived: 0, loading: null, reachable: true, clockOffsetMs: 90_000 },
  dev: 4,
  devBefore: 4,
  mayManage: true,
  lateWork: 0,
  nowMs: now,
  when: () => '10:00',
  run: { reopen: () => undefined, rebuild: () => undefined, thisPc: () => undefined, units: () => undefined },
};
const keysOf = (causes: Partial<BannerCauses>): string[] => listBanners({ ...fine, ...causes }).map(({ key }) => key);

describe('notices above the screen', () => {
  test('are none while all is well, a clock wrong by less than two minutes and an unnamed file included', () => {
    expect(keysOf({})).toEqual([]);
  });

  test('say how much was written late into organisations that had ended, until somebody has looked', () => {
    expect(keysOf({ lateWork: 3 })).toEqual(['late-work-3']);
    expect(listBanners({ ...fine, lateWork: 3 })[0]).toMatchObject({ title: text.lateWorkTitle('3'), tone: 'blue' });
  });

  test('stand in order of weight, and what nobody can put away goes by itself', () => {
    const all = listBanners({
      ...fine,
      health: { kind: 'damaged', rows: 3 },
      disk: { level: 'read-only', freeBytes: 300e6 },
      facts: { ...fine.facts, backup: { ...backup, folder: null } },
      sync: { ...fine.sync, clockOffsetMs: -3_600_000 * 5 },
    });
    expect(all.map(({ key }) => key)).toEqual(['disk-read-only', 'store-damaged', 'clock-5 giờ', 'backup-none']);
    expect(all.map(({ mayDismiss = false }) => mayDismiss)).toEqual([false, false, true, true]);
    expect(all[2]?.title).toBe(text.clockAhead('5 giờ'));
  });

  test('say that a wrong clock runs behind, by how much, up to years', () => {
    const [banner] = listBanners({ ...fine, sync: { ...fine.sync, clockOffsetMs: 3653 * DAY } });
    expect(banner?.title).toBe(text.clockBehind('10 năm'));
  });

  test('tell of a rebuilt store until it is read, and of its progress before', () => {
    const health = { kind: 'rebuilt' } as const;
    expect(keysOf({ health, sync: { ...fine.sync, firstSyncDone: false } })).toEqual(['rebuilding']);
    expect(keysOf({ health })).toEqual(['rebuilt']);
  });

  test('come back for a backup that failed or is overdue, but only to those who manage the PC', () => {
    const failed = { ...backup, failure: { code: 'backup-folder-missing', at: now } };
    const old = { ...backup, entries: [{ ...backup.entries[0], at: now - 5 * DAY }] };
    const short = {
      ...backup,
      entries: [{ ...backup.entries[0], skipped: 2 }],
      failure: { code: 'backup-no-room', at: now - DAY },
    };
    expect(keysOf({ facts: { backup: failed } })).toEqual([`backup-failed-${String(now)}`]);
    expect(listBanners({ ...fine, facts: { backup: short } })[0]?.title).toBe(text.backupShortTitle('10:00', '2'));
    expect(keysOf({ facts: { backup: { ...short, failure: failed.failure } } })).toEqual([
      `backup-failed-${String(now)}`,
    ]);
    expect(keysOf({ facts: { backup: old } })).toEqual(['backup-overdue-5']);
    expect(keysOf({ facts: { backup: old }, mayManage: false })).toEqual([]);
  });

  test('say what was damaged, what is only a copy’s doing, and that the province took the PC back', () => {
    const journal = { firstN: 1, lastN: 9, lastLocalN: 0, acked: 9, damagedBytes: 512, setAside: 1 };
    expect(keysOf({ facts: { journal } })).toEqual(['journal-512-1']);
    expect(keysOf({ devBefore: 2 })).toEqual(['renumbered-4']);
    expect(keysOf({ sync: { ...fine.sync, failure: 'device-revoked' } })).toEqual(['revoked']);
    expect(keysOf({ health: { kind: 'closed' } })).toEqual(['store-closed']);
  });
});
