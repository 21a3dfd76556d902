import { Avatar, Title, UnstyledButton } from '@mantine/core';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';
import type { PersonOnPc } from '#renderer/platform/desktop-keys.ts';
import classes from './lock.module.css';
import { nameOfPerson } from './name-of-person.ts';
import type { LockPeople } from './use-lock-people.ts';
import { useWait, waitInWords } from './use-wait.ts';

type LockPeopleListProps = { readonly lock: LockPeople; readonly onChoose: (id: string) => void };

/** Names to choose from, by mouse or by arrows. */
export function LockPeopleList({ lock, onChoose }: LockPeopleListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <>
      <div>
        <Title order={1}>{text.open}</Title>
        <p className={classes.why}>{lock.people.length === 0 ? text.nobody : text.who}</p>
      </div>
      <ul className={classes.people} ref={list} onKeyDown={move}>
        {lock.people.map((person, place) => (
          <li key={person.id}>
            <UnstyledButton className={classes.person} autoFocus={place === 0} onClick={() => onChoose(person.id)}>
              <Avatar color="brand" radius="xl" size="2.25rem" aria-hidden>
                {nameOfPerson(person, place).split(' ').at(-1)?.charAt(0)}
              </Avatar>
              {nameOfPerson(person, place)}
              <PersonWait person={person} readAt={lock.readAt} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {lock.people.length > 1 && <p className={classes.hint}>{text.keysDown}</p>}
    </>
  );
}

function PersonWait({ person, readAt }: { readonly person: PersonOnPc; readonly readAt: number }): ReactNode {
  const left = useWait(person.waitMs, readAt);
  return left > 0 && <span className={classes.personWait}>{text.waitOf(waitInWords(left))}</span>;
}
