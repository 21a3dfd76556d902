import { useEffect, useMemo, useState } from 'react';
import { whySame, type PersonFacts, type SameReason } from '#shared/domain/member/likely-same.ts';
import { useOffice } from '../office-context.tsx';
import type { MemberRow } from '../rows.ts';
import { useMemberRows } from './use-members.ts';

/** A record that may be of the same person, and what says so. */
export type MemberTwin = { readonly row: MemberRow; readonly reasons: readonly SameReason[] };

/** While somebody types, the index is asked only now and then. */
const PAUSE_MS = 250;
const none: readonly string[] = [];

/** Other records that may be of this person, live; `ownId`: the record that is written or shown. Those told apart by a person are left out. */
export function useMemberTwins(
  person: PersonFacts & { readonly notSameAs: readonly string[] },
  ownId: string | undefined,
): readonly MemberTwin[] {
  const office = useOffice();
  const [ids, setIds] = useState<readonly string[]>(none);
  const { name, bornOn, citizenId, cardNumber, fileNumber } = person;
  const key = JSON.stringify([name, bornOn, citizenId, cardNumber, fileNumber]);
  const facts = useMemo<PersonFacts>(() => {
    const [full, born, citizen, card, file] = JSON.parse(key) as [
      PersonFacts['name'],
      PersonFacts['bornOn'],
      string,
      string,
      string,
    ];
    return { name: full, bornOn: born, citizenId: citizen, cardNumber: card, fileNumber: file };
  }, [key]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void office.search.findMemberTwins(facts, ownId ?? null).then((found) => {
        if (isCurrent) setIds(found.slice(0, found.length));
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [office, facts, ownId]);
  const rows = useMemberRows(ids);
  return useMemo(
    () =>
      [...rows.values()].flatMap((row): readonly MemberTwin[] => {
        const isApart = person.notSameAs.includes(row.id) || (ownId !== undefined && row.notSameAs.includes(ownId));
        const reasons = whySame(facts, row);
        return isApart || reasons.length === 0 || row.id === ownId ? [] : [{ row, reasons }];
      }),
    [rows, facts, person.notSameAs, ownId],
  );
}
