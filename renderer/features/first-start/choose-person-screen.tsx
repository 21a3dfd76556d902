import { Avatar, Button, Loader, Stack, Title, UnstyledButton } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { firstStartText as text } from '#renderer/messages/first-start.ts';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { loadingInWords } from '#renderer/ui/loading-words.ts';
import { AddPersonForm } from './add-person-form.tsx';
import classes from './first-start.module.css';

/** Asks who sits in front of a new PC: the first who gets a passphrase. */
export function ChoosePersonScreen({ onChosen }: { readonly onChosen: (person: StaffRow) => void }): ReactNode {
  const staff = useStaff();
  const status = useSyncStatus();
  const [adding, setAdding] = useState(false);
  const [addedId, setAddedId] = useState<string | null>(null);
  const people = (staff ?? []).filter((each) => each.active);
  // Only while nobody in the list may add people does the province take somebody who adds themselves.
  const mayAdd = !people.some(({ role }) => mayAct(role, 'staff.edit'));
  const added = staff?.find(({ id }) => id === addedId);
  useEffect(() => {
    if (added !== undefined) onChosen(added);
  }, [added, onChosen]);
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
        {people.length > 0 && status.loading !== null && (
          <p className={classes.waiting} role="status">
            <Loader size="xs" aria-hidden />
            <span>
              {loadingInWords(status.loading, status.reachable !== false)} {text.workMeanwhile}
            </span>
          </p>
        )}
        {showsForm ? (
          <>
            {people.length === 0 && <p>{text.staffEmpty}</p>}
            <AddPersonForm onAdded={setAddedId} />
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
                  <UnstyledButton className={classes.person} onClick={() => onChosen(each)}>
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
            {mayAdd ? (
              <Button variant="default" onClick={() => setAdding(true)}>
                {text.addSelf}
              </Button>
            ) : (
              <p className={classes.why}>{text.notInList}</p>
            )}
          </>
        )}
      </Stack>
    </main>
  );
}
