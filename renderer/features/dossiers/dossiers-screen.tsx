import { ActionIcon, Button, Menu, Select, UnstyledButton } from '@mantine/core';
import { IconDots, IconFolders, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isChangeable } from '#shared/domain/dossier/dossier-rules.ts';
import { dossierStateSchema, type DossierState } from '#shared/domain/dossier/dossier-record.ts';
import {
  useDossierPapers,
  useDossiers,
  useUnfiled,
  type CountedDossier,
} from '#renderer/data/dossiers/use-dossiers.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dossiersText as text, dossierStateWords } from '#renderer/messages/dossiers.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { notifyInfo } from '#renderer/ui/notify.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { RecordSplit } from '#renderer/ui/record-split.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { DossierFormDialog } from './dossier-form-dialog.tsx';
import { DossierList } from './dossier-list.tsx';
import { DossierPage } from './dossier-page.tsx';
import classes from './dossiers-screen.module.css';
import { FondsDialog } from './fonds-dialog.tsx';
import { groupByHeading } from './group-by-heading.ts';
import { PackageCheckDialog } from './hand-over/package-check-dialog.tsx';
import { useReceiptImport } from './hand-over/use-receipt-import.ts';
import { AddPapersDialog } from './papers/add-papers-dialog.tsx';
import { PlanYearDialog } from './plan-year-dialog.tsx';
import { PrintDialog } from './print/print-dialog.tsx';

type Shown = 'all' | DossierState;
type Opened = 'none' | 'unfiled' | 'add' | 'plan' | 'check' | 'fonds' | 'print';

