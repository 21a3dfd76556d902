import { useLive } from '../use-live.ts';
import { useToday } from '../use-today.ts';
import { readLifeBoard, type LifeBoard } from './read-life-board.ts';
import { useMemberRules } from './use-member-life.ts';

export type { LifeBoard, OfMember } from './read-life-board.ts';

/** What happens in the lives of all members, live; undefined while loading. */
export function useLifeBoard(): LifeBoard | undefined {
  const today = useToday();
  const rules = useMemberRules();
  return useLive((office) => readLifeBoard(office, today, rules), [today, rules]);
}
