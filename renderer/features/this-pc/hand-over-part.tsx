import { Anchor, Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOnlyHere } from '#renderer/data/review/use-only-here.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { handOverPc } from '#renderer/platform/desktop-facts.ts';
import { notifyInfo } from '#renderer/ui/notify.tsx';
import { routes } from '#renderer/ui/routes.ts';
import { AskPassphraseDialog } from './ask-passphrase-dialog.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';

const text = thisPcText.handOver;

/** The PC leaves the office: only while nothing is on it alone. */
export function HandOverPart(): ReactNode {
  const here = useOnlyHere();
  const [asking, setAsking] = useState(false);
  const [secretKept, setSecretKept] = useState(false);
  if (here === undefined) return null;
  const lines = [
    ...(here.changes > 0 ? [text.changes(formatCount(here.changes))] : []),
    ...(here.refused > 0 ? [text.refused(formatCount(here.refused))] : []),
    ...(here.files > 0 ? [text.files(formatCount(here.files), sharedText.bytes(here.fileBytes))] : []),
    ...(here.secretLines > 0 ? [text.secret(formatCount(here.secretLines))] : []),
  ];
  const isSent = here.changes === 0 && here.refused === 0 && here.files === 0;
  const mayGo = isSent && (here.secretLines === 0 || secretKept);
  return (
    <div className={classes.narrow}>
      <SectionCard title={text.title} text={text.text}>
        <h3 className={classes.small}>{text.onlyHere}</h3>
        {lines.length === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {isSent ? (
              <p className={classes.text}>{text.secretTodo}</p>
            ) : (
              <p className={classes.text}>
                {text.todo} <Anchor href={`#${routes.sync()}`}>{text.sync}</Anchor>
              </p>
            )}
          </>
        )}
        {here.secretLines > 0 && (
          <Checkbox
            label={text.secretConfirm}
            checked={secretKept}
            onChange={(event) => setSecretKept(event.currentTarget.checked)}
          />
        )}
        <p className={classes.text}>{text.backups}</p>
        <div className={classes.buttons}>
          <Button color="red" variant="light" disabled={!mayGo} onClick={() => setAsking(true)}>
            {text.start}
          </Button>
        </div>
        {asking && (
          <AskPassphraseDialog
            title={text.start}
            body={text.ask}
            confirm={text.confirm}
            danger
            onClose={() => setAsking(false)}
            onPassphrase={async (passphrase) => {
              const done = await handOverPc(passphrase);
              if (!done.ok) return done.error.code;
              setAsking(false);
              notifyInfo(text.done);
              return null;
            }}
          />
        )}
      </SectionCard>
    </div>
  );
}
