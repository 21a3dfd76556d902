import type { ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { thisPcText as text } from '#renderer/messages/this-pc.ts';
import { IdleCard } from './idle-card.tsx';
import { PassphraseCard } from './passphrase-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { RotationCard } from './rotation-card.tsx';
import classes from './this-pc.module.css';
import { useKeysHere } from './use-keys-here.ts';

/** Who opens this PC and with what. */
export function PeoplePart(): ReactNode {
  const { keys, refresh } = useKeysHere();
  const { may } = useMay('pc.manage');
  if (keys === undefined) return null;
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <PeopleCard keys={keys} mayManage={may} onChanged={refresh} />
        <PassphraseCard />
      </div>
      <div className={classes.column}>
        <IdleCard keys={keys} mayManage={may} onChanged={refresh} />
        {may ? (
          <>
            <RecoveryCard keys={keys} onChanged={refresh} />
            <RotationCard keys={keys} />
          </>
        ) : (
          <p className={classes.grey}>{text.needsRight}</p>
        )}
      </div>
    </div>
  );
}
