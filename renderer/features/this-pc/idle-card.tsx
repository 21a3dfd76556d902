import { Button, Select } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { setIdleMinutes } from '#renderer/platform/desktop-keys.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { runCommand } from '#renderer/ui/shortcuts.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';
import type { KeysHere } from './use-keys-here.ts';

const text = thisPcText.idle;
const choices = [2, 5, 10, 15, 20, 30, 60];

type IdleCardProps = {
  readonly keys: KeysHere;
  readonly mayManage: boolean;
  readonly onChanged: () => Promise<void>;
};

/** After how many minutes without a touch the PC locks. */
export function IdleCard({ keys, mayManage, onChanged }: IdleCardProps): ReactNode {
  const minutes = [...new Set([...choices, keys.idleMinutes])].sort((a, b) => a - b);
  const set = async (value: string | null): Promise<void> => {
    if (value === null) return;
    const done = await setIdleMinutes(Number(value));
    if (done.ok) notifyDone(text.saved(Number(value)));
    else notifyError(done.error.code);
    await onChanged();
  };
  return (
    <SectionCard title={text.title} text={text.text}>
      <div className={classes.idle}>
        <Select
          label={text.label}
          w="9rem"
          disabled={!mayManage}
          value={String(keys.idleMinutes)}
          onChange={(value) => void set(value)}
          data={minutes.map((n) => ({ value: String(n), label: text.minutes(n) }))}
        />
        <Button
          variant="default"
          leftSection={<IconLock size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => void runCommand('lock')}
        >
          {text.now}
        </Button>
      </div>
    </SectionCard>
  );
}
