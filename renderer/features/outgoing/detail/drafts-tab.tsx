import { Button, Select, UnstyledButton } from '@mantine/core';
import { IconFilePencil } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { linesOf } from '#shared/domain/paper/paper-template.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { DraftVersionRow, OpinionRow, OutgoingRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { compareWords, type WordChange } from './compare-words.ts';
import { DraftPrintModal } from './draft-print-modal.tsx';
import classes from './outgoing-detail.module.css';

type DraftsTabProps = {
  readonly outgoing: OutgoingRow;
  readonly drafts: readonly DraftVersionRow[];
  readonly opinions: readonly OpinionRow[];
};

/** The versions of the text, newest first, and what changed between two of them. */
export function DraftsTab({ outgoing, drafts, opinions }: DraftsTabProps): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const [chosen, setChosen] = useState<string | null>(null);
  const [printed, setPrinted] = useState(false);
  const newest = drafts[0];
  const shown = drafts.find(({ id }) => id === chosen) ?? newest;
  if (newest === undefined || shown === undefined) {
    return (
      <EmptyState icon={IconFilePencil} title={text.noDraftsTitle}>
        {text.noDraftsText}
      </EmptyState>
    );
  }
  const isApproved = (version: number): boolean =>
    opinions.some((opinion) => opinion.kind === 'approved' && opinion.version === version);
  return (
    <>
      <div className={classes.versions}>
        {drafts.map((draft) => (
          <UnstyledButton
            key={draft.id}
            className={classes.version ?? ''}
            data-chosen={draft === shown || undefined}
            aria-pressed={draft === shown}
            onClick={() => setChosen(draft.id)}
          >
            <span className={classes.versionHead}>
              {text.version(draft.version)}
              {draft === newest && <StatusChip tone="primary">{text.latest}</StatusChip>}
              {isApproved(draft.version) && <StatusChip tone="green">{text.approvedVersion}</StatusChip>}
            </span>
            <span className={classes.versionBy}>
              {text.versionBy(names.staff(draft.authorId) ?? text.unknownPerson, formatWhen(draft.writtenAt, today))}
              {draft.note !== '' && ` · ${draft.note}`}
            </span>
          </UnstyledButton>
        ))}
      </div>
      <Button variant="default" size="compact-sm" mt="sm" onClick={() => setPrinted(true)}>
        {text.seePrint(shown.version)}
      </Button>
      {printed && <DraftPrintModal outgoing={outgoing} draft={shown} onClose={() => setPrinted(false)} />}
      {drafts.length > 1 && <Comparison key={shown.id} drafts={drafts} shown={shown} />}
    </>
  );
}

function Comparison({
  drafts,
  shown,
}: {
  readonly drafts: readonly DraftVersionRow[];
  readonly shown: DraftVersionRow;
}): ReactNode {
  const others = drafts.filter((draft) => draft !== shown);
  const [otherId, setOtherId] = useState(
    () => (others.find(({ version }) => version < shown.version) ?? others[0])?.id ?? null,
  );
  const other = others.find(({ id }) => id === otherId);
  const changes = useMemo(() => {
    if (other === undefined) return undefined;
    const [before, after] = other.version < shown.version ? [other, shown] : [shown, other];
    return compareWords(linesOf('', before.content).join('\n'), linesOf('', after.content).join('\n'));
  }, [other, shown]);
  return (
    <div className={classes.compare}>
      <Select
        label={text.compareWith}
        value={otherId}
        data={others.map(({ id, version, note }) => ({
          value: id,
          label: note === '' ? text.version(version) : `${text.version(version)}: ${note}`,
        }))}
        onChange={setOtherId}
        allowDeselect={false}
      />
      {changes !== undefined && <Changes changes={changes} />}
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly WordChange[] }): ReactNode {
  if (changes.every(({ kind }) => kind === 'same')) return <p className={classes.note}>{text.compareSame}</p>;
  return (
    <>
      <p className={classes.note}>{text.compareLegend}</p>
      <div className={classes.changes}>
        {changes.map(({ kind, text: words }, place) =>
          kind === 'same' ? (
            <span key={place}>{words}</span>
          ) : kind === 'added' ? (
            <ins key={place}>{words}</ins>
          ) : (
            <del key={place}>{words}</del>
          ),
        )}
      </div>
    </>
  );
}
