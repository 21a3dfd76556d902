import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconCheck,
  IconHelp,
  IconLock,
  IconSelector,
  IconShieldCheck,
  IconTextSize,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { StaffRow } from '#renderer/data/rows.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { lockOffice } from '#renderer/sync/lock-office.ts';
import { showHelp } from '#renderer/ui/help-topic.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { useSettings } from '#renderer/ui/settings-store.ts';
import classes from './shell.module.css';

/** Who is working, and the way to change that: whoever comes opens the PC with their own passphrase. */
export function PersonMenu({ person }: { readonly person: StaffRow }): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const { largeType, setLargeType } = useSettings();
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
          <Menu.Item
            leftSection={<IconShieldCheck size="1rem" aria-hidden />}
            onClick={() => navigate(`${routes.thisPc()}/rights`)}
          >
            {shellText.myRights}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconUsers size="1rem" aria-hidden />} onClick={() => void lockOffice(office)}>
            {shellText.switchPerson}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size="1rem" aria-hidden />}
            rightSection="Ctrl L"
            onClick={() => void lockOffice(office)}
          >
            {shellText.lock}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function initials(person: StaffRow): string {
  const { family, middle, given } = person.name;
  return `${(middle === '' ? family : middle).charAt(0)}${given.charAt(0)}`;
}
