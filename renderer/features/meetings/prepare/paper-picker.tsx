import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useSearch } from '#renderer/data/search/use-search.ts';
import { meetingsText } from '#renderer/messages/meetings.ts';
import classes from './prepare.module.css';
import screen from '../meetings-screen.module.css';

const text = meetingsText.handDialog;

/** A paper of a register as it was found. */
export type PickedPaper = { readonly id: string; readonly title: string; readonly about: string };

type PaperPickerProps = {
  /** Papers that are there already and not offered. */
  readonly known: readonly string[];
  readonly picked: readonly PickedPaper[];
  readonly onChange: (picked: readonly PickedPaper[]) => void;
};

/** Finds papers of both registers by a few words, and shows what was chosen. */
export function PaperPicker({ known, picked, onChange }: PaperPickerProps): ReactNode {
  const [query, setQuery] = useState('');
  const hits = useSearch(query).filter(
    ({ type, id }) => (type === 'document' || type === 'outgoing') && !known.includes(id),
  );
  const isPicked = (id: string): boolean => picked.some((paper) => paper.id === id);
  const toggle = (paper: PickedPaper): void =>
    onChange(isPicked(paper.id) ? picked.filter(({ id }) => id !== paper.id) : [...picked, paper]);
  return (
    <div className={classes.card}>
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        value={query}
        data-autofocus
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {query.trim() !== '' && (
        <div className={screen.choices} role="group" aria-label={text.found} tabIndex={0}>
          {hits.length === 0 && <p className={classes.grey}>{text.nothing}</p>}
          {hits.map(({ type, id, title, detail }) => (
            <Checkbox
              key={id}
              checked={isPicked(id)}
              onChange={() => toggle({ id, title, about: detail })}
              label={
                <span>
                  <strong>{title}</strong> · {type === 'document' ? text.incoming : text.outgoing}
                  <br />
                  {detail}
                </span>
              }
            />
          ))}
        </div>
      )}
      {picked.length > 0 && (
        <ul className={classes.papers} aria-label={text.chosen}>
          {picked.map((paper) => (
            <li key={paper.id} className={classes.paper}>
              <div className={classes.words}>
                <span className={classes.symbol}>{paper.title}</span>
                <span>{paper.about}</span>
              </div>
              <Button variant="subtle" aria-label={text.remove(paper.title)} onClick={() => toggle(paper)}>
                {meetingsText.prepare.takeBack}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
