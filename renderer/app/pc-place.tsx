import type { ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { routes } from '#renderer/ui/routes.ts';
import type { Section } from '#renderer/ui/section-tabs.tsx';
import { PlaceWithSections } from './place-with-sections.tsx';

/** The screens of the place Máy này, in the order of the tabs. */
export const pcSections: readonly Section[] = [
  { to: routes.thisPc(), label: shellText.thisPc },
  { to: routes.audit(), label: shellText.audit },
];

/** A screen of the place Máy này; who may read the log finds the way to it above. */
export function PcPlace({ children }: { readonly children: ReactNode }): ReactNode {
  const { may } = useMay('audit.read');
  if (!may) return children;
  return (
    <PlaceWithSections label={shellText.thisPc} sections={pcSections}>
      {children}
    </PlaceWithSections>
  );
}
