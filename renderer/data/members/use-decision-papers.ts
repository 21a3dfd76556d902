import { useEffect, useState } from 'react';
import { formatDate, toPartialDate, type PartialDate } from '#shared/base/partial-date.ts';
import { issuerNameOf } from '#shared/domain/outgoing/issuer-name-of.ts';
import type { Office } from '../office.ts';
import { reachOf } from '../rights/use-reach.ts';
import { useOffice } from '../office-context.tsx';

/** A paper of this office or of its register that an act may rest on. `label`: how it is offered. */
export type DecisionPaper = {
  readonly id: string;
  readonly label: string;
  readonly symbol: string;
  readonly issuedOn: PartialDate | null;
  readonly issuer: string;
  readonly signer: string;
};

const LIMIT = 8;
const PAUSE_MS = 120;

/** Papers that fit what was typed, issued here or received; the last answer stays while the next is looked for. */
export function usePaperChoice(query: string): readonly DecisionPaper[] {
  const office = useOffice();
  const [found, setFound] = useState<readonly DecisionPaper[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void findPapers(office, query).then((papers) => {
        if (isCurrent) setFound(papers);
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [office, query]);
  return found;
}

async function findPapers({ db, search, device }: Office, query: string): Promise<readonly DecisionPaper[]> {
  if (query.trim() === '') return [];
  const best = await search.find(query, LIMIT, reachOf(null));
  const [outgoings, documents] = await Promise.all([
    db.outgoings.bulkGet([...best.outgoings.slice(0, LIMIT)]),
    db.documents.bulkGet([...best.documents.slice(0, LIMIT)]),
  ]);
  const bodies = await db.units.bulkGet(outgoings.map((row) => row?.bodyId ?? ''));
  const own = outgoings.flatMap((row, at): DecisionPaper[] => {
    if (row === undefined || row.removed || row.symbol === '') return [];
    const issuedOn = row.issuedOn === null ? null : toPartialDate(row.issuedOn);
    const issuer = issuerNameOf(bodies[at]?.name ?? device.commune.name);
    return [withLabel({ id: row.id, symbol: row.symbol, issuedOn, issuer, signer: row.signer }, row.abstract)];
  });
  const received = documents.flatMap((row): DecisionPaper[] => {
    if (row === undefined || row.removed || row.symbol === '') return [];
    const { id, symbol, issuedOn, issuer, signer } = row;
    return [withLabel({ id, symbol, issuedOn, issuer, signer }, row.abstract)];
  });
  // Two papers may bear the same words: only what can be told apart can be chosen.
  return [...new Map([...own, ...received].map((paper) => [paper.label, paper])).values()].slice(0, LIMIT);
}

function withLabel(paper: Omit<DecisionPaper, 'label'>, abstract: string): DecisionPaper {
  const parts = [paper.symbol, paper.issuedOn === null ? '' : formatDate(paper.issuedOn), abstract];
  return { ...paper, label: parts.filter((part) => part !== '').join(' · ') };
}
