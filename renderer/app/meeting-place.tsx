import type { ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { routes } from '#renderer/ui/routes.ts';
import type { Section } from '#renderer/ui/section-tabs.tsx';
import { PlaceWithSections } from './place-with-sections.tsx';

/** The screens of the place Sinh hoạt chi bộ, in the order of the tabs. */
export const meetingSections: readonly Section[] = [
  { to: routes.meetings(), label: shellText.meetingSections.meetings },
  { to: routes.study(), label: shellText.meetingSections.study },
  { to: routes.cellBook(), label: shellText.meetingSections.cellBook },
];

/** A screen of the place Sinh hoạt chi bộ below the tabs that lead to its neighbours; who may not take lists out is not led to the book. */
export function MeetingPlace({ children }: { readonly children: ReactNode }): ReactNode {
  const { may } = useMay('member.export');
  const sections = meetingSections.filter(({ to }) => may || to !== routes.cellBook());
  return (
    <PlaceWithSections label={shellText.meetings} sections={sections}>
      {children}
    </PlaceWithSections>
  );
}
