import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { addDossiers, saveDossier } from '#renderer/data/dossiers/dossier-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DossierRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { undo } from '#renderer/data/undo.ts';
import { dossiersText as text } from '#renderer/messages/dossiers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { blankDossier, changesOfDossier, pickDrafted } from './drafted-dossier.ts';
import {
  createDossierDraft,
  findDraftProblems,
  readDossierDraft,
  type DossierDraft,
  type DraftedDossier,
} from './dossier-draft.ts';
import { DossierFormFields } from './dossier-form-fields.tsx';
import classes from './dossiers-screen.module.css';

/** What the form is opened for. */
export type DossierTask =
  | { readonly kind: 'add'; readonly year: number }
  | { readonly kind: 'edit'; readonly dossier: DossierRow };

type DossierFormDialogProps = {
  readonly task: DossierTask;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
};

/** The form of a dossier. What it does not show keeps its value. */
export function DossierFormDialog({ task, onClose, onSaved }: DossierFormDialogProps): ReactNode {
  const fonds = useSetting('fonds');
  if (fonds === undefined) return null;
  const blank = blankDossier(task.kind === 'add' ? task.year : task.dossier.year, fonds?.code ?? '', fonds?.name ?? '');
  return (
    <DossierForm task={task} start={task.kind === 'add' ? blank : task.dossier} onClose={onClose} onSaved={onSaved} />
  );
}

function DossierForm({
  task,
  start,
  onClose,
  onSaved,
}: DossierFormDialogProps & { readonly start: DraftedDossier }): ReactNode {
  const office = useOffice();
  const [draft, setDraft] = useState<DossierDraft>(() => createDossierDraft(pickDrafted(start)));
  const [tried, setTried] = useState(false);
  const { form } = text;
  const problems = findDraftProblems(draft);

  const save = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0) return;
    const fields = readDossierDraft(draft);
    if (task.kind === 'add') {
      const added = await addDossiers(office, [fields]);
      if (!added.ok) {
        notifyError(added.error.code);
        return;
      }
      onClose();
      notifyDone(text.done.added(fields.title), { undo: () => void undo(office, added.value) });
      onSaved(added.value.id);
      return;
    }
    const changes = changesOfDossier(task.dossier, fields);
    if (Object.keys(changes).length === 0) {
      onClose();
      notifyInfo(text.done.nothingChanged);
      return;
    }
    const saved = await saveDossier(office, task.dossier.id, changes, task.dossier.seq);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.done.saved, { undo: () => void undo(office, saved.value) });
    onSaved(task.dossier.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={task.kind === 'add' ? form.add : form.edit}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <DossierFormFields draft={draft} problems={tried ? problems : []} onChange={setDraft} />
        <Group className={classes.wide ?? ''} justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            {form.cancel}
          </Button>
          <Button type="submit">{form.save}</Button>
        </Group>
      </form>
    </Modal>
  );
}
