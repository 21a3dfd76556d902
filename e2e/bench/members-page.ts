/** The part of the members bench that runs inside the app's own page. */
export { timeToRows } from './register-page.ts';

/** Longest wait for the figures, in milliseconds. */
const PATIENCE = 60_000;

/** Milliseconds, of going to a screen until a table with figures is drawn there, and of the longest frame meanwhile. */
export function timeToTable(hash: string, table: string): Promise<{ readonly spent: number; readonly frame: number }> {
  const begun = performance.now();
  window.location.hash = hash;
  return new Promise((resolve, reject) => {
    let last = begun;
    let frame = 0;
    const look = (now: number): void => {
      frame = Math.max(frame, now - last);
      last = now;
      const spent = performance.now() - begun;
      const rows = document.querySelectorAll(`table[aria-label="${table}"] tbody tr`);
      if (rows.length > 5) resolve({ spent, frame });
      else if (spent > PATIENCE) reject(new Error(`no figures came at ${hash}`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
