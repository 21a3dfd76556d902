import { standardCalendar, type WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import { useSetting } from './use-setting.ts';

/** The days the office works, live; undefined while loading. */
export function useWorkCalendar(): WorkCalendar | undefined {
  const set = useSetting('work-calendar');
  return set === null ? standardCalendar : set;
}
