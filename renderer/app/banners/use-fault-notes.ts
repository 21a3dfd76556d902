import { useEffect, useRef } from 'react';
import type { StoreHealth } from '#renderer/data/store-health.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { CLOCK_WRONG_MS } from './list-banners.ts';

/** Keeps in the PC's log what a person was told of: a store built anew, a clock that is wrong (seconds in the detail). Once each time it begins. */
export function useFaultNotes(health: StoreHealth, clockOffsetMs: number | null): void {
  const wasRebuilt = health.kind === 'rebuilt';
  useEffect(() => {
    if (wasRebuilt) void noteAudit('store-rebuilt');
  }, [wasRebuilt]);
  const offsetSeconds =
    clockOffsetMs !== null && Math.abs(clockOffsetMs) > CLOCK_WRONG_MS ? Math.round(clockOffsetMs / 1000) : null;
  const isWrong = offsetSeconds !== null;
  // The offset of the moment it is noticed goes into the log; that it wavers by seconds later is no new event.
  const latest = useRef(offsetSeconds);
  useEffect(() => {
    latest.current = offsetSeconds;
  });
  useEffect(() => {
    if (isWrong) void noteAudit('clock-wrong', { detail: String(latest.current) });
  }, [isWrong]);
}
