import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { fileInDossier, type RegisterPaper } from '#renderer/data/dossiers/dossier-item-repository.ts';
import { useDocumentsOf, useUnfiled } from '#renderer/data/dossiers/use-dossiers.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DossierRow } from '#renderer/data/rows.ts';
import { useSearch } from '#renderer/data/search/use-search.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import classes from './papers.module.css';

type AddPapersDialogProps = {
  readonly dossier: DossierRow;
  readonly papers: readonly DossierPaper[];
  readonly onClose: () => void;
};

type Offered = RegisterPaper & { readonly symbol: string; readonly about: string };

/** How many unfiled papers are offered before anything is typed. */
const OFFERED = 100;

/** Finds papers in both registers; before anything is typed, ended work of the year that lies in no dossier is offered. */
export function AddPapersDialog({ dossier, papers, onClose }: AddPapersDialogProps): ReactNode {
  const office = useOffice();
  const text = dossiersText.addPapers;
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, RegisterPaper>>(new Map());
  const unfiled = useUnfiledPapers(dossier.year);
  const hits = useSearch(query);
  const there = useMemo(() => new Set(papers.map(({ ownerId }) => ownerId)), [papers]);
  const found = hits.flatMap(({ type, id, title, detail }): Offered[] =>
    type === 'document' || type === 'outgoing' ? [{ ownerType: type, ownerId: id, symbol: title, about: detail }] : [],
  );
  const isSearching = query.trim() !== '';
  const offered = (isSearching ? found : (unfiled?.papers ?? [])).filter(({ ownerId }) => !there.has(ownerId));

  const choose = ({ ownerType, ownerId }: Offered): void => {
    const next = new Map(chosen);
    if (!next.delete(ownerId)) next.set(ownerId, { ownerType, ownerId });
    setChosen(next);
  };
  const save = async (): Promise<void> => {
    const saved = await fileInDossier(office, dossier.id, [...chosen.values()]);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    if (saved.value.ops.length === 0) notifyInfo(dossiersText.done.alreadyFiled);
    else notifyDone(dossiersText.done.filed(formatCount(chosen.size)));
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.size > 0) void save();
        }}
      >
        <TextInput
          data-autofocus
          aria-label={text.search}
          placeholder={text.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <p className={classes.grey}>{isSearching ? text.found : text.unfiled(dossier.year)}</p>
        <div className={classes.offers} role="group" aria-label={isSearching ? text.found : text.unfiled(dossier.year)}>
          {offered.length === 0 && <p className={classes.grey}>{isSearching ? text.nothing : text.nothingUnfiled}</p>}
          {offered.map((paper) => (
            <Checkbox
              key={paper.ownerId}
              checked={chosen.has(paper.ownerId)}
              onChange={() => choose(paper)}
              label={
                <span>
                  <strong>{paper.symbol}</strong> · {text[paper.ownerType === 'document' ? 'incoming' : 'outgoing']}
                  <br />
                  {paper.about}
                </span>
              }
            />
          ))}
        </div>
        {!isSearching && unfiled !== undefined && unfiled.papers.length < unfiled.count && (
          <p className={classes.grey}>{text.someOf(formatCount(unfiled.papers.length), formatCount(unfiled.count))}</p>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {dossiersText.form.cancel}
          </Button>
          <Button type="submit" disabled={chosen.size === 0}>
            {text.choose(formatCount(chosen.size))}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The first unfiled papers of the year, and how many there are in all. */
function useUnfiledPapers(year: number): { readonly papers: readonly Offered[]; readonly count: number } | undefined {
  const unfiled = useUnfiled(year);
  const ids = useMemo(() => unfiled?.documents.slice(0, OFFERED) ?? [], [unfiled]);
  const documents = useDocumentsOf(ids);
  return useMemo(() => {
    if (unfiled === undefined || documents === undefined) return undefined;
    const about = (issuedOn: string | null, abstract: string): string =>
      [issuedOn === null ? '' : formatDate(issuedOn as never), abstract].filter((words) => words !== '').join(' · ');
    const papers = [
      ...documents.map(({ id, symbol, issuedOn, abstract }): Offered => ({
        ownerType: 'document',
        ownerId: id,
        symbol: symbol === '' ? dossiersText.paperList.noSymbol : symbol,
        about: about(issuedOn, abstract),
      })),
      ...unfiled.outgoings.slice(0, OFFERED).map(({ id, symbol, issuedOn, abstract }): Offered => ({
        ownerType: 'outgoing',
        ownerId: id,
        symbol,
        about: about(issuedOn, abstract),
      })),
    ];
    return { papers, count: unfiled.documents.length + unfiled.outgoings.length };
  }, [unfiled, documents]);
}
