import { Tabs, Title, VisuallyHidden } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { importText as text } from '#renderer/messages/imports.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { BrokenNotes } from './past/broken-notes.tsx';
import { PastImports } from './past/past-imports.tsx';
import classes from './member-import.module.css';
import { MembersWork } from './members-work.tsx';
import { NationalWork } from './national/national-work.tsx';

const modes = ['members', 'national', 'past'] as const;
type Mode = (typeof modes)[number];

/** Nhập, đối chiếu: lists of members from outside are taken in, compared, and taken back. */
export function MemberImportScreen(): ReactNode {
  const [mode, setMode] = useState<Mode>('members');
  useHelp(text.help);
  return (
    <div className={classes.root}>
      <VisuallyHidden>
        <Title order={1}>{text.title}</Title>
      </VisuallyHidden>
      <BrokenNotes />
      <Tabs
        value={mode}
        onChange={(next) => setMode(modes.find((each) => each === next) ?? 'members')}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List aria-label={text.modes.label}>
          <Tabs.Tab value="members">{text.modes.members}</Tabs.Tab>
          <Tabs.Tab value="national">{text.modes.national}</Tabs.Tab>
          <Tabs.Tab value="past">{text.modes.past}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">
          <MembersWork onPast={() => setMode('past')} />
        </Tabs.Panel>
        <Tabs.Panel value="national">
          <NationalWork />
        </Tabs.Panel>
        <Tabs.Panel value="past">
          <PastImports />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
