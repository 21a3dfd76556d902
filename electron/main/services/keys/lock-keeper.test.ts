import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLockKeeper, type LockKeeper } from './lock-keeper.ts';

let events: string[];
let isOpen: boolean;
let systemIdle: number;
let keeper: LockKeeper;
const LIMIT = 600_000;

beforeEach(() => {
  vi.useFakeTimers();
  events = [];
  isOpen = true;
  systemIdle = 0;
  keeper = startLockKeeper({
    isOpen: () => isOpen,
    tellPage: () => events.push('told'),
    beforeDrop: () => Promise.resolve(),
    drop: (reason) => {
      events.push(`dropped ${reason}`);
      isOpen = false;
    },
    throwPageAway: () => events.push('thrown away'),
    idleLimit: () => LIMIT,
    systemIdle: () => systemIdle,
    monotonic: () => performance.now(),
  });
});
afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
});

describe('the keeper of the lock', () => {
  it('locks when nobody was there for so long, and not while somebody is', async () => {
    for (let i = 0; i < 5; i += 1) {
      await vi.advanceTimersByTimeAsync(LIMIT - 5000);
      keeper.noteActivity();
    }
    expect(events).toEqual([]);
    await vi.advanceTimersByTimeAsync(LIMIT + 1000);
    expect(events).toEqual(['told']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(events).toEqual(['told', 'dropped idle', 'thrown away']);
  });

  it('gives the page two seconds, or goes as soon as the page is done', async () => {
    keeper.begin('system');
    await vi.advanceTimersByTimeAsync(1900);
    expect(events).toEqual(['told']);
    await keeper.lockNow();
    await vi.advanceTimersByTimeAsync(5000);
    expect(events).toEqual(['told', 'dropped system', 'thrown away']);
  });

  it('locks once however often it is asked', async () => {
    keeper.begin('asked');
    keeper.begin('system');
    await Promise.all([keeper.lockNow(), keeper.lockNow()]);
    expect(events).toEqual(['told', 'dropped asked', 'thrown away']);
    keeper.begin('asked');
    expect(events).toHaveLength(3);
  });

  it('drops the keys even when what comes before fails', async () => {
    const failing = startLockKeeper({
      isOpen: () => true,
      tellPage: () => undefined,
      beforeDrop: () => Promise.reject(new Error('no line')),
      drop: (reason) => events.push(`dropped ${reason}`),
      throwPageAway: () => events.push('thrown away'),
      idleLimit: () => LIMIT,
      systemIdle: () => 0,
      monotonic: () => 0,
    });
    await failing.lockNow().catch(() => undefined);
    failing.stop();
    expect(events).toEqual(['dropped asked', 'thrown away']);
  });

  it('takes the whole computer’s rest into account once the page is quiet', async () => {
    systemIdle = LIMIT;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(events).toEqual([]);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(events).toEqual(['told']);
  });

  it('drops the keys whenever a page is loaded', () => {
    keeper.noteLoad();
    keeper.noteLoad();
    expect(events).toEqual(['dropped reload']);
  });
});
