import { Button, Checkbox, Group, Modal, SegmentedControl, Stack } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { addDossiers, type NewDossier } from '#renderer/data/dossiers/dossier-repository.ts';
import type { CountedDossier } from '#renderer/data/dossiers/use-dossiers.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from './dossiers-screen.module.css';
import { findFormerYear, planFromFormer, planFromModel } from './plan-year.ts';

type PlanYearDialogProps = {
  readonly year: number;
  readonly dossiers: readonly CountedDossier[];
  readonly onClose: () => void;
};

/** Makes the list of files of a year from last year's, or from the proposals. */
export function PlanYearDialog({ year, dossiers, onClose }: PlanYearDialogProps): ReactNode {
  const office = useOffice();
  const text = dossiersText.plan;
  const fonds = useSetting('fonds');
  const former = findFormerYear(dossiers, year);
  const [source, setSource] = useState<'former' | 'model'>(former === undefined ? 'model' : 'former');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const offered = useMemo((): readonly NewDossier[] => {
    const there = dossiers.filter((dossier) => dossier.year === year);
    const own = { code: fonds?.code ?? '', name: fonds?.name ?? '' };
    const term = dossiers.find(({ termName }) => termName !== '')?.termName ?? usualTerm(year);
    return source === 'former'
      ? planFromFormer(
          dossiers.filter((dossier) => dossier.year === former),
          there,
          year,
          own,
        )
      : planFromModel(there, year, term, own);
  }, [dossiers, year, fonds, former, source]);
  const chosen = offered.filter(({ title }) => !left.has(title));

  const save = async (): Promise<void> => {
    const added = await addDossiers(office, chosen);
    if (!added.ok) {
      notifyError(added.error.code);
      return;
    }
    onClose();
    notifyDone(dossiersText.done.planned(formatCount(chosen.length)));
  };
  const toggle = (title: string): void => {
    const next = new Set(left);
    if (!next.delete(title)) next.add(title);
    setLeft(next);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={text.title(year)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <Stack gap="sm">
        {former !== undefined && (
          <SegmentedControl
            value={source}
            onChange={(value) => setSource(value === 'former' ? 'former' : 'model')}
            data={[
              { value: 'former', label: text.fromLast(former) },
              { value: 'model', label: text.fromModel },
            ]}
          />
        )}
        {source === 'model' && <p className={classes.note}>{text.modelNote}</p>}
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setLeft(new Set())}>
            {text.all}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setLeft(new Set(offered.map(({ title }) => title)))}
          >
            {text.none}
          </Button>
        </Group>
        <div className={classes.choices}>
          {offered.length === 0 && <p className={classes.note}>{text.nothing}</p>}
          {offered.map(({ title, heading }, i) => (
            <div key={title}>
              {heading !== offered[i - 1]?.heading && <p className={classes.group}>{heading}</p>}
              <Checkbox checked={!left.has(title)} onChange={() => toggle(title)} label={title} />
            </div>
          ))}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dossiersText.form.cancel}
          </Button>
          <Button data-autofocus disabled={chosen.length === 0} onClick={() => void save()}>
            {text.choose(formatCount(chosen.length))}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Terms of the Party run five years from the congresses of 2025. */
function usualTerm(year: number): string {
  const from = 2025 + 5 * Math.floor((year - 2025) / 5);
  return `${String(from)}-${String(from + 5)}`;
}
