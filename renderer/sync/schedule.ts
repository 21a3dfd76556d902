/** Pause after an own change, so that one act of several saves goes as one request. */
export const AFTER_EDIT_MS = 300;
const IDLE_MIN_MS = 15_000;
const IDLE_MAX_MS = 5 * 60_000;
const IDLE_GROWTH = 1.5;
const AWAITING_MIN_MS = 2000;
/** A line that has just broken is tried soon, so often: most cuts of a thin line are over within a second or two. */
const SOON_TRIES = 2;
const SOON_MIN_MS = 400;
const SOON_MAX_MS = 1000;
const RETRY_BASE_MS = 2000;
const RETRY_MIN_MS = 1000;
const RETRY_MAX_MS = 5 * 60_000;

/** How tries went so far. `restMs`: the pause a busy server asked for in its last answer, milliseconds. */
export type Pace = { readonly failures: number; readonly idleMs: number; readonly restMs?: number };

/** Pace at the start of the program. */
export const firstPace: Pace = { failures: 0, idleMs: IDLE_MIN_MS };

/**
 * The pace after an answer: quick again while something moves, slower while nothing does. `waitedMs`: how long files have been awaited that the province does
 * not have yet; the pauses that are shorter because of that do not make the usual one longer.
 */
export function paceAfterAnswer(pace: Pace, somethingMoved: boolean, waitedMs?: number): Pace {
  const { idleMs } = pace;
  if (somethingMoved) return firstPace;
  return {
    failures: 0,
    idleMs: pauseOf(idleMs, waitedMs) < idleMs ? idleMs : Math.min(IDLE_MAX_MS, idleMs * IDLE_GROWTH),
  };
}

/**
 * The pause before the next look. While files are awaited a quarter of the time waited so far, so that one is heard of soon after it came, at first after
 * two seconds; never longer than the usual pause. A file that never comes costs about fifteen small requests more.
 */
function pauseOf(idleMs: number, waitedMs: number | undefined): number {
  return waitedMs === undefined ? idleMs : Math.min(idleMs, Math.max(AWAITING_MIN_MS, waitedMs / 4));
}

/** The pace after a try without answer. It never gives up. */
export function paceAfterFailure(pace: Pace): Pace {
  return { failures: pace.failures + 1, idleMs: IDLE_MIN_MS };
}

/** The pace after an answer of a server that is busy: it knows best when it has room, and a PC that knocks meanwhile only takes its time. */
export function paceAfterBusy({ failures }: Pace, restMs: number): Pace {
  return { failures, idleMs: IDLE_MIN_MS, restMs };
}

/** Milliseconds until the next try: what a busy server asked for; else two short pauses after failures and then growing, fully jittered ones (so that 200 offices do not return at once), else the idle pause. `random` is in [0, 1); `waitedMs` as above. */
export function nextDelayMs({ failures, idleMs, restMs }: Pace, random: number, waitedMs?: number): number {
  if (restMs !== undefined) return Math.max(RETRY_MIN_MS, restMs) * (1 + 0.1 * random);
  if (failures === 0) return pauseOf(idleMs, waitedMs) * (0.9 + 0.2 * random);
  if (failures <= SOON_TRIES) return SOON_MIN_MS + (SOON_MAX_MS - SOON_MIN_MS) * random;
  const ceiling = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(failures - SOON_TRIES, 20));
  return Math.max(RETRY_MIN_MS, ceiling * random);
}
