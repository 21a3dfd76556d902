import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { removeUnit } from '#renderer/data/organisation/organisation-repository.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';

/** Takes a unit entered by mistake off the tree; offered only while nothing hangs on it. */
export function RemoveUnitButton({ unit }: { readonly unit: UnitRow }): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const text = organisationText.remove;
  const remove = async (): Promise<void> => {
    const { title, body, confirm, keep } = text;
    if (!(await askConfirm({ title: title(unit.name), body, confirm, cancel: keep, danger: true }))) return;
    const removed = await removeUnit(office, unit.id);
    if (!removed.ok) {
      notifyError(removed.error.code);
      return;
    }
    navigate(routes.units(), { replace: true });
    notifyDone(text.done(unit.name), { undo: () => void undo(office, removed.value) });
  };
  return (
    <WriteButton size="xs" variant="subtle" color="gray" onClick={() => void remove()}>
      {text.action}
    </WriteButton>
  );
}
