import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { fileHashSchema } from '#shared/base/ids.ts';
import {
  findingWeights,
  isSound,
  type PackageFinding,
  type PackageReport,
} from '#shared/domain/dossier/archive-report.ts';
import { describeFinding } from '#renderer/messages/archive-check.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { cancelArchive, checkPackage, type PackageForm } from '#renderer/platform/desktop-archive.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { AnswerForm } from './answer-form.tsx';
import classes from './hand-over.module.css';

/** Checks a package that somebody handed over, names every fault, and answers with a receipt or sends it back. */
export function PackageCheckDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = dossiersText.packageCheck;
  const [stated, setStated] = useState('');
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<PackageReport | null>(null);
  const hash = stated.trim().toLowerCase();
  const isBadHash = hash !== '' && !fileHashSchema.safeParse(hash).success;
  const check = async (form: PackageForm): Promise<void> => {
    setBusy(true);
    const checked = await checkPackage(form, hash === '' ? null : hash);
    setBusy(false);
    if (!checked.ok) notifyError(checked.error.code);
    else if (checked.value !== null) setReport(checked.value);
  };
  const close = (): void => {
    if (busy) void cancelArchive();
    onClose();
  };
  return (
    <Modal opened onClose={close} size="xl" title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <Stack gap="md">
        <span className={classes.grey}>{text.note}</span>
        <TextInput
          label={text.stated}
          value={stated}
          maxLength={80}
          onChange={(event) => setStated(event.currentTarget.value)}
          error={isBadHash ? text.badHash : undefined}
        />
        <Group gap="xs">
          <Button loading={busy} disabled={isBadHash} onClick={() => void check('zip')}>
            {text.zip}
          </Button>
          <Button variant="default" disabled={busy || isBadHash} onClick={() => void check('folder')}>
            {text.folder}
          </Button>
        </Group>
        {report !== null && <ReportView report={report} />}
        {report !== null && report.isOurs && report.packageHash !== '' && (
          <AnswerForm key={report.packageHash} report={report} />
        )}
      </Stack>
    </Modal>
  );
}

function ReportView({ report }: { readonly report: PackageReport }): ReactNode {
  const text = dossiersText.packageCheck;
  const faults = report.findings.filter(({ code }) => findingWeights[code] === 'fault');
  const notes = report.findings.filter(({ code }) => findingWeights[code] === 'note');
  return (
    <section className={classes.box} aria-label={text.findings}>
      <Group gap="sm">
        <StatusChip tone={isSound(report) ? 'green' : 'red'}>
          {isSound(report) ? text.sound : text.faulty(formatCount(faults.length))}
        </StatusChip>
        <span>{report.name}</span>
        <span className={classes.grey}>{text.facts(formatCount(report.files), sharedText.bytes(report.bytes))}</span>
      </Group>
      <FindingList findings={faults} />
      {report.isOurs && (
        <FactList
          facts={[
            { label: text.dossier, value: `${report.code} ${report.title}` },
            { label: text.office, value: report.office },
            { label: text.documents, value: formatCount(report.documents) },
          ]}
        />
      )}
      {notes.length > 0 && (
        <>
          <span className={classes.grey}>{text.notes}</span>
          <FindingList findings={notes} />
        </>
      )}
    </section>
  );
}

function FindingList({ findings }: { readonly findings: readonly PackageFinding[] }): ReactNode {
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings}>
      {findings.map((finding, i) => (
        <li key={`${finding.code} ${finding.where} ${String(i)}`}>
          {describeFinding(finding)}
          {finding.where !== '' && (
            <>
              : <code>{finding.where}</code>
            </>
          )}
          {finding.detail !== '' && (
            <>
              {' → '}
              <code>{finding.detail}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
