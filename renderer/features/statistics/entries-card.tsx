import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { StatColumn, StatLine } from '#shared/domain/statistics/compute-statistics.ts';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import { useMemberRows } from '#renderer/data/members/use-members.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { routes } from '#renderer/ui/routes.ts';
import { EntriesExport } from './entries-export.tsx';
import classes from './statistics.module.css';

/** So many names stand beside a form. */
const SHOWN = 200;

type EntriesCardProps = {
  readonly line: StatLine;
  readonly column: StatColumn;
  readonly read: () => Promise<readonly StatEntry[]>;
  readonly onClose: () => void;
};

/** Who is behind a figure: people by name, or organisations; each leads to its record. */
export function EntriesCard({ line, column, read, onClose }: EntriesCardProps): ReactNode {
  const [entries, setEntries] = useState<readonly StatEntry[]>();
  useEffect(() => {
    let wanted = true;
    read()
      .then((found) => wanted && setEntries(found))
      .catch(console.error);
    return () => {
      wanted = false;
    };
  }, [read]);
  const shown = (entries ?? []).slice(0, SHOWN);
  const title = text.entries.title(line.label, line[column].value ?? 0);
  return (
    <aside className={classes.people} aria-label={line.label}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm">{text.columns[column]}</Text>
        {entries === undefined && <Text>{text.entries.loading}</Text>}
        {line.of === 'people' ? <PeopleOf entries={shown} /> : <UnitsOf entries={shown} />}
        {(entries?.length ?? 0) > SHOWN && <Text>{text.entries.more((entries?.length ?? 0) - SHOWN)}</Text>}
        <Group gap="xs">
          {line.of === 'people' && entries !== undefined && <EntriesExport title={title} entries={entries} />}
          <Button variant="default" onClick={onClose}>
            {text.entries.close}
          </Button>
        </Group>
      </Stack>
    </aside>
  );
}

/** Entries are in the order of names already; one person may stand there twice, with two days. */
function PeopleOf({ entries }: { readonly entries: readonly StatEntry[] }): ReactNode {
  const rows = useMemberRows([...new Set(entries.map(({ id }) => id))]);
  return (
    <ul className={classes.entries}>
      {entries.map(({ id, on }, at) => (
        <li key={`${id} ${String(at)}`}>
          <Anchor href={`#${routes.member(id)}`}>{rows.get(id)?.name.full ?? '…'}</Anchor>
          {on !== null && <span className={classes.on}>{formatDate(on)}</span>}
        </li>
      ))}
    </ul>
  );
}

function UnitsOf({ entries }: { readonly entries: readonly StatEntry[] }): ReactNode {
  const units = new Map((useUnits() ?? []).map((unit) => [unit.id, unit.name]));
  return (
    <ul className={classes.entries}>
      {entries.map(({ id }) => (
        <li key={id}>
          <Anchor href={`#${routes.unit(id)}`}>{units.get(id) ?? '…'}</Anchor>
        </li>
      ))}
    </ul>
  );
}
