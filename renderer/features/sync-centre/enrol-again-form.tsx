import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { syncText } from '#renderer/messages/sync.ts';
import { enrolAgain } from '#renderer/sync/enrol-again.ts';
import { formatEnrolmentCode, isWholeCode } from '#renderer/ui/enrolment-code.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useSettings } from '#renderer/ui/settings-store.ts';
import classes from './state-card.module.css';

/** The province does not know this PC any more (it came back from an older backup): a new code, and everything goes there again. */
export function EnrolAgainForm(): ReactNode {
  const office = useOffice();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const text = syncText.enrolAgain;
  const setLastDev = useSettings((settings) => settings.setLastDev);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const joined = await enrolAgain(office, code);
    setBusy(false);
    if (!joined.ok) {
      setRefusal(joined.error.code);
      return;
    }
    setLastDev(joined.value); // whoever did it need not be told of the new number
    window.location.reload();
  };
  return (
    <form className={classes.again} onSubmit={(event) => void submit(event)} noValidate>
      <p className={classes.text}>{text.why}</p>
      <TextInput
        label={text.code}
        value={code}
        onChange={(event) => setCode(formatEnrolmentCode(event.currentTarget.value))}
        autoComplete="off"
        spellCheck={false}
      />
      {refusal !== null && <ErrorNote code={refusal} />}
      <Button type="submit" loading={busy} disabled={!isWholeCode(code)}>
        {text.go}
      </Button>
    </form>
  );
}
