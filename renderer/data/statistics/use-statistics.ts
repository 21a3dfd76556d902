import { useCallback, useEffect, useState } from 'react';
import type { StatForm } from '#shared/domain/statistics/compute-statistics.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import { useMemberRules } from '../members/use-member-life.ts';
import { useOffice } from '../office-context.tsx';
import { StatisticsClient } from './statistics-client.ts';
import type { FigurePlace } from './statistics-messages.ts';

/** The forms of the span that is asked for, as they are known. `isOld`: they are being counted anew. `failed`: the store could not be read. */
export type StatisticsState = {
  readonly forms: readonly StatForm[] | undefined;
  readonly isOld: boolean;
  readonly failed: boolean;
  readonly retry: () => void;
  readonly findEntries: (place: FigurePlace) => Promise<readonly StatEntry[]>;
};

type Answer = { readonly key: string; readonly span: string; readonly forms: readonly StatForm[] | undefined };

/** All forms of a span, counted beside the page and anew after changes; null asks for nothing. */
export function useStatistics(span: StatSpan | null): StatisticsState {
  const office = useOffice();
  const rules = useMemberRules();
  const [round, setRound] = useState(0);
  const [client, setClient] = useState<StatisticsClient>();
  const [answer, setAnswer] = useState<Answer>();
  const [from, to] = [span?.from, span?.to];
  const asked = `${from ?? ''} ${to ?? ''}`;
  const key = `${asked} ${String(round)}`;
  const retry = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const made = new StatisticsClient(office.db, retry);
    setClient(made);
    return () => made.close();
  }, [office, retry]);
  useEffect(() => {
    if (client === undefined || from === undefined || to === undefined) return;
    let wanted = true;
    client
      .forms({ from, to }, rules)
      .catch((error: unknown) => {
        console.error(error);
        return undefined;
      })
      .then((forms) => wanted && setAnswer({ key, span: asked, forms }))
      .catch(console.error);
    return () => {
      wanted = false;
    };
  }, [client, from, to, asked, key, rules]);
  const findEntries = useCallback(
    async (place: FigurePlace) =>
      client === undefined || from === undefined || to === undefined ? [] : client.entries({ from, to }, rules, place),
    [client, from, to, rules],
  );
  return {
    forms: answer?.span === asked ? answer.forms : undefined,
    isOld: answer?.key !== key,
    failed: answer?.key === key && answer.forms === undefined,
    retry,
    findEntries,
  };
}
