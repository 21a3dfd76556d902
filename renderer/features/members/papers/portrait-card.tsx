import { Button, FileButton, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { setPortrait } from '#renderer/data/members/member-files.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { memberPapersText } from '#renderer/messages/member-papers-list.ts';
import { ACCEPTED_PORTRAITS, takeInPortrait } from '#renderer/platform/take-in-portrait.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { MemberPortrait } from './member-portrait.tsx';
import classes from './papers-tab.module.css';

/** The portrait 3×4: shown, chosen, changed, taken away. */
export function PortraitCard({ row, mayEdit }: { readonly row: MemberRow; readonly mayEdit: boolean }): ReactNode {
  const office = useOffice();
  const [busy, setBusy] = useState(false);
  const text = memberPapersText.portrait;

  const choose = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const taken = await takeInPortrait(file, text.fileName);
    const saved = taken.ok ? await setPortrait(office, row.id, taken.value) : taken;
    setBusy(false);
    if (saved.ok) notifyDone(text.done);
    else notifyError(saved.error.code, file.name);
  };
  const remove = async (): Promise<void> => {
    const removed = await setPortrait(office, row.id, null);
    if (!removed.ok) notifyError(removed.error.code);
    else notifyDone(text.removed, { undo: () => void undo(office, removed.value) });
  };
  return (
    <section className={classes.card} aria-label={text.title}>
      <h3>{text.title}</h3>
      <div className={classes.portrait}>
        <MemberPortrait row={row} />
        {mayEdit && (
          <div>
            <Group gap="xs">
              <FileButton accept={ACCEPTED_PORTRAITS} onChange={(file) => void choose(file)}>
                {(props) => (
                  <Button {...props} size="compact-sm" variant="light" loading={busy}>
                    {row.photoHash === null ? text.choose : text.change}
                  </Button>
                )}
              </FileButton>
              {row.photoHash !== null && (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void remove()}>
                  {text.remove}
                </Button>
              )}
            </Group>
            <p className={classes.grey}>{text.hint}</p>
          </div>
        )}
      </div>
    </section>
  );
}
