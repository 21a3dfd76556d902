/** What the keeper of the lock stands on. Times in milliseconds. */
export type LockKeeperParts = {
  /** Whether a person has the PC open. */
  readonly isOpen: () => boolean;
  /** Tells the page that the keys are about to go. */
  readonly tellPage: () => void;
  /** What must happen while there are still keys; must not take long. */
  readonly beforeDrop: () => Promise<void>;
  readonly drop: (reason: LockReason) => void;
  /** Ends the page's process, with whatever it remembers, and loads the page anew. */
  readonly throwPageAway: () => void;
  readonly idleLimit: () => number;
  /** How long nobody has touched the whole computer. */
  readonly systemIdle: () => number;
  /** A clock nobody can set. */
  readonly monotonic: () => number;
};

/** Why the PC was locked. */
export type LockReason = 'asked' | 'idle' | 'system' | 'reload';

/** Locks the PC: at a person's wish, when nobody is there, when the system locks or sleeps, whenever the page is loaded anew. */
export type LockKeeper = {
  /** Gives the page two seconds to finish, then locks. */
  readonly begin: (reason: LockReason) => void;
  /** Locks at once; the page is done. */
  readonly lockNow: () => Promise<void>;
  /** A page is being loaded: it starts without keys. */
  readonly noteLoad: () => void;
  /** Somebody is at the PC. */
  readonly noteActivity: () => void;
  readonly stop: () => void;
};

const GRACE = 2000;
const LOOK_EVERY = 1000;
/** The computer counts as left only if the page has seen nobody either for so long. */
const PAGE_QUIET = 30_000;

/** Starts keeping. */
export function startLockKeeper(parts: LockKeeperParts): LockKeeper {
  let lastActivity = parts.monotonic();
  let pending: { readonly reason: LockReason; readonly timer: NodeJS.Timeout } | undefined;
  let locking: Promise<void> | undefined;

  function begin(reason: LockReason): void {
    if (!parts.isOpen() || pending !== undefined || locking !== undefined) return;
    pending = { reason, timer: setTimeout(() => void lockNow(), GRACE) };
    parts.tellPage();
  }

  function lockNow(): Promise<void> {
    const reason = pending?.reason ?? 'asked';
    clearTimeout(pending?.timer);
    pending = undefined;
    locking ??= lock(reason).finally(() => (locking = undefined));
    return locking;
  }

  async function lock(reason: LockReason): Promise<void> {
    try {
      await parts.beforeDrop();
    } finally {
      parts.drop(reason);
      parts.throwPageAway();
    }
  }

  function look(): void {
    const [quiet, limit] = [parts.monotonic() - lastActivity, parts.idleLimit()];
    if (quiet >= limit || (quiet >= PAGE_QUIET && parts.systemIdle() >= limit)) begin('idle');
  }

  const watch = setInterval(look, LOOK_EVERY);
  return {
    begin,
    lockNow,
    noteLoad() {
      if (parts.isOpen()) parts.drop('reload');
      lastActivity = parts.monotonic();
    },
    noteActivity() {
      lastActivity = parts.monotonic();
    },
    stop() {
      clearInterval(watch);
      clearTimeout(pending?.timer);
    },
  };
}
