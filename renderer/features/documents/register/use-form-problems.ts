import { useCallback, useState, type RefObject } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { checkDraft, type DraftProblems } from './check-draft.ts';
import { cleanDraft } from './clean-draft.ts';
import type { DocumentDraft, DraftField } from './document-draft.ts';

type FormProblems = {
  /** What is wrong, by field, since the last try to save. */
  readonly shown: DraftProblems;
  /** Checks the form; false when something must be mended: then the first wrong field has the focus. */
  readonly check: (values: DocumentDraft, today: PlainDate) => boolean;
  /** Shows a refusal of the book: at its field when it names one. */
  readonly refuse: (refusal: { readonly code: ErrorCode; readonly field?: string | undefined }) => void;
  /** Takes the marks off fields the person is mending. */
  readonly forget: (changed: Partial<DocumentDraft>) => void;
  readonly setDate: (field: DraftField, problem: string | null) => void;
};

const fieldOfCode: Readonly<Partial<Record<ErrorCode, DraftField>>> = {
  'number-taken': 'ownNumber',
  'number-not-leased': 'ownNumber',
  'secret-stays-home': 'secrecy',
};

/** What stands in the way of saving, shown at the fields; nothing typed is touched. */
export function useFormProblems(form: RefObject<HTMLElement | null>): FormProblems {
  const [shown, setShown] = useState<DraftProblems>({});
  const [dates, setDates] = useState<DraftProblems>({});

  const focusFirst = useCallback(() => {
    setTimeout(
      () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"]')?.focus(),
      50,
    );
  }, [form]);
  const check = (values: DocumentDraft, today: PlainDate): boolean => {
    const found = { ...checkDraft(cleanDraft(values).draft, today), ...dates };
    setShown(found);
    const count = Object.keys(found).length;
    if (count === 0) return true;
    notifyInfo(text.checkForm(count));
    focusFirst();
    return false;
  };
  const refuse: FormProblems['refuse'] = ({ code, field }) => {
    const at = fieldOfCode[code] ?? (field as DraftField | undefined);
    notifyError(code);
    if (at === undefined) return;
    setShown({ [at]: describeError(code).happened });
    focusFirst();
  };
  const forget = useCallback((changed: Partial<DocumentDraft>) => {
    setShown((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in changed))));
  }, []);
  const setDate = useCallback((field: DraftField, problem: string | null) => {
    setDates((now) => {
      const rest = Object.fromEntries(Object.entries(now).filter(([known]) => known !== field));
      return problem === null ? rest : { ...rest, [field]: problem };
    });
  }, []);
  return { shown, check, refuse, forget, setDate };
}
