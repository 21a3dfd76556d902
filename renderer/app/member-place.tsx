import type { ReactNode } from 'react';
import { shellText } from '#renderer/messages/shell.ts';
import { routes } from '#renderer/ui/routes.ts';
import type { Section } from '#renderer/ui/section-tabs.tsx';
import { PlaceWithSections } from './place-with-sections.tsx';

/** The screens of the place Đảng viên, in the order of the tabs. */
export const memberSections: readonly Section[] = [
  { to: routes.members(), label: shellText.memberSections.list },
  { to: routes.transfers(), label: shellText.memberSections.transfers },
  { to: routes.fees(), label: shellText.memberSections.fees },
  { to: routes.ratings(), label: shellText.memberSections.ratings },
  { to: routes.statistics(), label: shellText.memberSections.statistics },
  { to: routes.memberImport(), label: shellText.memberSections.import },
];

/** A screen of the place Đảng viên below the tabs that lead to its neighbours. */
export function MemberPlace({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <PlaceWithSections label={shellText.members} sections={memberSections}>
      {children}
    </PlaceWithSections>
  );
}
