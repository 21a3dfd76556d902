import { Button, Stack, TextInput, Title } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { firstStartText as text } from '#renderer/messages/first-start.ts';
import { lockText } from '#renderer/messages/lock.ts';
import { enrolThisPc } from '#renderer/sync/start-office.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { formatEnrolmentCode, isWholeCode } from '#renderer/ui/enrolment-code.ts';
import classes from './first-start.module.css';

type EnrolScreenProps = {
  /** Values handed over at the first start, or empty. */
  readonly enrolUrl: string;
  readonly enrolCode: string;
  /** The province has taken the PC back: its data was made unreadable. */
  readonly wiped: boolean;
  readonly onEnrolled: () => void;
  /** A broken PC's books are brought back instead. */
  readonly onRestore: () => void;
};

type Problems = { readonly server?: string; readonly code?: string; readonly name?: string };

/** A new PC joins its commune with the one-time code the province printed. */
export function EnrolScreen({ enrolUrl, enrolCode, wiped, onEnrolled, onRestore }: EnrolScreenProps): ReactNode {
  const [server, setServer] = useState(enrolUrl);
  const [code, setCode] = useState(formatEnrolmentCode(enrolCode));
  const [name, setName] = useState<string>(text.nameDefault);
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const found: Problems = {
      ...(/^https?:\/\/\S+$/.test(server.trim()) ? {} : { server: text.serverBad }),
      ...(isWholeCode(code) ? {} : { code: text.codeBad }),
      ...(normalizeLine(name) === '' || name.length > 80 ? { name: text.nameBad } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setRefusal(null);
    const result = await enrolThisPc({ serverUrl: server.trim(), code, name: normalizeLine(name) });
    setBusy(false);
    if (result.ok) onEnrolled();
    else setRefusal(result.error.code);
  };
  return (
    <main className={classes.centre}>
      <form className={classes.card} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <div>
            <Title order={1}>{text.welcome}</Title>
            <p className={classes.why}>{text.why}</p>
          </div>
          {wiped && <ErrorNote code="device-wiped" />}
          <TextInput
            label={text.server}
            description={text.serverHint}
            value={server}
            error={problems.server}
            onChange={(event) => setServer(event.currentTarget.value)}
            spellCheck={false}
            autoFocus
          />
          <TextInput
            label={text.code}
            description={text.codeHint}
            value={code}
            error={problems.code}
            onChange={(event) => setCode(formatEnrolmentCode(event.currentTarget.value))}
            autoComplete="off"
            spellCheck={false}
            classNames={{ input: classes.code }}
          />
          <TextInput
            label={text.name}
            description={text.nameHint}
            value={name}
            error={problems.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {refusal !== null && <ErrorNote code={refusal} />}
          <Button type="submit" loading={busy}>
            {busy ? text.enrolling : text.enrol}
          </Button>
          <Button variant="subtle" onClick={onRestore}>
            {lockText.restoreOffer}
          </Button>
        </Stack>
      </form>
    </main>
  );
}
