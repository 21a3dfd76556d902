import type { ReactNode } from 'react';
import { shellText } from '#renderer/messages/shell.ts';
import { routes } from '#renderer/ui/routes.ts';
import type { Section } from '#renderer/ui/section-tabs.tsx';
import { PlaceWithSections } from './place-with-sections.tsx';

/** The screens of the place Sinh hoạt chi bộ, in the order of the tabs. */
export const meetingSections: readonly Section[] = [
  { to: routes.meetings(), label: shellText.meetingSections.meetings },
  { to: routes.study(), label: shellText.meetingSections.study },
];

/** A screen of the place Sinh hoạt chi bộ below the tabs that lead to its neighbours. */
export function MeetingPlace({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <PlaceWithSections label={shellText.meetings} sections={meetingSections}>
      {children}
    </PlaceWithSections>
  );
}
