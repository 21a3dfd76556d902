import { describe, expect, it } from 'vitest';
import { fitWindowState, parseWindowState } from './window-bounds.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('the remembered window', () => {
  it('comes back where it was, also on a second display', () => {
    const stored = { bounds: { x: 2000, y: 50, width: 1000, height: 700 }, maximized: false };
    expect(fitWindowState(stored, [left, right])).toEqual(stored);
  });

  it('comes to the main display when its own is gone', () => {
    const stored = { bounds: { x: 2000, y: 50, width: 1000, height: 700 }, maximized: true };
    expect(fitWindowState(stored, [left])).toEqual({
      bounds: { x: 460, y: 170, width: 1000, height: 700 },
      maximized: true,
    });
  });

  it('never lies with its title bar out of reach', () => {
    for (const [x, y] of [
      [-5000, 0],
      [0, -500],
      [0, 5000],
      [1850, 1030],
    ] as const) {
      const { bounds } = fitWindowState({ bounds: { x, y, width: 1000, height: 700 }, maximized: false }, [left]);
      expect(bounds.y).toBeGreaterThanOrEqual(0);
      expect(bounds.x + bounds.width).toBeGreaterThan(100);
      expect(bounds.x).toBeLessThan(1820);
    }
  });

  it('shrinks to a display smaller than it was', () => {
    const { bounds } = fitWindowState({ bounds: { x: 0, y: 0, width: 3000, height: 2000 }, maximized: false }, [
      { x: 0, y: 0, width: 1024, height: 700 },
    ]);
    expect(bounds).toEqual({ x: 0, y: 0, width: 1024, height: 700 });
  });

  it('fills a small display on the first start', () => {
    expect(fitWindowState(undefined, [right]).maximized).toBe(true);
    expect(fitWindowState(undefined, [left]).maximized).toBe(false);
  });

  it.each([
    '',
    '{',
    '{"bounds":{"x":"a"}}',
    '{"bounds":{"x":1e9,"y":0,"width":-1,"height":0},"maximized":true}',
    'null',
  ])('is forgotten when the file says %j', (text) => {
    expect(parseWindowState(text)).toBeUndefined();
  });
});
