import { Button, Stack, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import {
  adoptBackup,
  findSoundBackup,
  listRestorable,
  type AdoptedPc,
  type RestoreCandidate,
} from '#renderer/platform/desktop-backup.ts';
import type { OpenKeys } from '#renderer/platform/desktop-keys.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import classes from './lock.module.css';
import { OfficeBrand } from './office-brand.tsx';
import { RestoreByCode } from './restore-by-code.tsx';
import { RestoreByPassphrase } from './restore-by-passphrase.tsx';
import { RestoreCandidates } from './restore-candidates.tsx';
import { RestoreLacks } from './restore-lacks.tsx';

type RestoreScreenProps = {
  readonly onBack: () => void;
  readonly onAdopted: (keys: OpenKeys, backupId: string) => void;
};

/** A new PC takes over the books of one that broke: look first, then choose, then open with a passphrase that was known there or with the printed code. */
export function RestoreScreen({ onBack, onAdopted }: RestoreScreenProps): ReactNode {
  const [found, setFound] = useState<readonly RestoreCandidate[]>();
  const [chosen, setChosen] = useState<RestoreCandidate | null>(null);
  const [byCode, setByCode] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [looking, setLooking] = useState(false);
  const [adopted, setAdopted] = useState<AdoptedPc | null>(null);

  const look = async (): Promise<void> => {
    setLooking(true);
    setRefusal(null);
    const reply = await listRestorable(true);
    setLooking(false);
    if (!reply.ok) {
      setRefusal(reply.error.code);
      return;
    }
    setFound(reply.value);
    setChosen(findSoundBackup(reply.value) ?? null);
  };
  const adopt = async (personId: string, passphrase: string, code: string | null): Promise<ErrorCode | null> => {
    if (chosen === null) return null;
    const reply = await adoptBackup(chosen.id, { personId, passphrase, code });
    if (!reply.ok) return reply.error.code;
    const { keys, damaged, lackingFiles } = reply.value;
    if (damaged + lackingFiles > 0) setAdopted(reply.value);
    else onAdopted(keys, chosen.id);
    return null;
  };
  const ways = { onAdopt: adopt, onBack, onOtherWay: () => setByCode(!byCode) };
  return (
    <main className={classes.centre}>
      <div className={`${classes.card ?? ''} ${classes.wide ?? ''}`}>
        <Stack gap="md">
          <OfficeBrand commune="" />
          {adopted !== null && chosen !== null ? (
            <RestoreLacks adopted={adopted} onOpen={() => onAdopted(adopted.keys, chosen.id)} />
          ) : (
            <>
              <div>
                <Title order={1}>{text.restoreTitle}</Title>
                <p className={classes.why}>{text.restoreWhy}</p>
              </div>
              <Button
                variant={found === undefined ? 'filled' : 'default'}
                loading={looking}
                onClick={() => void look()}
              >
                {text.restorePick}
              </Button>
              {found !== undefined && <RestoreCandidates found={found} chosen={chosen} onChoose={setChosen} />}
              {refusal !== null && <ErrorNote code={refusal} />}
              {chosen === null ? (
                <Button variant="default" onClick={onBack}>
                  {text.backToLock}
                </Button>
              ) : byCode ? (
                <RestoreByCode key={chosen.id} backup={chosen} {...ways} />
              ) : (
                <RestoreByPassphrase key={chosen.id} backup={chosen} {...ways} />
              )}
            </>
          )}
        </Stack>
      </div>
    </main>
  );
}
