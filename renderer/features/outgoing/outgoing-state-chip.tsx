import type { ReactNode } from 'react';
import type { OutgoingState } from '#shared/domain/outgoing/outgoing-record.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';

const tones: Readonly<Record<OutgoingState, ChipTone>> = {
  draft: 'neutral',
  'in-review': 'blue',
  approved: 'primary',
  'awaiting-number': 'amber',
  issued: 'green',
  recalled: 'red',
  void: 'red',
};

/** Where an outgoing paper stands, in one chip. */
export function OutgoingStateChip({ state }: { readonly state: OutgoingState }): ReactNode {
  return <StatusChip tone={tones[state]}>{text.states[state]}</StatusChip>;
}
