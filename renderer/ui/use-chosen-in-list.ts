import { useEffect, useRef } from 'react';

/** Ids of a list, in order; however they are kept. */
type Ids = { readonly at: (place: number) => string | undefined; readonly indexOf: (id: string) => number };

type ChosenInList = {
  /** What the list was asked for; a new value is a new question. */
  readonly filter: unknown;
  /** The answer; undefined while there is none, and the answer to the question before until the new one is there. */
  readonly ids: Ids | undefined;
  readonly chosen: string | undefined;
  /** Told the first of the list, or that there is none. */
  readonly onChoose: (id: string | undefined) => void;
};

/**
 * Keeps the detail beside a list in step with it: when the list was asked for something else and what is chosen is not among it, its first row is chosen.
 * What was opened from elsewhere stays, whatever the list shows.
 */
export function useChosenInList({ filter, ids, chosen, onChoose }: ChosenInList): void {
  const asked = useRef<{ filter: unknown; before: Ids | undefined; chosen: string } | { filter: unknown }>({
    filter,
  });
  useEffect(() => {
    if (asked.current.filter !== filter) {
      asked.current = chosen === undefined ? { filter } : { filter, before: ids, chosen };
    }
    const question = asked.current;
    if (!('chosen' in question) || ids === undefined || ids === question.before) return;
    asked.current = { filter };
    if (chosen === question.chosen && ids.indexOf(chosen) === -1) onChoose(ids.at(0));
  }, [filter, ids, chosen, onChoose]);
}
