import { Select, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { countingSchema, type Counting } from '#shared/domain/register/register-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { openRegister, type NewRegister } from '#renderer/data/registers/register-repository.ts';
import type { RegisterRow } from '#renderer/data/rows.ts';
import { countingWords, numbersText } from '#renderer/messages/numbers.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { proposeBooks } from './book-proposals.ts';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './numbers.module.css';

type NewBookDialogProps = {
  readonly registers: readonly RegisterRow[];
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
};

const OWN = 'own';

const blank: NewRegister = {
  book: 'outgoing',
  name: '',
  bodyId: null,
  regime: 'party',
  suffix: '',
  counting: 'type-term',
  origin: '',
};

/** Makes a book: proposed from the office's own bodies, each part changeable. */
export function NewBookDialog({ registers, onClose, onMade }: NewBookDialogProps): ReactNode {
  const office = useOffice();
  const units = useUnits();
  const { books: text, form } = numbersText;
  const proposals = useMemo(() => proposeBooks(units ?? [], registers), [units, registers]);
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<NewRegister>();
  const [tried, setTried] = useState(false);
  const choice = chosen ?? proposals[0]?.id ?? OWN;
  const fields = typed ?? proposals.find(({ id }) => id === choice)?.fields ?? blank;
  const change = (changes: Partial<NewRegister>): void => setTyped({ ...fields, ...changes });
  const lacks = {
    name: fields.name.trim() === '',
    suffix: fields.book === 'outgoing' && fields.suffix.trim() === '',
    body: fields.regime === 'party' && fields.bodyId === null,
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (lacks.name || lacks.suffix || lacks.body) return;
    const made = await openRegister(office, fields);
    if (!made.ok) {
      notifyError(made.error.code);
      return;
    }
    onClose();
    onMade(made.value.id);
    notifyDone(text.added(fields.name));
  };
  const error = (isLacking: boolean): string | undefined => (tried && isLacking ? form.needed : undefined);
  return (
    <DialogFrame title={text.addTitle} onClose={onClose} onSave={() => void save()}>
      <Select
        className={classes.wide ?? ''}
        label={text.proposal}
        data={[...proposals.map(({ id, label }) => ({ value: id, label })), { value: OWN, label: text.own }]}
        value={choice}
        allowDeselect={false}
        data-autofocus
        onChange={(value) => {
          setChosen(value ?? OWN);
          setTyped(undefined);
        }}
      />
      <TextInput
        className={classes.wide ?? ''}
        label={text.name}
        required
        maxLength={120}
        value={fields.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={error(lacks.name)}
      />
      {fields.book === 'outgoing' && (
        <>
          <Select
            label={text.regime}
            data={(['party', 'state'] as const).map((value) => ({ value, label: text.regimes[value] }))}
            value={fields.regime}
            allowDeselect={false}
            onChange={(value) =>
              change(
                value === 'state' ? { regime: 'state', counting: 'year' } : { regime: 'party', counting: 'type-term' },
              )
            }
          />
          <Select
            label={text.body}
            searchable
            data={(units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={fields.bodyId}
            onChange={(bodyId) => change({ bodyId })}
            error={error(lacks.body)}
          />
          <TextInput
            label={text.suffix}
            description={text.suffixHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            maxLength={40}
            value={fields.suffix}
            onChange={(event) => change({ suffix: event.currentTarget.value })}
            error={error(lacks.suffix)}
          />
          <Select
            label={text.counting}
            data={countingsOf(fields.regime).map((value) => ({ value, label: countingWords[value] }))}
            value={fields.counting}
            allowDeselect={false}
            onChange={(value) => {
              const counting = countingSchema.safeParse(value);
              if (counting.success) change({ counting: counting.data });
            }}
          />
        </>
      )}
      <TextInput
        className={classes.wide ?? ''}
        label={text.origin}
        description={text.originHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        value={fields.origin}
        onChange={(event) => change({ origin: event.currentTarget.value })}
      />
    </DialogFrame>
  );
}

function countingsOf(regime: NewRegister['regime']): readonly Counting[] {
  return regime === 'state' ? ['year', 'type-year'] : ['type-term', 'term'];
}
