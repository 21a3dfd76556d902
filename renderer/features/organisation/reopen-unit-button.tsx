import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { saveUnit } from '#renderer/data/organisation/organisation-repository.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

/** Lets an organisation go on that was once ended without a decision; one that a decision ended lives again when that is taken back. */
export function ReopenUnitButton({ unit }: { readonly unit: UnitRow }): ReactNode {
  const office = useOffice();
  const reopen = async (): Promise<void> => {
    const saved = await saveUnit(office, unit.id, { validTo: null }, unit.seq);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    notifyDone(organisationText.form.saved(unit.name), { undo: () => void undo(office, saved.value) });
  };
  return (
    <WriteButton size="xs" variant="default" onClick={() => void reopen()}>
      {organisationText.reopenUnit}
    </WriteButton>
  );
}
