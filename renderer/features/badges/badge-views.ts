import { foldForSearch } from '#shared/base/vietnamese.ts';
import { withoutPrivate } from '#shared/domain/member/private-fields.ts';
import type { BadgeLine } from '#renderer/data/badges/read-badge-list.ts';

/** Parts of the list: what is asked for and given on the day, what was missed earlier, whose days are not known. */
export const badgeViews = ['list', 'overdue', 'date-needed'] as const;
export type BadgeView = (typeof badgeViews)[number];

/** The lines of a part. */
export function linesIn(lines: readonly BadgeLine[], view: BadgeView): readonly BadgeLine[] {
  return lines.filter(({ state }) =>
    view === 'list' ? state !== 'overdue' && state !== 'date-needed' : state === view,
  );
}

/** Lines whose member or cell bears all the words, with or without their marks. */
export function findLines(lines: readonly BadgeLine[], query: string): readonly BadgeLine[] {
  const words = foldForSearch(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.length === 0
    ? lines
    : lines.filter(({ member, cell }) => {
        const text = foldForSearch(`${member.name.full} ${cell}`);
        return words.every((word) => text.includes(word));
      });
}

/** A line with a badge that may be asked for or given. */
export type ChoosableLine = BadgeLine & { readonly years: number };

/** Whether a line can be chosen: its badge is known and not given yet. */
export function isChoosable(line: BadgeLine): line is ChoosableLine {
  return line.years !== null && !['awarded', 'date-needed', 'no-longer'].includes(line.state);
}

/** Lines of one badge, in the order of years. */
export function groupByYears(lines: readonly BadgeLine[]): readonly (readonly [number | null, readonly BadgeLine[]])[] {
  const groups = new Map<number | null, BadgeLine[]>();
  for (const line of lines) groups.set(line.years, [...(groups.get(line.years) ?? []), line]);
  return [...groups];
}

/** Money of some badges, VND, and of how many it is not known. */
export function sumOf(lines: readonly BadgeLine[]): { readonly sum: number; readonly unpriced: number } {
  let [sum, unpriced] = [0, 0];
  for (const { amount } of lines) {
    if (amount?.kind === 'known') sum += amount.amount;
    else unpriced += 1;
  }
  return { sum, unpriced };
}

/** What a badge is asked for as: early and after death are said on its papers. */
export function formOf({ standing, event }: BadgeLine): '' | 'early' | 'posthumous' {
  if (standing === 'early' || standing === 'posthumous') return standing;
  return event?.form === 'early' || event?.form === 'posthumous' ? event.form : '';
}

/** A line as it is shown to somebody who may not see private particulars: nothing of disciplines, exits and illnesses. */
export function openLine(line: BadgeLine): BadgeLine {
  const event = line.event && { ...line.event, reason: '' };
  return { ...line, member: withoutPrivate(line.member), heldUntil: null, gaps: [], event };
}
