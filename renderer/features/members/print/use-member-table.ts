import { useMemo } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import type { MemberFilter } from '#renderer/data/members/member-list.ts';
import { readMemberLines } from '#renderer/data/members/read-member-lines.ts';
import { useMemberAsk } from '#renderer/data/members/use-members.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { booksText } from '#renderer/messages/books.ts';
import { memberTableText as text } from '#renderer/messages/member-tables.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { TableMaker } from '#renderer/paper/books/table-maker.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { formatTime } from '#renderer/ui/format-when.ts';
import { memberLine, memberTableFrame } from './member-table.ts';

/** Makes the list that is on the screen as a table, when it is asked for. */
export type MemberTable = {
  readonly fileName: (way: string) => string;
  readonly pdf: () => Promise<Uint8Array>;
  readonly workbook: () => Promise<Uint8Array>;
};

/** The list under a filter as form 7-HSĐV: only members within reach of who has the PC open, without what they may not see. */
export function useMemberTable(filter: MemberFilter): MemberTable {
  const office = useOffice();
  const ask = useMemberAsk(filter);
  const names = useRecordNames();
  const officeName = useSetting('office-name');
  return useMemo(() => {
    const own = officeName?.partyName ?? '';
    const body = own === '' ? booksText.body(office.device.commune.name) : own;
    const unit = ask.unitId === null ? '' : (names.unit(ask.unitId) ?? '');
    const date = formatDate(office.today());
    const make = async (as: 'pdf' | 'xlsx'): Promise<Uint8Array> => {
      const maker = new TableMaker({ onShare: () => undefined });
      try {
        let count = 0;
        for await (const slice of readMemberLines(office, ask)) {
          maker.add(slice.map((line, at) => memberLine(line, count + at + 1, names.unit)));
          count += slice.length;
        }
        const printedAt = sharedText.dateAt(formatTime(office.nowMs()), date);
        const facts = { body, unit, date, printedAt, isOfCandidates: ask.states.includes('candidate') };
        const frame = memberTableFrame(facts, count);
        return as === 'xlsx'
          ? await maker.workbook(frame)
          : await maker.pdf(frame, await loadPaperFonts(), body, office.nowMs());
      } finally {
        maker.end();
      }
    };
    return {
      fileName: (way) => text.fileName(foldForSearch(unit), date, way === 'xlsx' ? 'xlsx' : 'pdf'),
      pdf: () => make('pdf'),
      workbook: () => make('xlsx'),
    };
  }, [office, ask, names, officeName]);
}
