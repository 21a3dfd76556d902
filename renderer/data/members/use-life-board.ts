import { useLive } from '../use-live.ts';
import { useToday } from '../use-today.ts';
import { readLifeBoard, readLifeEvents, type LifeBoard, type LifeEvents } from './read-life-board.ts';
import { useMemberRules } from './use-member-life.ts';

export type { LifeBoard, LifeEvents } from './read-life-board.ts';

/** Events of all members and what waits for a second person, live; undefined while loading. */
export function useLifeEvents(): LifeEvents | undefined {
  return useLive(readLifeEvents, []);
}

/** What is due in the lives of all members and who is on the way into the Party, live; undefined while loading. */
export function useLifeBoard(): LifeBoard | undefined {
  const today = useToday();
  const rules = useMemberRules();
  return useLive((office) => readLifeBoard(office, today, rules), [today, rules]);
}
