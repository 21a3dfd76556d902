import { Button, Group } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { Result } from '#shared/base/result.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { factsOfKey } from '#shared/domain/reconcile/identity-key.ts';
import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { keepOurs, reopenLine } from '#renderer/data/reconcile/reconcile-notes.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import classes from '../member-import.module.css';
import { AnsweredSide } from './answered-side.tsx';
import { AskSide } from './ask-side.tsx';
import { LineSide } from './line-side.tsx';
import { loadReport } from './report.ts';

type PersonSideProps = { readonly line: ReportLine; readonly lines: readonly ReportLine[] };

/** Everything the report says of one person, both sides, with what can be decided. */
export function PersonSide({ line, lines }: PersonSideProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const [keeping, setKeeping] = useState<ReportLine>();
  const { memberId, name, row, group } = line;
  const own = lines.filter((each) => (memberId === null ? each.row === row : each.memberId === memberId));
  useEffect(() => {
    if (memberId !== null) void noteAudit('member-read', { type: 'member', id: memberId });
  }, [memberId]);
  const keep = async (reason: string): Promise<ErrorCode | null> => {
    const kept = await keepOurs(office, keeping === undefined ? [] : [keeping], reason);
    if (!kept.ok) return kept.error.code;
    notifyDone(text.keptDone);
    await loadReport(office);
    return null;
  };
  const reopen = async (each: ReportLine): Promise<void> => {
    const opened: Result<null, { code: ErrorCode }> = await reopenLine(office, each);
    if (opened.ok) await loadReport(office);
    else notifyError(opened.error.code);
  };
  return (
    <>
      <Group justify="space-between" mb="xs">
        <strong>{name}</strong>
        {memberId !== null && (
          <Button size="compact-sm" variant="default" onClick={() => navigate(routes.member(memberId))}>
            {text.open}
          </Button>
        )}
      </Group>
      {row > 0 && (
        <p className={classes.note}>{[text.person.row(formatCount(row)), ...factsOfKey(line.theirKey)].join(' · ')}</p>
      )}
      {(group === 'there' || group === 'here' || group === 'gone' || group === 'ask') && <p>{text.person[group]}</p>}
      {group === 'ask' && <AskSide line={line} />}
      {own
        .filter((each) => each.group !== 'ask')
        .map((each) =>
          each.group === 'answered' ? (
            <AnsweredSide key={each.key} line={each} />
          ) : (
            <LineSide key={each.key} line={each} onKeep={() => setKeeping(each)} onReopen={() => void reopen(each)} />
          ),
        )}
      <ReasonModal
        opened={keeping !== undefined}
        words={{ ...text.keepWords, title: text.keepWords.title(name) }}
        isGrave={false}
        onClose={() => setKeeping(undefined)}
        onGive={keep}
      />
    </>
  );
}
