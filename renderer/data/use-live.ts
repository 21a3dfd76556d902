import { useObservable } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { calmQuery, type CalmQuery } from './calm-query.ts';
import { keepSame } from './keep-same.ts';
import { listRows, type Row, type RowTable } from './known-rows.ts';
import type { Office } from './office.ts';
import { useOffice } from './office-context.tsx';
import { WatchedRows, type ReadRows } from './watched-rows.ts';

/**
 * A live query over the office's store; undefined until its first answer. `deps` are all values the query uses.
 * An answer equal to the last one is the same value, in its parts too.
 */
export function useLive<T>(query: (office: Office) => Promise<T>, deps: readonly unknown[]): T | undefined {
  const office = useOffice();
  return useObservable(() => calmQuery(() => query(office)), [office, ...deps]);
}

const shared = new WeakMap<Office, Map<string, CalmQuery<unknown>>>();

/** A live query that many parts of the screen ask at the same time: it is asked once for all of them. `name` tells the query; it depends on nothing else. */
export function useSharedLive<T>(name: string, query: (office: Office) => Promise<T>): T | undefined {
  const office = useOffice();
  return useObservable(() => sharedQuery(office, name, query), [office, name]);
}

function sharedQuery<T>(office: Office, name: string, query: (office: Office) => Promise<T>): CalmQuery<T> {
  const known = shared.get(office) ?? new Map<string, CalmQuery<unknown>>();
  shared.set(office, known);
  const made = known.get(name) ?? calmQuery<unknown>(() => query(office));
  known.set(name, made);
  return made as CalmQuery<T>;
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
  useEffect(
    () => latest.current(office, (told) => setValue((before: T | undefined) => keepSame(before, told))),
    [office, key],
  );
  return value;
}

/** Rows by id, for the part of a list that is on the screen; live. Rows seen a moment ago are there at once, and corrected when they were read. */
export function useRowsById<T extends Row>(table: RowTable, ids: readonly string[]): ReadonlyMap<string, T> {
  const office = useOffice();
  const key = ids.join(' ');
  const wanted = useMemo(() => (key === '' ? [] : key.split(' ')), [key]);
  const [read, setRead] = useState<ReadRows>(nothingRead);
  const [failure, setFailure] = useState<Error>();
  const watched = useMemo(() => {
    const onFail = (error: unknown): void => setFailure(error instanceof Error ? error : new Error(String(error)));
    return new WatchedRows(office, table, setRead, onFail);
  }, [office, table]);
  useEffect(() => watched.want(wanted), [watched, wanted]);
  useEffect(() => () => watched.want([]), [watched]);
  if (failure !== undefined) throw failure;
  return useMemo(() => listRows<T>(office, table, wanted, read), [office, table, wanted, read]);
}

const nothingRead: ReadRows = new Map();
