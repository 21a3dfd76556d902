import type { ReactNode } from 'react';
import type { Action } from '#shared/domain/rights/rights-table.ts';
import { useMayAct } from '#renderer/data/rights/use-may.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { routes } from '#renderer/ui/routes.ts';
import type { Section } from '#renderer/ui/section-tabs.tsx';
import { PlaceWithSections } from './place-with-sections.tsx';

/** The screens of the place Sinh hoạt chi bộ, in the order of the tabs, and the right by which each opens (`screens.tsx`). */
export const meetingSections: readonly (Section & { readonly action: Action })[] = [
  { to: routes.meetings(), label: shellText.meetingSections.meetings, action: 'meeting.hold' },
  { to: routes.study(), label: shellText.meetingSections.study, action: 'study.note' },
  { to: routes.cellBook(), label: shellText.meetingSections.cellBook, action: 'member.export' },
];

/** A screen of the place Sinh hoạt chi bộ below the tabs that lead to its neighbours; who may not open one is not led to it. */
export function MeetingPlace({ children }: { readonly children: ReactNode }): ReactNode {
  const may = useMayAct();
  return (
    <PlaceWithSections label={shellText.meetings} sections={meetingSections.filter(({ action }) => may(action))}>
      {children}
    </PlaceWithSections>
  );
}
