import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowFilter, RowLook } from '#renderer/data/import/import-session.ts';
import { membersWork } from '../work/import-work.ts';

const PAGE = 100;

/** Rows of the checked list under a filter, loaded from the worker as they come into view. */
export type CheckRows = {
  readonly total: number;
  readonly rowAt: (index: number) => RowLook | undefined;
  readonly onWindow: (from: number, to: number) => void;
};

export function useCheckRows(filter: RowFilter): CheckRows {
  const { version } = membersWork.use();
  const key = `${filter} ${String(version)}`;
  const [held, setHeld] = useState<{
    readonly key: string;
    readonly total: number;
    readonly pages: ReadonlyMap<number, readonly RowLook[]>;
  }>({
    ...{ key: '', total: 0, pages: new Map() },
  });
  const wanted = useRef<{ key: string; pages: Set<number> }>({ key: '', pages: new Set() });
  const load = useCallback(
    async (page: number): Promise<void> => {
      if (wanted.current.key !== key) wanted.current = { key, pages: new Set() };
      if (wanted.current.pages.has(page)) return;
      wanted.current.pages.add(page);
      const read = await membersWork.client
        .ask('rows', { filter, from: page * PAGE, count: PAGE })
        .catch(() => undefined);
      if (read === undefined || wanted.current.key !== key) return;
      setHeld((before) => {
        // The rows of the check before stay in view until the new ones are there.
        const pages = new Map(before.key === key ? before.pages : []);
        pages.set(page, read.rows);
        return { key, total: read.total, pages };
      });
    },
    [key, filter],
  );
  useEffect(() => void load(0), [load]);
  const onWindow = useCallback(
    (from: number, to: number): void => {
      for (let page = Math.floor(from / PAGE); page <= Math.floor(Math.max(from, to - 1) / PAGE); page += 1)
        void load(page);
    },
    [load],
  );
  const rowAt = useCallback((index: number) => held.pages.get(Math.floor(index / PAGE))?.[index % PAGE], [held]);
  return { total: held.total, rowAt, onWindow };
}
