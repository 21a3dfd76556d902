import { Avatar, Button, Loader, Stack, Title, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { setCurrentStaff } from '#renderer/data/session.ts';
import { firstStartText as text } from '#renderer/messages/first-start.ts';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { AddPersonForm } from './add-person-form.tsx';
import classes from './first-start.module.css';

/** Asks who sits in front of the PC, so that every change bears a name. */
export function ChoosePersonScreen(): ReactNode {
  const office = useOffice();
  const staff = useStaff();
  const status = useSyncStatus();
  const [adding, setAdding] = useState(false);
  const people = (staff ?? []).filter((each) => each.active);
  const mayStillCome = !status.firstSyncDone && status.reachable !== false;
  const showsForm = adding || (staff !== undefined && people.length === 0 && !mayStillCome);
  return (
    <main className={classes.centre}>
      <Stack className={classes.card} gap="md">
        <div>
          <Title order={1}>{text.who}</Title>
          <p className={classes.why}>{text.whoWhy}</p>
        </div>
        {people.length === 0 && mayStillCome && (
          <p className={classes.waiting} role="status">
            <Loader size="xs" aria-hidden /> {text.staffComing}
          </p>
        )}
        {showsForm ? (
          <>
            {people.length === 0 && <p>{text.staffEmpty}</p>}
            <AddPersonForm onAdded={(id) => void setCurrentStaff(office, id)} />
            {people.length > 0 && (
              <Button variant="subtle" onClick={() => setAdding(false)}>
                {text.back}
              </Button>
            )}
          </>
        ) : (
          <>
            <ul className={classes.people}>
              {people.map((each) => (
                <li key={each.id}>
                  <UnstyledButton className={classes.person} onClick={() => void setCurrentStaff(office, each.id)}>
                    <Avatar color="brand" radius="xl" size="2rem" aria-hidden>
                      {each.name.given.charAt(0)}
                    </Avatar>
                    <span>
                      <span className={classes.name}>{each.name.full}</span>
                      <span className={classes.post}>{each.post}</span>
                    </span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            <Button variant="default" onClick={() => setAdding(true)}>
              {text.addSelf}
            </Button>
          </>
        )}
      </Stack>
    </main>
  );
}
