import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { StaffRow } from '#renderer/data/rows.ts';
import { setCurrentStaff } from '#renderer/data/session.ts';
import { ChoosePersonScreen } from '#renderer/features/first-start/index.ts';
import { RecoveryCodeScreen, SetPassphraseScreen } from '#renderer/features/lock/index.ts';

/** First start after enrolment: who are you → your passphrase → the recovery code on paper → the shell. */
export function SetupGate({ onDone }: { readonly onDone: () => void }): ReactNode {
  const office = useOffice();
  const [person, setPerson] = useState<StaffRow | null>(null);
  const [code, setCode] = useState<string | null>(null);
  if (code !== null) return <RecoveryCodeScreen code={code} onKept={onDone} />;
  if (person === null) return <ChoosePersonScreen onChosen={setPerson} />;
  const set = async (recoveryCode: string | null): Promise<void> => {
    await setCurrentStaff(office, person.id);
    if (recoveryCode === null) onDone();
    else setCode(recoveryCode);
  };
  return (
    <SetPassphraseScreen
      person={person}
      onBack={() => setPerson(null)}
      onSet={(recoveryCode) => void set(recoveryCode)}
    />
  );
}
