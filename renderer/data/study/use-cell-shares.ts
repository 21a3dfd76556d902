import { useEffect, useState } from 'react';
import { countReaders, type StudyShare } from '#shared/domain/study/study-figures.ts';
import { allMembers, fullReach } from '../members/member-list.ts';
import type { Office } from '../office.ts';
import { useOffice } from '../office-context.tsx';
import { readerStates } from './reader-states.ts';

/** How many members of each cell are among the readers; undefined until it was counted the first time. */
export function useSharesOfCells(
  cellIds: readonly string[],
  readings: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, StudyShare> | undefined {
  const office = useOffice();
  const [shares, setShares] = useState<ReadonlyMap<string, StudyShare>>();
  const key = cellIds.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const ids = key === '' ? [] : key.split(' ');
    void countShares(office, ids, new Set(readings.keys())).then((counted) => {
      if (isCurrent) setShares(counted);
    });
    return () => {
      isCurrent = false;
    };
  }, [office, key, readings]);
  return shares;
}

/** Counts the readers of each cell from the index. */
export async function countShares(
  office: Office,
  cellIds: readonly string[],
  readers: ReadonlySet<string>,
): Promise<ReadonlyMap<string, StudyShare>> {
  const shares = new Map<string, StudyShare>();
  for (const unitId of cellIds) {
    const ask = { ...allMembers, unitId, states: readerStates, reach: fullReach, paperYears: [] };
    const ids = await office.search.listMembers(ask);
    shares.set(unitId, countReaders(ids.slice(0, ids.length), readers));
  }
  return shares;
}
