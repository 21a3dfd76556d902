import { Button } from '@mantine/core';
import { IconDownload, IconListSearch, IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { readTitles, useTitles } from '#renderer/data/review/use-titles.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { auditText as text } from '#renderer/messages/audit.ts';
import { noteAudit, verifyAudit, type AuditVerdict } from '#renderer/platform/desktop-audit.ts';
import { saveAs } from '#renderer/platform/desktop-files.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { auditCsv } from './audit-csv.ts';
import { everything } from './audit-filter.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { AuditVerdictNote } from './audit-verdict-note.tsx';
import classes from './audit.module.css';
import { readAllLines, useAuditLines } from './use-audit-lines.ts';

const noLines = [] as const;

/** Nhật ký: who did what on this PC, whether the log is whole, and its export. */
export function AuditScreen(): ReactNode {
  const office = useOffice();
  const today = useToday();
  const names = useRecordNames();
  const [filter, setFilter] = useState(everything);
  const { lines, failure, more } = useAuditLines(filter);
  const titles = useTitles(lines ?? noLines);
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const [busy, setBusy] = useState<'verify' | 'export' | null>(null);
  useHelp(text.help);
  const known = useMemo(() => ({ person: names.staff, titles: titles ?? new Map<string, string>() }), [names, titles]);

  const verify = async (): Promise<void> => {
    setBusy('verify');
    const reply = await verifyAudit();
    setBusy(null);
    if (reply.ok) setVerdict(reply.value);
    else notifyError(reply.error.code);
  };
  const exportCsv = async (): Promise<void> => {
    setBusy('export');
    const all = await readAllLines(filter);
    if (all === undefined) notifyError('unexpected');
    else {
      const bytes = auditCsv(all, { person: names.staff, titles: await readTitles(office, all) });
      const saved = await saveAs(text.fileName(office.today()), bytes);
      if (!saved.ok) notifyError(saved.error.code);
      else if (saved.value) {
        await noteAudit('audit-exported', { detail: String(all.length) });
        notifyDone(text.exported);
      }
    }
    setBusy(null);
  };
  return (
    <div className={classes.root}>
      <ScreenActions>
        <Button
          variant="default"
          leftSection={<IconDownload size="1.125rem" stroke={1.6} aria-hidden />}
          loading={busy === 'export'}
          onClick={() => void exportCsv()}
        >
          {text.exportCsv}
        </Button>
        <Button
          leftSection={<IconShieldCheck size="1.125rem" stroke={1.6} aria-hidden />}
          loading={busy === 'verify'}
          onClick={() => void verify()}
        >
          {text.verify}
        </Button>
      </ScreenActions>
      <PageHeader title={text.title} subtitle={text.subtitle(office.device.name)} />
      {verdict !== null && <AuditVerdictNote verdict={verdict} when={(ms) => formatWhen(ms, today)} />}
      <AuditFilters filter={filter} onChange={setFilter} />
      {failure !== null && <ErrorNote code={failure} />}
      {lines?.length === 0 && (
        <EmptyState icon={IconListSearch} title={text.none}>
          {text.noneText}
        </EmptyState>
      )}
      {lines !== undefined && lines.length > 0 && <AuditTable lines={lines} names={known} more={more} />}
    </div>
  );
}
