import { useMemo, useState } from 'react';
import {
  useBookContent,
  useBookLeases,
  useRegisters,
  useTerms,
  type BookLease,
} from '#renderer/data/registers/use-registers.ts';
import type { RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { linesOfSeries, seriesOfBook, type LedgerLine } from './ledger-lines.ts';

/** What the screen shows: books, the chosen one, its series, the chosen one's lines. */
export type Ledger = {
  readonly registers: readonly RegisterRow[] | undefined;
  readonly terms: readonly TermRow[];
  readonly register: RegisterRow | undefined;
  readonly lease: BookLease | undefined;
  readonly series: readonly string[];
  readonly chosen: string | undefined;
  readonly lines: readonly LedgerLine[];
  readonly chooseRegister: (id: string) => void;
  readonly chooseSeries: (series: string) => void;
};

const noTerms: readonly TermRow[] = [];

/** The ledger of a book and series; books of the office's own papers first. */
export function useLedger(): Ledger {
  const today = useToday();
  const registers = useRegisters(undefined, 'all');
  const terms = useTerms() ?? noTerms;
  const leases = useBookLeases();
  const [registerId, setRegisterId] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const register =
    registers?.find(({ id }) => id === registerId) ??
    registers?.find(({ book, closedOn }) => book === 'outgoing' && closedOn === null) ??
    registers?.[0];
  const content = useBookContent(register);
  const usual = register?.counting === 'year' ? today.slice(0, 4) : undefined;
  const series = useMemo(() => seriesOfBook(content, usual), [content, usual]);
  const chosen = wanted !== undefined && series.includes(wanted) ? wanted : series[0];
  const lines = useMemo(() => (chosen === undefined ? [] : linesOfSeries(content, chosen)), [content, chosen]);
  return {
    registers,
    terms,
    register,
    lease: register && leases?.get(register.id),
    series,
    chosen,
    lines,
    chooseRegister: (id) => {
      setRegisterId(id);
      setWanted(undefined);
    },
    chooseSeries: setWanted,
  };
}
