import type { CheckSummary } from '#renderer/data/import/import-session.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';

const text = importText.check;

/** What would be done, in one line. */
export function summaryWords({ counts, proposals, newUnits }: CheckSummary): string {
  const parts = [
    ...(['make', 'change', 'same', 'left'] as const).flatMap((standing) =>
      standing === 'make' || counts[standing] > 0 ? [text.summary[standing](formatCount(counts[standing]))] : [],
    ),
    ...(proposals > 0 ? [text.summary.proposals(formatCount(proposals))] : []),
    ...(newUnits > 0 ? [text.summary.units(formatCount(newUnits))] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** Why nothing may be written yet; undefined when all is settled. */
export function whyNotYet({ counts, questions }: CheckSummary): string | undefined {
  const rows = counts.error + counts.ask;
  const parts = [
    ...(questions.length > 0 ? [text.questionsLeft(formatCount(questions.length))] : []),
    ...(rows > 0 ? [text.rowsLeft(formatCount(rows))] : []),
  ];
  if (parts.length > 0) return text.mayNot(parts.join(', '));
  return counts.make + counts.change === 0 ? text.nothing : undefined;
}
