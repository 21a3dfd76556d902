import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Office } from './office.ts';
import { useOffice } from './office-context.tsx';

/** A live query over the office's store; undefined until its first answer. `deps` are all values the query uses. */
export function useLive<T>(query: (office: Office) => Promise<T>, deps: readonly unknown[]): T | undefined {
  const office = useOffice();
  return useLiveQuery(() => query(office), [office, ...deps]);
}

/**
 * What a watcher of the search index was last told; undefined until its first answer. While a new question waits, the old answer stays on the screen.
 * `key` names everything the question depends on.
 */
export function useWatched<T>(
  key: string,
  watch: (office: Office, listener: (value: T) => void) => () => void,
): T | undefined {
  const office = useOffice();
  const [value, setValue] = useState<T>();
  const latest = useRef(watch);
  useEffect(() => {
    latest.current = watch;
  });
  useEffect(() => latest.current(office, setValue), [office, key]);
  return value;
}

/** Rows by id, for the part of a list that is on the screen; live. Rows already shown stay while others are read. */
export function useRowsById<T extends { readonly id: string }>(
  read: (office: Office, ids: string[]) => Promise<(T | undefined)[]>,
  ids: readonly string[],
): ReadonlyMap<string, T> {
  const rows = useLive(async (office) => read(office, [...ids]), [ids.join(' ')]);
  const [shown, setShown] = useState<ReadonlyMap<string, T>>(new Map());
  const [from, setFrom] = useState<typeof rows>(undefined);
  if (rows !== undefined && rows !== from) {
    setFrom(rows);
    setShown(new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const]))));
  }
  return shown;
}
