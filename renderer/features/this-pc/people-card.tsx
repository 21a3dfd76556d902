import { Avatar, Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { removePersonFromPc, type PersonOnPc } from '#renderer/platform/desktop-keys.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { AskPassphraseDialog } from './ask-passphrase-dialog.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';
import type { KeysHere } from './use-keys-here.ts';

const text = thisPcText.people;

type PeopleCardProps = {
  readonly keys: KeysHere;
  readonly mayManage: boolean;
  readonly onChanged: () => Promise<void>;
};

/** Who can open this PC. */
export function PeopleCard({ keys, mayManage, onChanged }: PeopleCardProps): ReactNode {
  const staff = useStaff() ?? [];
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const nameOf = ({ id, name }: PersonOnPc, place: number): string =>
    staff.find((each) => each.id === id)?.name.full ?? (name === '' ? text.nameless(place + 1) : name);
  return (
    <SectionCard
      title={text.title}
      text={text.text}
      side={
        mayManage && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconUserPlus size="1rem" aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {text.add}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {keys.people.map((person, place) => {
          const name = nameOf(person, place);
          return (
            <li key={person.id} className={classes.person}>
              <Avatar color="brand" radius="xl" size="1.875rem" aria-hidden>
                {name.split(' ').at(-1)?.charAt(0)}
              </Avatar>
              <div>
                <div className={classes.personName}>{name}</div>
                <div className={classes.grey}>{staff.find(({ id }) => id === person.id)?.post}</div>
              </div>
              <span className={classes.end} />
              {person.waitMs > 0 && <StatusChip tone="amber">{text.waiting}</StatusChip>}
              {person.id === keys.personId ? (
                <StatusChip tone="primary">{text.you}</StatusChip>
              ) : (
                mayManage && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={text.removeLabel(name)}
                    onClick={() => setLeaving({ id: person.id, name })}
                  >
                    {text.remove}
                  </Button>
                )
              )}
            </li>
          );
        })}
      </ul>
      {leaving !== null && (
        <AskPassphraseDialog
          title={text.removeTitle(leaving.name)}
          body={text.removeText}
          confirm={text.removeConfirm}
          danger
          onClose={() => setLeaving(null)}
          onPassphrase={async (passphrase) => {
            const removed = await removePersonFromPc(leaving.id, passphrase);
            if (!removed.ok) return removed.error.code;
            setLeaving(null);
            notifyDone(text.removed(leaving.name));
            await onChanged();
            return null;
          }}
        />
      )}
      {adding && (
        <AddPersonDialog known={keys.people.map(({ id }) => id)} onClose={() => setAdding(false)} onAdded={onChanged} />
      )}
    </SectionCard>
  );
}
