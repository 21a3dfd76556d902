import { useEffect, useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { ActingPerson } from '#renderer/data/rights/use-may.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { PersonMissingScreen } from '#renderer/features/lock/index.ts';
import { readKeyState } from '#renderer/platform/desktop-keys.ts';
import { lockOffice } from '#renderer/sync/lock-office.ts';
import { Shell } from './shell.tsx';

/** The shell of the person who opened the PC; waits while the list of people is not here. */
export function PersonGate({ version }: { readonly version: string }): ReactNode {
  const office = useOffice();
  const person = useActingPerson();
  const name = useNameOnPc(office.actor);
  if (person === undefined) return null;
  if (person === null || !person.active)
    return <PersonMissingScreen name={name} inactive={person !== null} onLock={() => void lockOffice(office)} />;
  return (
    <ActingPerson value={person}>
      <Shell person={person} version={version} />
    </ActingPerson>
  );
}

function useNameOnPc(personId: string): string {
  const [name, setName] = useState('…');
  useEffect(() => {
    void readKeyState().then((reply) => {
      if (!reply.ok || !('people' in reply.value)) return;
      setName(reply.value.people.find(({ id }) => id === personId)?.name ?? '…');
    });
  }, [personId]);
  return name;
}
