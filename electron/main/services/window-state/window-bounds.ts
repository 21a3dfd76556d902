import { z } from 'zod';

/** A place on the desktop in device-independent pixels. */
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where the window was, and whether it filled the screen. */
export type WindowState = { readonly bounds: Rectangle; readonly maximized: boolean };

/** Smallest window the screens are made for. */
export const SMALLEST_WINDOW = { width: 960, height: 640 } as const;
const USUAL_WINDOW = { width: 1360, height: 860 } as const;

/** So much of the title bar must lie on a display for the person to get hold of the window. */
const GRIP = { width: 120, height: 32 } as const;

const storedSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(1).max(20_000), height: z.int().min(1).max(20_000) }),
  maximized: z.boolean(),
});

/** What was stored, or `undefined` when it is missing or nonsense. */
export function parseWindowState(text: string): WindowState | undefined {
  try {
    return storedSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // a damaged file only costs the old position
  }
}

/** Fits a remembered window to the displays there are now; a monitor may be gone. `workAreas`: first is the main display. */
export function fitWindowState(stored: WindowState | undefined, workAreas: readonly Rectangle[]): WindowState {
  const [main = { x: 0, y: 0, ...USUAL_WINDOW }] = workAreas;
  if (stored === undefined)
    return { bounds: centreIn(main, USUAL_WINDOW), maximized: main.width <= USUAL_WINDOW.width };
  const home = workAreas.find((area) => isWithinReach(stored.bounds, area));
  if (home === undefined) return { bounds: centreIn(main, stored.bounds), maximized: stored.maximized };
  const { width, height } = fitSize(home, stored.bounds);
  return {
    bounds: { x: stored.bounds.x, y: Math.max(home.y, stored.bounds.y), width, height },
    maximized: stored.maximized,
  };
}

function isWithinReach({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return shown >= GRIP.width && y >= area.y - GRIP.height && y <= area.y + area.height - GRIP.height;
}

function fitSize(
  area: Rectangle,
  { width, height }: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  return {
    width: Math.min(area.width, Math.max(SMALLEST_WINDOW.width, width)),
    height: Math.min(area.height, Math.max(SMALLEST_WINDOW.height, height)),
  };
}

function centreIn(area: Rectangle, size: { readonly width: number; readonly height: number }): Rectangle {
  const { width, height } = fitSize(area, size);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}
