import { Title, VisuallyHidden } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { Action } from '#shared/domain/rights/rights-table.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { NotYourRole } from '#renderer/ui/not-your-role.tsx';

/** A screen for those who have the right; others, who came by an address, are told who may. */
export function Guarded({ action, children }: { readonly action: Action; readonly children: ReactNode }): ReactNode {
  const { may, roles } = useMay(action);
  useEffect(() => {
    if (!may) void noteAudit('not-your-role', { detail: action });
  }, [may, action]);
  if (may) return children;
  return (
    <>
      <VisuallyHidden>
        <Title order={1}>{rightsText.notYours}</Title>
      </VisuallyHidden>
      <NotYourRole title={rightsText.notYours} whoMay={rightsText.whoMay(roles)} howTo={rightsText.howTo} />
    </>
  );
}
