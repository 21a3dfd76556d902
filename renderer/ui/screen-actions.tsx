import { createContext, use, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The element of the top bar that takes the present screen's buttons. */
export const ScreenActionsPlace = createContext<HTMLElement | null>(null);

/** The screen's buttons, shown at the right of the top bar; at most one of them filled. */
export function ScreenActions({ children }: { readonly children: ReactNode }): ReactNode {
  const place = use(ScreenActionsPlace);
  return place === null ? null : createPortal(children, place);
}
