import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconHelp, IconSelector, IconTextSize, IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { setCurrentStaff } from '#renderer/data/session.ts';
import { AddPersonModal } from '#renderer/features/first-start/index.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { showHelp } from '#renderer/ui/help-topic.ts';
import { useSettings } from '#renderer/ui/settings-store.ts';
import classes from './shell.module.css';

/** Who is working, and the way to change that; no lock, because there is none yet. */
export function PersonMenu({ person }: { readonly person: StaffRow }): ReactNode {
  const office = useOffice();
  const staff = useStaff() ?? [];
  const { largeType, setLargeType } = useSettings();
  const [adding, setAdding] = useState(false);
  return (
    <div className={classes.person}>
      <Menu position="top-start" width="17rem" shadow="md">
        <Menu.Target>
          <UnstyledButton className={classes.personButton}>
            <Avatar color="brand" radius="xl" size="1.875rem" aria-hidden>
              {initials(person)}
            </Avatar>
            <span>
              <VisuallyHidden>{shellText.person}</VisuallyHidden>
              <span className={classes.personName}>{person.name.full}</span>
              <span className={classes.personPost}>{person.post}</span>
            </span>
            <IconSelector size="1rem" aria-hidden style={{ marginInlineStart: 'auto' }} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah="26rem" style={{ overflow: 'auto' }}>
          <Menu.Item
            leftSection={<IconTextSize size="1rem" aria-hidden />}
            rightSection={largeType && <IconCheck size="1rem" aria-hidden />}
            onClick={() => setLargeType(!largeType)}
          >
            {largeType ? shellText.largeTypeOff : shellText.largeTypeOn}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHelp size="1rem" aria-hidden />}
            rightSection="F1"
            onClick={() => showHelp(true)}
          >
            {shellText.help}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{shellText.switchPerson}</Menu.Label>
          {staff
            .filter((each) => each.active)
            .map((each) => (
              <Menu.Item
                key={each.id}
                onClick={() => void setCurrentStaff(office, each.id)}
                rightSection={each.id === person.id && <IconCheck size="1rem" aria-hidden />}
              >
                <span className={classes.personName}>{each.name.full}</span>
                <span className={classes.personPost}>{each.post}</span>
              </Menu.Item>
            ))}
          <Menu.Item leftSection={<IconUserPlus size="1rem" aria-hidden />} onClick={() => setAdding(true)}>
            {shellText.addPerson}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <AddPersonModal opened={adding} onClose={() => setAdding(false)} />
    </div>
  );
}

function initials(person: StaffRow): string {
  const { family, middle, given } = person.name;
  return `${(middle === '' ? family : middle).charAt(0)}${given.charAt(0)}`;
}
