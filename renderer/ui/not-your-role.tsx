import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state.tsx';

type NotYourRoleProps = { readonly title: string; readonly whoMay: string; readonly howTo: string };

/** Stands where a screen was reached that the person has no right to: says who has. */
export function NotYourRole({ title, whoMay, howTo }: NotYourRoleProps): ReactNode {
  return (
    <EmptyState icon={IconLock} title={title}>
      <p>{whoMay}</p>
      <p>{howTo}</p>
    </EmptyState>
  );
}
