import { Select } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import { findHits, type SearchHit } from '#renderer/data/search/use-search.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';

type ReplyFieldProps = {
  readonly value: string | null;
  /** What the chosen paper is called, while nothing is being looked for. */
  readonly shown: string;
  readonly onChange: (documentId: string | null) => void;
};

const PAUSE_MS = 120;

/** Looks for the incoming paper that is answered. */
export function ReplyField({ value, shown, onChange }: ReplyFieldProps): ReactNode {
  const office = useOffice();
  const reach = useReach();
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void findHits(office, query, reach).then((found) => {
        if (isCurrent) setHits(found.filter(({ type }) => type === 'document'));
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [office, query, reach]);
  const found = hits.map(({ id, title, detail }) => ({
    value: id,
    label: title === detail ? title : `${title}: ${detail}`,
  }));
  const chosen = value === null || found.some((each) => each.value === value) ? [] : [{ value, label: shown }];
  return (
    <Select
      label={text.replyTo}
      placeholder={text.replyHint}
      value={value}
      data={[...chosen, ...found]}
      // The index has done the looking: it finds without tone marks and by sloppy symbols.
      filter={({ options }) => options}
      searchable
      clearable
      onSearchChange={setQuery}
      onChange={onChange}
    />
  );
}
