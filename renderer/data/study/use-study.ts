import { useEffect, useState } from 'react';
import { compareText } from '#shared/base/collation.ts';
import { countReaders, isForCell, type StudyShare } from '#shared/domain/study/study-figures.ts';
import { readFiles, readPapers, type MeetingPaper } from '../meetings/read-meeting.ts';
import { allMembers, useMemberList } from '../members/use-members.ts';
import { useOffice } from '../office-context.tsx';
import type { AttachmentRow, MemberRow, StudyItemRow, StudyReadingRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { passageOf } from './passage.ts';
import { readerStates } from './reader-states.ts';

/** Ids of the members of a cell who should study (null: of the whole commune), by name; undefined while the index is being built. */
export function useReaders(unitId: string | null): readonly string[] | undefined {
  const list = useMemberList({ ...allMembers, unitId, states: readerStates });
  return list?.ids.slice(0, list.ids.length);
}

/** An item with how many have studied it: of a cell, or of all. */
export type CountedItem = { readonly item: StudyItemRow; readonly share: StudyShare };

/** Items of the library for a cell (null: all of them), those to be studied first come first; undefined while loading. */
export function useStudyItems(
  unitId: string | null,
  readers: readonly string[] | undefined,
): readonly CountedItem[] | undefined {
  return useLive(
    async ({ db }) => {
      if (readers === undefined) return undefined;
      const [rows, removed] = await Promise.all([
        db.studyItems.filter((row) => !row.removed).toArray(),
        db.studyReadings.where('flags').equals('removed').primaryKeys(),
      ]);
      const items = rows.filter((row) => unitId === null || isForCell(row, unitId));
      const counted =
        unitId === null
          ? await countAll(items, new Set(removed), readers.length, (id) =>
              db.studyReadings.where('itemId').equals(id).primaryKeys(),
            )
          : countCell(
              items,
              readers,
              await db.studyReadings
                .where('memberId')
                .anyOf([...readers])
                .toArray(),
            );
      return counted.sort(compareItems);
    },
    [unitId, readers?.join(' ')],
  );
}

/** Of all cells only the keys are read: there may be thousands of readings of an item. */
async function countAll(
  items: readonly StudyItemRow[],
  removed: ReadonlySet<string>,
  readers: number,
  keysOf: (itemId: string) => Promise<readonly string[]>,
): Promise<CountedItem[]> {
  const counted: CountedItem[] = [];
  for (const item of items) {
    const read = (await keysOf(item.id)).filter((id) => !removed.has(id)).length;
    counted.push({ item, share: { read: Math.min(read, readers), of: readers } });
  }
  return counted;
}

function countCell(
  items: readonly StudyItemRow[],
  readers: readonly string[],
  readings: readonly StudyReadingRow[],
): CountedItem[] {
  const byItem = new Map<string, Set<string>>();
  for (const { removed, itemId, memberId } of readings) {
    if (removed) continue;
    const known = byItem.get(itemId) ?? new Set();
    byItem.set(itemId, known.add(memberId));
  }
  return items.map((item) => ({ item, share: countReaders(readers, byItem.get(item.id) ?? new Set()) }));
}

/** What is to be studied soonest comes first, then what has no day, closed items last. */
function compareItems({ item: a }: CountedItem, { item: b }: CountedItem): number {
  if (a.isClosed !== b.isClosed) return a.isClosed ? 1 : -1;
  if (a.dueOn !== b.dueOn) return (a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1;
  return compareText(a.title, b.title);
}

/** An item with its files, the paper of the register it is, and who has studied it. */
export type StudyDetails = {
  readonly item: StudyItemRow;
  readonly files: readonly AttachmentRow[];
  readonly paper: MeetingPaper | undefined;
  readonly readings: ReadonlyMap<string, StudyReadingRow>;
};

/** One item whole, live; null when there is none, undefined while loading. */
export function useStudyItem(id: string | undefined): StudyDetails | null | undefined {
  return useLive<StudyDetails | null>(
    async (office) => {
      const item = id === undefined ? undefined : await office.db.studyItems.get(id);
      if (id === undefined || item === undefined || item.removed) return null;
      const [files, papers, readings] = await Promise.all([
        readFiles(office, [id]),
        readPapers(office, item.documentId === null ? [] : [item.documentId]),
        office.db.studyReadings.where('itemId').equals(id).toArray(),
      ]);
      return {
        item,
        files: files.get(id) ?? [],
        paper: papers[0],
        readings: new Map(readings.filter(({ removed }) => !removed).map((row) => [row.memberId, row])),
      };
    },
    [id],
  );
}

/** Rows of these members, in their order; undefined while loading. */
export function useMembersOf(ids: readonly string[]): readonly MemberRow[] | undefined {
  return useLive(
    async ({ db }) => (await db.members.bulkGet([...ids])).flatMap((row) => (row === undefined ? [] : [row])),
    [ids.join(' ')],
  );
}

/** An item found by its words, with a stretch of text around them where it stands in a file. */
export type StudyHit = { readonly id: string; readonly passage: ReturnType<typeof passageOf> };

const PAUSE_MS = 150;

/** Items in which all words of the query stand, marked ones first; null while nothing is asked, undefined while it is looked for the first time. */
export function useStudySearch(query: string): readonly StudyHit[] | null | undefined {
  const office = useOffice();
  const [found, setFound] = useState<readonly StudyHit[] | null>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      const look = async (): Promise<readonly StudyHit[] | null> => {
        if (query.trim() === '') return null;
        const ids = await office.search.findStudy(query);
        return Promise.all(
          ids.slice(0, ids.length).map(async (id) => ({ id, passage: await findPassage(office, id, query) })),
        );
      };
      void look().then((hits) => {
        if (isCurrent) setFound(hits);
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [office, query]);
  return found;
}

async function findPassage(
  { db }: ReturnType<typeof useOffice>,
  itemId: string,
  query: string,
): Promise<StudyHit['passage']> {
  const item = await db.studyItems.get(itemId);
  if (item === undefined) return undefined;
  const owners = item.documentId === null ? [itemId] : [itemId, item.documentId];
  const files = await db.attachments.where('documentId').anyOf(owners).toArray();
  for (const { removed, hash } of files) {
    const text = removed ? undefined : (await db.localTexts.get(hash))?.text;
    const passage = text === undefined ? undefined : passageOf(text, query);
    if (passage !== undefined) return passage;
  }
  return passageOf(item.summary, query);
}
