import { Autocomplete, Group, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { introductions, type IntroductionKind } from '#shared/domain/transfer/introduction.ts';
import { signBodyWords } from '#shared/domain/outgoing/signing-words-table.ts';
import { symbolOf } from '#shared/domain/register/symbol-of.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { Office } from '#renderer/data/office.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useNumberPlan } from '#renderer/data/registers/use-number-plan.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { readLastSigning, type Signing } from '#renderer/data/transfers/introduction-ops.ts';
import { useIntroductionBook } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';

const { issue: text } = transfersText;

/** Day, signer and the reason for an unusual number, as they are typed. */
export type TypedSigning = { readonly issuedOn: PlainDate | null; readonly signing: Signing; readonly reason: string };

/** The form to begin with: signed as the last one was. */
export function useTypedSigning(): readonly [TypedSigning, (changes: Partial<TypedSigning>) => void] {
  const office = useOffice();
  const today = useToday();
  const [typed, setTyped] = useState<TypedSigning>({ issuedOn: today, signing: unsigned, reason: '' });
  const change = (changes: Partial<TypedSigning>): void => setTyped((before) => ({ ...before, ...changes }));
  useEffect(() => {
    let isCurrent = true;
    void usualSigning(office).then((signing) => {
      // What somebody has typed meanwhile stays.
      if (isCurrent) setTyped((before) => (before.signing === unsigned ? { ...before, signing } : before));
    });
    return () => {
      isCurrent = false;
    };
  }, [office]);
  return [typed, change];
}

const unsigned: Signing = { place: '', signMode: 'on-behalf', signBody: '', signPost: '', signer: '', signerId: null };

async function usualSigning(office: Office): Promise<Signing> {
  const [last, name] = [await readLastSigning(office), await readSetting(office, 'office-name')];
  return last ?? { ...unsigned, place: name?.place ?? '', signBody: signBodyWords.party[0] ?? '' };
}

type SigningFieldsProps = {
  readonly kind: IntroductionKind;
  readonly typed: TypedSigning;
  readonly onChange: (changes: Partial<TypedSigning>) => void;
  /** The paper has its number already: only what is printed beside it is asked. */
  readonly isNumbered?: boolean;
};

/** The number the paper will get, its day, and who signs it. */
export function SigningFields({ kind, typed, onChange, isNumbered = false }: SigningFieldsProps): ReactNode {
  const today = useToday();
  const book = useIntroductionBook();
  const { typeId } = introductions[kind];
  const plan = useNumberPlan(book?.register.id ?? null, typeId, typed.issuedOn);
  const sign = (changes: Partial<Signing>): void => onChange({ signing: { ...typed.signing, ...changes } });
  if (isNumbered) return null;
  const next = plan?.next ?? null;
  const code = findDocumentType(typeId)?.code ?? '';
  return (
    <>
      <strong>
        {book === null
          ? text.noBook
          : book === undefined || plan === undefined
            ? ''
            : next === null
              ? text.willWait
              : text.willGet(symbolOf(book.register, code, next))}
      </strong>
      <DateField
        label={text.issuedOn}
        value={typed.issuedOn}
        onChange={(issuedOn) => onChange({ issuedOn })}
        today={today}
        required
      />
      <Autocomplete
        label={text.signBody}
        data={[...signBodyWords.party]}
        value={typed.signing.signBody}
        maxLength={200}
        onChange={(signBody) => sign({ signBody })}
      />
      <Group grow align="start">
        <TextInput
          label={text.signPost}
          value={typed.signing.signPost}
          maxLength={120}
          onChange={(event) => sign({ signPost: event.currentTarget.value })}
        />
        <TextInput
          label={text.signer}
          value={typed.signing.signer}
          maxLength={120}
          onChange={(event) => sign({ signer: event.currentTarget.value, signerId: null })}
        />
      </Group>
      {plan?.needsReason === true && (
        <TextInput
          label={text.reason}
          required
          maxLength={500}
          value={typed.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
    </>
  );
}
