import type { ReactNode } from 'react';
import type { DossierState } from '#shared/domain/dossier/dossier-record.ts';
import { dossierStateWords } from '#renderer/messages/dossiers.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';

const tones: Readonly<Record<DossierState, ChipTone>> = {
  planned: 'neutral',
  open: 'blue',
  closed: 'primary',
  submitted: 'amber',
  archived: 'green',
  returned: 'red',
};

/** Where a dossier stands, in words. */
export function DossierStateChip({ state }: { readonly state: DossierState }): ReactNode {
  return <StatusChip tone={tones[state]}>{dossierStateWords[state]}</StatusChip>;
}
