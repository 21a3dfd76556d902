import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { isAllowed, isChangeable, type DossierProblem } from '#shared/domain/dossier/dossier-rules.ts';
import { openDossier, removeDossier, reopenDossier } from '#renderer/data/dossiers/dossier-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { DossierRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { dossiersText as text } from '#renderer/messages/dossiers.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { CloseDossierDialog } from './close-dossier-dialog.tsx';
import { DossierFormDialog } from './dossier-form-dialog.tsx';
import { PrintDialog } from './print/print-dialog.tsx';

type DossierActionsProps = {
  readonly dossier: DossierRow;
  readonly papers: readonly DossierPaper[] | undefined;
  readonly problems: readonly DossierProblem[] | undefined;
};

/** What can be done with a dossier where it stands. */
export function DossierActions({ dossier, papers, problems }: DossierActionsProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'none' | 'edit' | 'close' | 'print'>('none');
  const { may: mayEdit } = useMay('dossier.edit');
  const { may: mayRemove } = useMay('dossier.remove');
  const { state, title } = dossier;
  const isOpen = isChangeable(state);
  const mayClose = state === 'open' || state === 'returned';

  const reopen = async (): Promise<void> => {
    const saved = await (state === 'planned'
      ? openDossier(office, dossier.id, office.today())
      : reopenDossier(office, dossier.id));
    if (saved.ok) notifyDone(text.done.reopened);
    else notifyError(saved.error.code);
  };
  const remove = async (): Promise<void> => {
    const question = {
      title: text.ask.remove(title),
      body: text.ask.removeBody,
      confirm: text.remove,
      cancel: text.ask.keep,
    };
    if (!(await askConfirm({ ...question, danger: true }))) return;
    const removed = await removeDossier(office, dossier.id);
    if (!removed.ok) {
      notifyError(removed.error.code);
      return;
    }
    navigate(routes.dossiers(), { replace: true });
    notifyDone(text.done.removed, { undo: () => void undo(office, removed.value) });
  };
  return (
    <Group gap="xs">
      {mayEdit && isOpen && (
        <Button size="xs" variant="light" onClick={() => setDialog('edit')}>
          {text.edit}
        </Button>
      )}
      {mayEdit && mayClose && (
        <Button
          size="xs"
          variant="default"
          disabled={problems === undefined || !isAllowed('close', problems)}
          onClick={() => setDialog('close')}
        >
          {text.close}
        </Button>
      )}
      {mayEdit && (state === 'closed' || state === 'planned' || state === 'returned') && (
        <Button size="xs" variant="default" onClick={() => void reopen()}>
          {state === 'planned' ? text.openNow : text.reopen}
        </Button>
      )}
      <Button size="xs" variant="default" disabled={papers === undefined} onClick={() => setDialog('print')}>
        {text.print}
      </Button>
      {mayRemove && isOpen && papers?.length === 0 && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => void remove()}>
          {text.remove}
        </Button>
      )}
      {dialog === 'edit' && (
        <DossierFormDialog
          task={{ kind: 'edit', dossier }}
          onClose={() => setDialog('none')}
          onSaved={() => undefined}
        />
      )}
      {dialog === 'close' && (
        <CloseDossierDialog dossier={dossier} papers={papers ?? []} onClose={() => setDialog('none')} />
      )}
      {dialog === 'print' && (
        <PrintDialog
          year={dossier.year}
          dossiers={[]}
          dossier={dossier}
          papers={papers ?? []}
          onClose={() => setDialog('none')}
        />
      )}
    </Group>
  );
}
