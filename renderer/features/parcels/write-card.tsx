import { Button, Progress, Select, TextInput } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useColleaguePcs } from '#renderer/data/parcel/use-colleague-pcs.ts';
import { useOutboxSummary } from '#renderer/data/review/use-review.ts';
import { parcelsText } from '#renderer/messages/parcels.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { getDesktop } from '#renderer/platform/desktop.ts';
import {
  chooseStick,
  isStickLabel,
  PROVINCE_ADDRESS,
  readParcelProgress,
  type ParcelProgress,
  type ParcelStick,
  type SentParcel,
} from '#renderer/platform/desktop-parcels.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './parcels.module.css';

const text = parcelsText.write;
const LOOK_MS = 400;

/** Writes a package for the province, or for a colleague's PC: which stick, what is glued on it, then it goes. */
export function WriteCard({ onWritten }: { readonly onWritten: () => void }): ReactNode {
  const office = useOffice();
  const outbox = useOutboxSummary();
  const [stick, setStick] = useState<ParcelStick | null>(null);
  const [label, setLabel] = useState('');
  const [to, setTo] = useState(PROVINCE_ADDRESS);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [sent, setSent] = useState<SentParcel | null>(null);
  const progress = useProgress(busy);

  const choose = async (): Promise<void> => {
    setFailure(null);
    setSent(null);
    const chosen = await chooseStick('write');
    if (!chosen.ok) setFailure(chosen.error.code);
    else if (chosen.value !== null) {
      setStick(chosen.value);
      setLabel(chosen.value.label);
    }
  };
  const write = async (): Promise<void> => {
    if (!isStickLabel(label)) return;
    setBusy(true);
    setFailure(null);
    const written = await writeParcel(office, getDesktop(), { to, label: label.trim() });
    setBusy(false);
    if (!written.ok) {
      setFailure(written.error.code);
      return;
    }
    setSent(written.value);
    setStick(null);
    onWritten();
  };
  const [changes, files] = [outbox?.changes ?? 0, outbox?.files ?? 0];
  return (
    <SectionCard
      title={text.title}
      text={changes + files === 0 ? text.nothing : text.text(parcelsText.count(changes), parcelsText.count(files))}
    >
      <Receiver to={to} onChoose={setTo} isDisabled={busy} />
      {stick !== null && (
        <>
          <p className={classes.place}>{text.chosen(stick.place, sharedText.bytes(stick.freeBytes))}</p>
          <TextInput
            label={text.label}
            description={text.labelHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={label}
            maxLength={20}
            onChange={(event) => setLabel(event.currentTarget.value)}
            error={isStickLabel(label) ? undefined : text.labelBad}
          />
        </>
      )}
      <div className={classes.buttons}>
        {stick !== null && (
          <Button loading={busy} onClick={() => void write()}>
            {text.go}
          </Button>
        )}
        <Button
          variant={stick === null ? 'filled' : 'default'}
          disabled={busy}
          leftSection={<IconUsb size="1rem" aria-hidden />}
          onClick={() => void choose()}
        >
          {stick === null ? text.choose : text.other}
        </Button>
      </div>
      <div aria-live="polite">
        {busy && <Writing {...progress} />}
        {sent !== null && (
          <p className={classes.done}>
            {text.done(String(sent.number), sent.files)}
            {sent.skipped > 0 && ` ${text.skipped(parcelsText.count(sent.skipped))}`}
          </p>
        )}
      </div>
      {failure !== null && <ErrorNote code={failure} />}
    </SectionCard>
  );
}

/** For whom the package is. Nothing is asked in an office of one PC. */
function Receiver({
  to,
  onChoose,
  isDisabled,
}: {
  readonly to: number;
  readonly onChoose: (to: number) => void;
  readonly isDisabled: boolean;
}): ReactNode {
  const colleagues = useColleaguePcs();
  if (colleagues.length === 0) return null;
  return (
    <Select
      className={classes.receiver ?? ''}
      label={text.to}
      description={to === PROVINCE_ADDRESS ? text.toProvince : text.toColleague}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[
        { value: String(PROVINCE_ADDRESS), label: text.province },
        ...colleagues.map(({ dev, name }) => ({ value: String(dev), label: name })),
      ]}
      value={String(to)}
      allowDeselect={false}
      disabled={isDisabled}
      onChange={(chosen) => onChoose(Number(chosen))}
    />
  );
}

function Writing({ done, total }: ParcelProgress): ReactNode {
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <div className={classes.progress}>
      <Progress value={percent} aria-hidden />
      <span>{text.writing(String(percent))}</span>
    </div>
  );
}

/** How far writing has come, asked as long as it runs. */
function useProgress(isRunning: boolean): ParcelProgress {
  const [progress, setProgress] = useState<ParcelProgress>({ done: 0, total: 0 });
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      void readParcelProgress().then((read) => {
        if (read !== undefined) setProgress(read);
      });
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return progress;
}
