import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { SettingValue } from '#shared/domain/setting/setting-table.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { saveSetting } from '#renderer/data/settings/setting-repository.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from './dossiers-screen.module.css';

type Fonds = SettingValue<'fonds'>;

/** The fonds of the office and the archive that takes its dossiers in. */
export function FondsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const fonds = useSetting('fonds');
  return fonds === undefined ? null : (
    <FondsForm start={fonds ?? { code: '', name: '', archive: '' }} onClose={onClose} />
  );
}

function FondsForm({ start, onClose }: { readonly start: Fonds; readonly onClose: () => void }): ReactNode {
  const office = useOffice();
  const text = dossiersText.fondsForm;
  const [draft, setDraft] = useState(start);
  const save = async (): Promise<void> => {
    const value = {
      code: normalizeLine(draft.code),
      name: normalizeLine(draft.name),
      archive: normalizeLine(draft.archive),
    };
    const saved = await saveSetting(office, 'fonds', value);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.saved);
  };
  const input = (field: keyof Fonds, max: number): ReactNode => (
    <TextInput
      label={text[field]}
      maxLength={max}
      value={draft[field]}
      onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
    />
  );
  return (
    <Modal opened onClose={onClose} title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          {input('code', 40)}
          {input('name', 200)}
          {input('archive', 200)}
          <p className={classes.note}>{text.note}</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {dossiersText.form.cancel}
            </Button>
            <Button type="submit">{dossiersText.form.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
