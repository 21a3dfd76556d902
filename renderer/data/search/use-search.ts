import { useEffect, useState } from 'react';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import type { MemberReach } from '../members/member-list.ts';
import type { Office } from '../office.ts';
import { useOffice } from '../office-context.tsx';
import { useReach } from '../rights/use-reach.ts';

/** One hit of the search over everything. `detail`: what tells it from its namesakes (abstract, unit, post). */
export type SearchHit = {
  readonly type: 'document' | 'outgoing' | 'member' | 'unit' | 'staff';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
};

const LIMIT = 20;
const PAUSE_MS = 60;

/** Documents, members, units and people that fit what was typed; the last answer stays while the next is looked for. */
export function useSearch(query: string): readonly SearchHit[] {
  const office = useOffice();
  const reach = useReach();
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void findHits(office, query, reach).then((found) => {
        if (isCurrent) setHits(found);
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [office, query, reach]);
  return hits;
}

/** Searches everything this PC holds, at most 20 hits; of members only those within reach. */
export async function findHits(office: Office, query: string, reach: MemberReach): Promise<readonly SearchHit[]> {
  if (query.trim() === '') return [];
  const { db } = office;
  const [best, units, staff] = await Promise.all([
    office.search.find(query, LIMIT, reach),
    db.units.toArray(),
    db.staff.toArray(),
  ]);
  const [documents, outgoings, members] = await Promise.all([
    db.documents.bulkGet([...best.documents.slice(0, LIMIT)]),
    db.outgoings.bulkGet([...best.outgoings.slice(0, LIMIT)]),
    db.members.bulkGet([...best.members.slice(0, LIMIT)]),
  ]);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const fits = fitsQuery(query);
  const places: SearchHit[] = units
    .filter(({ name, removed }) => !removed && fits(name))
    .map(({ id, name }) => ({ type: 'unit', id, title: name, detail: '' }));
  const people: SearchHit[] = staff
    .filter(({ name, removed }) => !removed && fits(name.full))
    .map(({ id, name, post }) => ({ type: 'staff', id, title: name.full, detail: post }));
  const papers = documents.flatMap((row): SearchHit[] =>
    row === undefined
      ? []
      : [{ type: 'document', id: row.id, title: row.symbol === '' ? row.abstract : row.symbol, detail: row.abstract }],
  );
  const sent = outgoings.flatMap((row): SearchHit[] =>
    row === undefined
      ? []
      : [{ type: 'outgoing', id: row.id, title: row.symbol === '' ? row.abstract : row.symbol, detail: row.abstract }],
  );
  const party = members.flatMap((row): SearchHit[] =>
    row === undefined
      ? []
      : [
          {
            type: 'member',
            id: row.id,
            title: row.name.full,
            detail: row.unitId === null ? '' : (unitNames.get(row.unitId) ?? ''),
          },
        ],
  );
  return [
    ...party.slice(0, 6),
    ...papers.slice(0, 8),
    ...sent.slice(0, 6),
    ...places.slice(0, 4),
    ...people.slice(0, 4),
    ...papers.slice(8),
    ...sent.slice(6),
    ...party.slice(6),
  ].slice(0, LIMIT);
}

function fitsQuery(query: string): (text: string) => boolean {
  const words = foldForSearch(query).split(' ');
  return (text) => {
    const folded = ` ${foldForSearch(text)}`;
    return words.every((word) => folded.includes(` ${word}`));
  };
}
