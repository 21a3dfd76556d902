import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { comparePersonNames } from '#shared/base/person-name.ts';
import type { StatLine } from '#shared/domain/statistics/stat-form.ts';
import { useMemberRows } from '#renderer/data/members/use-members.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { routes } from '#renderer/ui/routes.ts';
import classes from './statistics.module.css';

/** So many names stand beside a form. */
const SHOWN = 200;

/** The people behind a figure, by name; each leads to the record. */
export function PeopleCard({ line, onClose }: { readonly line: StatLine; readonly onClose: () => void }): ReactNode {
  const ids = line.ids ?? [];
  const rows = useMemberRows(ids.slice(0, SHOWN));
  const people = [...rows.values()].sort((a, b) => comparePersonNames(a.name, b.name));
  return (
    <aside className={classes.people} aria-label={line.label}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {text.people(line.label, ids.length)}
        </Title>
        {people.map(({ id, name }) => (
          <Anchor key={id} href={`#${routes.member(id)}`}>
            {name.full}
          </Anchor>
        ))}
        {ids.length > SHOWN && <Text>{text.more(ids.length - SHOWN)}</Text>}
        <Button variant="default" onClick={onClose}>
          {text.close}
        </Button>
      </Stack>
    </aside>
  );
}