/** Hồ sơ: the list of files of a year with the chosen dossier beside it. */
export function DossiersScreen({ selectedId }: { readonly selectedId: string | undefined }): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const thisYear = Number(today.slice(0, 4));
  const dossiers = useDossiers();
  const named = dossiers?.find(({ id }) => id === selectedId);
  const [picked, setPicked] = useState<number | null>(null);
  const year = picked ?? named?.year ?? thisYear;
  const [shown, setShown] = useState<Shown>('all');
  const [opened, setOpened] = useState<Opened>('none');
  const { may: mayEdit } = useMay('dossier.edit');
  const { may: maySubmit } = useMay('dossier.submit');
  const { may: maySet } = useMay('setting.edit');
  const unfiled = useUnfiled(year);
  const receipt = useReceiptImport();
  useHelp(text.help);
  useCommand('new', () => setOpened('add'), mayEdit);

  const ofYear = (dossiers ?? []).filter((dossier) => dossier.year === year);
  const listed = ofYear.filter(({ state }) => shown === 'all' || state === shown);
  // Nobody chose one yet: the first of the list stands beside it.
  const chosen = selectedId === undefined ? groupByHeading(listed)[0]?.dossier : named;
  const papers = ofYear.reduce((sum, dossier) => sum + dossier.papers, 0);
  const years = [...new Set([thisYear, ...(dossiers ?? []).map((dossier) => dossier.year)])].sort((a, b) => b - a);
  const waiting = (unfiled?.documents.length ?? 0) + (unfiled?.outgoings.length ?? 0);
  const canTakePapers = chosen?.year === year && isChangeable(chosen.state);
  const close = (): void => setOpened('none');
  return (
    <>
      <ScreenActions>
        {receipt.input}
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size="2.125rem" aria-label={text.more} title={text.more}>
              <IconDots size="1.125rem" aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayEdit && <Menu.Item onClick={() => setOpened('plan')}>{text.planYear}</Menu.Item>}
            <Menu.Item onClick={() => setOpened('print')}>{text.printInventory}</Menu.Item>
            {maySubmit && <Menu.Item onClick={receipt.ask}>{text.importReceipt}</Menu.Item>}
            <Menu.Item onClick={() => setOpened('check')}>{text.checkPackage}</Menu.Item>
            {maySet && <Menu.Item onClick={() => setOpened('fonds')}>{text.fonds}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
        {mayEdit && (
          <Button
            leftSection={<IconPlus size="1rem" aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={() => setOpened('add')}
          >
            {text.add}
          </Button>
        )}
      </ScreenActions>
      <RecordSplit
        recordLabel={text.page}
        list={
          <>
            <PageHeader
              title={text.title}
              subtitle={
                dossiers === undefined ? undefined : text.summary(formatCount(ofYear.length), formatCount(papers))
              }
              after={
                <Select
                  size="xs"
                  w="6rem"
                  aria-label={text.year}
                  allowDeselect={false}
                  value={String(year)}
                  data={years.map(String)}
                  onChange={(value) => value !== null && setPicked(Number(value))}
                />
              }
            />
            {ofYear.length > 0 && (
              <FilterChips<Shown>
                label={text.filters}
                value={shown}
                onChange={setShown}
                options={[
                  { id: 'all', label: text.all, count: ofYear.length },
                  ...dossierStateSchema.options
                    .map((state) => ({ id: state, label: dossierStateWords[state], count: countState(ofYear, state) }))
                    .filter(({ count }) => count > 0),
                ]}
              />
            )}
            {waiting > 0 && (
              <UnstyledButton
                className={classes.unfiled}
                title={text.unfiledHint}
                disabled={!mayEdit}
                onClick={() => (canTakePapers ? setOpened('unfiled') : notifyInfo(text.unfiledNeedsDossier))}
              >
                {text.unfiled(formatCount(waiting))}
              </UnstyledButton>
            )}
            {dossiers !== undefined && ofYear.length === 0 ? (
              <EmptyState
                icon={IconFolders}
                title={text.empty.title}
                action={mayEdit && <Button onClick={() => setOpened('plan')}>{text.empty.action}</Button>}
              >
                {text.empty.text}
              </EmptyState>
            ) : (
              <DossierList
                dossiers={listed}
                selectedId={chosen?.id}
                onSelect={(id) => navigate(routes.dossier(id), { replace: true })}
              />
            )}
          </>
        }
        record={
          chosen === undefined ? (
            <EmptyState icon={IconFolders} title={text.choose.title}>
              {text.choose.text}
            </EmptyState>
          ) : (
            <DossierPage key={chosen.id} dossier={chosen} takenCodes={codesBut(dossiers ?? [], chosen.id)} />
          )
        }
      />
      {opened === 'add' && (
        <DossierFormDialog
          task={{ kind: 'add', year }}
          onClose={close}
          onSaved={(id) => navigate(routes.dossier(id))}
        />
      )}
      {opened === 'unfiled' && chosen !== undefined && <AddUnfiled dossier={chosen} onClose={close} />}
      {opened === 'plan' && <PlanYearDialog year={year} dossiers={dossiers ?? []} onClose={close} />}
      {opened === 'check' && <PackageCheckDialog onClose={close} />}
      {opened === 'fonds' && <FondsDialog onClose={close} />}
      {opened === 'print' && <PrintDialog year={year} dossiers={ofYear} onClose={close} />}
    </>
  );
}

/** The dialog that puts papers into the dossier, opened from the line of those that wait. */
function AddUnfiled({
  dossier,
  onClose,
}: {
  readonly dossier: CountedDossier;
  readonly onClose: () => void;
}): ReactNode {
  const papers = useDossierPapers(dossier.id);
  return papers === undefined ? null : <AddPapersDialog dossier={dossier} papers={papers} onClose={onClose} />;
}

function countState(dossiers: readonly CountedDossier[], state: DossierState): number {
  return dossiers.filter((dossier) => dossier.state === state).length;
}

function codesBut(dossiers: readonly CountedDossier[], id: string): ReadonlySet<string> {
  return new Set(dossiers.filter((dossier) => dossier.id !== id).map(({ code }) => code));
}
