import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { rootFontSize } from './root-font-size.ts';
import { RowWindow } from './row-window.ts';

type RowWindowWish = {
  /** Rows of the whole list. */
  readonly count: number;
  /** In rem, before measuring. */
  readonly rowHeight: number;
  /** Told which rows are worth loading, those in view among them. */
  readonly onWindow?: ((from: number, to: number) => void) | undefined;
};

type DrawnRows = {
  readonly rows: RowWindow;
  /** Places of the rows to draw, the last not included. */
  readonly from: number;
  readonly to: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly space: RefObject<HTMLDivElement | null>;
  readonly block: RefObject<HTMLDivElement | null>;
};

/** So many rows at a time are asked for. */
const STEP = 8;

/** The part of a long list that is drawn; see `RowWindow`. The three elements get the refs. */
export function useRowWindow({ count, rowHeight, onWindow }: RowWindowWish): DrawnRows {
  const scroller = useRef<HTMLDivElement>(null);
  const space = useRef<HTMLDivElement>(null);
  const block = useRef<HTMLDivElement>(null);
  const [rows] = useState(() => new RowWindow(rowHeight * rootFontSize()));
  const range = useSyncExternalStore(rows.subscribe, () => rows.range);
  const isEmpty = count === 0;
  useLayoutEffect(() => {
    if (scroller.current === null || space.current === null || block.current === null) return;
    return rows.attach({ scroller: scroller.current, space: space.current, block: block.current });
  }, [rows, isEmpty]);
  useLayoutEffect(() => rows.settle(count));
  const from = Math.min(range.from, count);
  const to = Math.min(range.to, count);
  const wantedFrom = Math.max(0, Math.floor((from - range.ahead) / STEP) * STEP);
  const wantedTo = Math.ceil((to + range.ahead) / STEP) * STEP;
  useEffect(() => onWindow?.(wantedFrom, wantedTo), [onWindow, wantedFrom, wantedTo]);
  return { rows, from, to, scroller, space, block };
}
