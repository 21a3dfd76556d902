import { useEffect, useMemo, useState } from 'react';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { EntityType } from '#shared/entities.ts';
import { useOffice } from '../office-context.tsx';
import type { ServerHistoryEntry } from '../office-ports.ts';
import type { DocumentRow, MemberRow, TransferRow } from '../rows.ts';
import type { TodayFacts } from '../search/search-port.ts';
import { useLive, useRowsById, useSharedLive, useWatched } from '../use-live.ts';
import { useToday } from '../use-today.ts';
import { OPEN_TRANSFERS } from '../receipts/place-of.ts';
import { listAttention, type AttentionItem } from './list-attention.ts';
import { listConflicts, type OpenConflict } from './list-conflicts.ts';
import { readOutboxSummary, type OutboxSummary } from './outbox-summary.ts';
import { readRecordHistory, type RecordHistory } from './record-history.ts';

export type { AttentionItem } from './list-attention.ts';
export type { ConflictField, ConflictValue, OpenConflict } from './list-conflicts.ts';
export type { OutboxSummary } from './outbox-summary.ts';
export type { HistoryLine, RecordHistory } from './record-history.ts';

/** Changes of a record, newest first: what this PC has seen at once, the province's own trail when it answers. */
export function useRecordHistory(type: EntityType, id: string): RecordHistory | undefined {
  const office = useOffice();
  const [fromServer, setFromServer] = useState<{
    readonly key: string;
    readonly entries: readonly ServerHistoryEntry[];
  }>();
  const key = `${type}:${id}`;
  useEffect(() => {
    let isCurrent = true;
    void office.ports.history.read(type, id).then((entries) => {
      if (isCurrent && entries !== undefined) setFromServer({ key, entries });
    });
    return () => {
      isCurrent = false;
    };
  }, [office, type, id, key]);
  const known = fromServer?.key === key ? fromServer.entries : undefined;
  return useLive(() => readRecordHistory(office, type, id, known), [type, id, known]);
}

/** Open conflicts of all records, live. */
export function useConflicts(): readonly OpenConflict[] | undefined {
  return useSharedLive('conflicts', listConflicts);
}

/** What needs a person, live. */
export function useAttention(): readonly AttentionItem[] | undefined {
  return useSharedLive('attention', listAttention);
}

/** What is only on this PC, live. */
export function useOutboxSummary(): OutboxSummary | undefined {
  return useSharedLive('outbox-summary', readOutboxSummary);
}

/** Files on their way or that could not be sent, live; done ones are left out. */
export function useTransfers(): readonly TransferRow[] | undefined {
  return useLive(({ db }) => db.localTransfers.where('state').anyOf(OPEN_TRANSFERS).toArray(), []);
}

/** How long the province could be reached on each of the last seven days, today last. */
export function useLineHistory(): readonly { readonly day: PlainDate; readonly minutes: number }[] | undefined {
  const today = useToday();
  return useLive(
    async ({ db }) => {
      const days = Array.from({ length: 7 }, (_, i) => addDays(today, i - 6));
      const rows = await db.localMeta.bulkGet(days.map((day) => `line:${day}`));
      return days.map((day, i) => ({
        day,
        minutes: Math.round(((rows[i]?.value as number | undefined) ?? 0) / 60_000),
      }));
    },
    [today],
  );
}

/** What waits today. `dueSoon`: overdue papers first, then those due within seven days; `mine`: open papers this person holds. */
export type TodaySummary = Pick<TodayFacts, 'counts' | 'registeredToday' | 'arrivals'> & {
  readonly dueSoon: readonly DocumentRow[];
  readonly mine: readonly DocumentRow[];
  /** Members whose year on probation ends within 60 days or is over. */
  readonly probationEnding: readonly MemberRow[];
};

const PROBATION_NOTICE_DAYS = 60;

/** The figures of the first page, without its papers. */
export function useTodayFacts(staffId: string | null): TodayFacts | undefined {
  const today = useToday();
  return useWatched<TodayFacts>(`${today} ${staffId ?? ''}`, (office, listener) =>
    office.search.watchToday(staffId, today, listener),
  );
}

/** The first page of the day, for one person. */
export function useTodaySummary(staffId: string | null): TodaySummary | undefined {
  const today = useToday();
  const facts = useTodayFacts(staffId);
  const dueIds = useMemo(() => facts?.dueSoon.slice(0, 20) ?? [], [facts?.dueSoon]);
  const mineIds = useMemo(() => facts?.mine.slice(0, 20) ?? [], [facts?.mine]);
  const memberIds = useMemo(() => facts?.probationary.slice(0, 500) ?? [], [facts?.probationary]);
  const documents = useRowsById<DocumentRow>('documents', [...dueIds, ...mineIds]);
  const members = useRowsById<MemberRow>('members', memberIds);
  const dueSoon = useMemo(() => pick(documents, dueIds), [documents, dueIds]);
  const mine = useMemo(() => pick(documents, mineIds), [documents, mineIds]);
  const probationEnding = useMemo(() => {
    const admittedBy: string = addDays(today, PROBATION_NOTICE_DAYS - 365);
    return pick(members, memberIds).filter(
      ({ admittedOn }) => admittedOn !== null && (admittedOn as string) <= admittedBy,
    );
  }, [members, memberIds, today]);
  return useMemo(() => {
    if (facts === undefined) return undefined;
    const { counts, registeredToday, arrivals } = facts;
    return { counts, registeredToday, arrivals, dueSoon, mine, probationEnding };
  }, [facts, dueSoon, mine, probationEnding]);
}

function pick<T>(rows: ReadonlyMap<string, T>, ids: readonly string[]): readonly T[] {
  return ids.flatMap((id) => rows.get(id) ?? []);
}
