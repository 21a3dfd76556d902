import { listColleagues, type ColleaguePc } from '../replica/colleagues.ts';
import { useSharedLive } from '../use-live.ts';

/** PCs of the office for which a package can be written, by name; none until known. */
export function useColleaguePcs(): readonly ColleaguePc[] {
  const list = useSharedLive('colleague-pcs', listColleagues) ?? [];
  return list.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}
