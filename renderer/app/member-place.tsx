import type { ReactNode } from 'react';
import type { Action } from '#shared/domain/rights/rights-table.ts';
import { useMayAct } from '#renderer/data/rights/use-may.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { routes } from '#renderer/ui/routes.ts';
import type { Section } from '#renderer/ui/section-tabs.tsx';
import { PlaceWithSections } from './place-with-sections.tsx';

/** A screen of the place Đảng viên and the right by which it opens (`screens.tsx`). */
export type MemberSection = Section & { readonly action: Action };

/** The screens of the place Đảng viên, in the order of the tabs. */
export const memberSections: readonly MemberSection[] = [
  {
    to: routes.members(),
    label: shellText.memberSections.list,
    action: 'member.read',
    also: [routes.memberPasts()],
  },
  { to: routes.memberEvents(), label: shellText.memberSections.events, action: 'member.confirm' },
  { to: routes.transfers(), label: shellText.memberSections.transfers, action: 'member.read' },
  { to: routes.badges(), label: shellText.memberSections.badges, action: 'member.read' },
  { to: routes.fees(), label: shellText.memberSections.fees, action: 'fee.collect' },
  { to: routes.ratings(), label: shellText.memberSections.ratings, action: 'member.read' },
  { to: routes.statistics(), label: shellText.memberSections.statistics, action: 'member.read-private' },
  { to: routes.memberImport(), label: shellText.memberSections.import, action: 'member.import' },
];

/** A screen of the place Đảng viên below the tabs that lead to its neighbours; who may not open one is not led to it. */
export function MemberPlace({ children }: { readonly children: ReactNode }): ReactNode {
  const may = useMayAct();
  return (
    <PlaceWithSections label={shellText.members} sections={memberSections.filter(({ action }) => may(action))}>
      {children}
    </PlaceWithSections>
  );
}
