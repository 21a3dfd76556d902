import { Anchor, Stack } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';
import { readDevice } from '#renderer/platform/desktop-facts.ts';
import type { OpenKeys } from '#renderer/platform/desktop-keys.ts';
import { LockPeopleList } from './lock-people-list.tsx';
import classes from './lock.module.css';
import { OfficeBrand } from './office-brand.tsx';
import { RecoverForm } from './recover-form.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { useLockPeople, type LockedState } from './use-lock-people.ts';

type LockScreenProps = { readonly state: LockedState; readonly onOpened: (keys: OpenKeys) => void };

/** Whoever comes chooses their name and types their passphrase. Nothing of the office is in this page before. */
export function LockScreen({ state, onOpened }: LockScreenProps): ReactNode {
  const lock = useLockPeople(state);
  const only = lock.people.length === 1 ? lock.people[0]?.id : undefined;
  const [chosen, setChosen] = useState<string | undefined>(only);
  const [recovering, setRecovering] = useState(false);
  const commune = useCommuneName();
  const person = lock.people.find(({ id }) => id === chosen);
  return (
    <main className={classes.centre}>
      <div className={classes.card}>
        <Stack gap="md">
          <OfficeBrand commune={commune} />
          {recovering ? (
            <RecoverForm lock={lock} onOpened={onOpened} onBack={() => setRecovering(false)} />
          ) : (
            <>
              {person === undefined ? (
                <LockPeopleList lock={lock} onChoose={setChosen} />
              ) : (
                <UnlockForm
                  key={person.id}
                  person={person}
                  lock={lock}
                  onOpened={onOpened}
                  {...(lock.people.length > 1 ? { onOther: () => setChosen(undefined) } : {})}
                />
              )}
              <Anchor
                component="button"
                type="button"
                className={classes.forgot ?? ''}
                onClick={() => setRecovering(true)}
              >
                {text.forgot}
              </Anchor>
            </>
          )}
        </Stack>
      </div>
    </main>
  );
}

/** The office's name, which is no secret: it stands on the door of the room. */
function useCommuneName(): string {
  const [name, setName] = useState('');
  useEffect(() => {
    void readDevice().then((reply) => {
      if (reply.ok && reply.value !== null) setName(reply.value.commune.name);
    });
  }, []);
  return name;
}
