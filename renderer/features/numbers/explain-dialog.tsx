import { Radio, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { explainNumbers } from '#renderer/data/registers/ledger-repository.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './numbers.module.css';

type ExplainDialogProps = {
  readonly registerId: string;
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly onClose: () => void;
};

const kinds = ['skipped', 'cancelled', 'reserved'] as const;

/** Says of numbers no paper bears what became of them. */
export function ExplainDialog({ registerId, series, from, to, onClose }: ExplainDialogProps): ReactNode {
  const office = useOffice();
  const { explainForm: text, form, span } = numbersText;
  const [kind, setKind] = useState<(typeof kinds)[number]>('skipped');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const saved = await explainNumbers(office, { registerId, series, reason, on: office.today(), from, to, kind });
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.done);
  };
  return (
    <DialogFrame
      title={text.title(span(formatCount(from), formatCount(to)))}
      onClose={onClose}
      onSave={() => void save()}
    >
      <Radio.Group
        className={classes.wide ?? ''}
        label={text.kind}
        value={kind}
        onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'skipped')}
      >
        <Stack gap="xs" mt="xs">
          {kinds.map((each) => (
            <Radio key={each} value={each} label={text.kinds[each]} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        className={classes.wide ?? ''}
        label={form.reason}
        description={form.reasonHint}
        required
        data-autofocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? form.needed : undefined}
      />
    </DialogFrame>
  );
}
