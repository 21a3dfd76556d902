import { useEffect, useRef, type RefObject } from 'react';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** Brings the field a person came to fill into view, ready to be typed in, once the form is there. */
export function useFocusField(field: keyof MemberFields | undefined): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (field === undefined) return;
    const control = form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`);
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }, [field]);
  return form;
}
