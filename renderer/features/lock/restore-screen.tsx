import { Button, Group, Select, Stack, Title, UnstyledButton } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { adoptBackup, listRestorable, type RestoreCandidate } from '#renderer/platform/desktop-backup.ts';
import type { OpenKeys } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { formatTime } from '#renderer/ui/format-when.ts';
import { PassphraseInput } from '#renderer/ui/passphrase/passphrase-input.tsx';
import classes from './lock.module.css';
import { OfficeBrand } from './office-brand.tsx';

type RestoreScreenProps = {
  readonly onBack: () => void;
  readonly onAdopted: (keys: OpenKeys, backupId: string) => void;
};

/** A new PC takes over the books of one that broke: look first, then choose, then open with a passphrase that was known there. */
export function RestoreScreen({ onBack, onAdopted }: RestoreScreenProps): ReactNode {
  const [found, setFound] = useState<readonly RestoreCandidate[]>();
  const [chosen, setChosen] = useState<RestoreCandidate | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);

  const choose = (candidate: RestoreCandidate | null): void => {
    setChosen(candidate);
    setPersonId(candidate?.people[0]?.id ?? null);
  };
  const look = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const reply = await listRestorable(true);
    setBusy(false);
    if (!reply.ok) {
      setRefusal(reply.error.code);
      return;
    }
    setFound(reply.value);
    choose(reply.value.find(isUsable) ?? null);
  };
  const adopt = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (chosen === null || personId === null || busy) return;
    setBusy(true);
    setRefusal(null);
    const reply = await adoptBackup(chosen.id, personId, passphrase);
    setBusy(false);
    if (reply.ok) onAdopted(reply.value, chosen.id);
    else setRefusal(reply.error.code === 'bad-input' ? 'wrong-passphrase' : reply.error.code);
  };
  return (
    <main className={classes.centre}>
      <form
        className={`${classes.card ?? ''} ${classes.wide ?? ''}`}
        onSubmit={(event) => void adopt(event)}
        noValidate
      >
        <Stack gap="md">
          <OfficeBrand commune="" />
          <div>
            <Title order={1}>{text.restoreTitle}</Title>
            <p className={classes.why}>{text.restoreWhy}</p>
          </div>
          <Button
            variant={found === undefined ? 'filled' : 'default'}
            loading={busy && chosen === null}
            onClick={() => void look()}
          >
            {text.restorePick}
          </Button>
          {found !== undefined && <Candidates found={found} chosen={chosen} onChoose={choose} />}
          {chosen !== null && (
            <>
              <Select
                label={text.restorePerson}
                value={personId}
                onChange={setPersonId}
                data={chosen.people.map(({ id, name }, place) => ({
                  value: id,
                  label: name === '' ? text.unnamed(place + 1) : name,
                }))}
              />
              <PassphraseInput label={text.passphrase} value={passphrase} onChange={setPassphrase} />
              <p className={classes.hint}>{text.restoreSafe}</p>
            </>
          )}
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {text.backToLock}
            </Button>
            {chosen !== null && (
              <Button type="submit" loading={busy}>
                {text.restoreStart}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </main>
  );
}

function isUsable({ standing }: RestoreCandidate): boolean {
  return standing === 'own' || standing === 'other';
}

type CandidatesProps = {
  readonly found: readonly RestoreCandidate[];
  readonly chosen: RestoreCandidate | null;
  readonly onChoose: (candidate: RestoreCandidate) => void;
};

/** What lies on the stick, newest first, with what each would bring back. */
function Candidates({ found, chosen, onChoose }: CandidatesProps): ReactNode {
  if (found.length === 0) return <ErrorNote code="backup-missing" />;
  return (
    <ul className={classes.candidates} aria-label={text.restoreList}>
      {[...found]
        .sort((a, b) => b.at - a.at)
        .map((each) => (
          <li key={each.id}>
            <UnstyledButton
              className={classes.candidate}
              disabled={!isUsable(each)}
              data-chosen={chosen?.id === each.id || undefined}
              aria-pressed={chosen?.id === each.id}
              onClick={() => onChoose(each)}
            >
              <div className={classes.candidateName}>
                {text.restoreLine(
                  sharedText.dateAt(formatDate(dateOfInstant(each.at)), formatTime(each.at)),
                  each.device,
                  each.commune,
                )}
              </div>
              <div className={classes.hint}>
                {text.restoreSize(formatCount(rowsOf(each)), formatCount(each.files), sharedText.bytes(each.bytes))}
                {each.unsent > 0 && ` · ${text.restoreUnsent(formatCount(each.unsent))}`}
                {` · ${text.restoreBad[each.standing]}`}
              </div>
            </UnstyledButton>
          </li>
        ))}
    </ul>
  );
}

function rowsOf({ counts }: RestoreCandidate): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
