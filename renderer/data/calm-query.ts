import { liveQuery } from 'dexie';
import { keepSame } from './keep-same.ts';

/** A query is left in peace so many times as long as its last answer took, so that a burst of changes cannot keep the page reading. */
const REST_FACTOR = 4;
const REST_MIN_MS = 80;
const REST_MAX_MS = 500;

/** What may be subscribed to by `useObservable`. */
export type CalmQuery<T> = {
  readonly subscribe: (next: (value: T) => void, fail: (error: unknown) => void) => () => void;
  readonly hasValue: () => boolean;
  readonly getValue: () => T;
};

/**
 * A live query that is asked anew at once after a change, but in a burst of changes only now and then; the last change is always shown.
 * An answer equal to the one before is the same value. All subscribers share one query; while there are none, the last answer is kept for the next.
 */
export function calmQuery<T>(query: () => Promise<T>): CalmQuery<T> {
  const listeners = new Set<{ next: (value: T) => void; fail: (error: unknown) => void }>();
  let held: { readonly value: T } | undefined;
  let end: (() => void) | undefined;
  const next = (value: T): void => {
    const kept = held === undefined ? value : keepSame(held.value, value);
    if (held !== undefined && Object.is(kept, held.value)) return;
    held = { value: kept };
    for (const listener of [...listeners]) listener.next(kept);
  };
  const fail = (error: unknown): void => {
    held = undefined;
    for (const listener of [...listeners]) listener.fail(error);
  };
  return {
    subscribe: (onNext, onError) => {
      const listener = { next: onNext, fail: onError };
      listeners.add(listener);
      if (held !== undefined) onNext(held.value);
      end ??= watch(query, next, fail);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        end?.();
        end = undefined;
      };
    },
    hasValue: () => held !== undefined,
    getValue: () => (held as { readonly value: T }).value,
  };
}

/** Dexie asks again at every change: here that only says there was one, and a new live query is begun when it is time. */
function watch<T>(query: () => Promise<T>, next: (value: T) => void, fail: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  let restUntilMs = 0;
  const askAgain = (): void => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        subscription?.unsubscribe();
        ask();
      },
      Math.max(0, restUntilMs - performance.now()),
    );
  };
  const ask = (): void => {
    let answer: { readonly value: T } | undefined;
    subscription = liveQuery(async () => {
      if (answer === undefined) {
        const begunMs = performance.now();
        try {
          answer = { value: await query() };
        } catch (error) {
          // A transaction that was broken off (the store is closing or being rebuilt) says nothing: asked again later.
          restUntilMs = performance.now() + REST_MAX_MS;
          if (isBrokenOff(error)) askAgain();
          throw error;
        }
        const endedMs = performance.now();
        restUntilMs = endedMs + Math.min(REST_MAX_MS, Math.max(REST_MIN_MS, (endedMs - begunMs) * REST_FACTOR));
      } else askAgain();
      return answer.value;
    }).subscribe(next, fail);
  };
  ask();
  return () => {
    clearTimeout(timer);
    subscription?.unsubscribe();
  };
}

function isBrokenOff(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return name === 'AbortError' || name === 'DatabaseClosedError';
}
