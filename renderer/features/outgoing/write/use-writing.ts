import { useMemo, useState } from 'react';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { discardDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { newKey } from './block-editor.tsx';
import type { EditedBlock } from './edit-blocks.ts';
import { writingKey, type PaperForm, type Writing } from '#renderer/data/outgoing/paper-writing.ts';
import { differs } from './writing.ts';

/** The writing in hand, and how it is changed. */
export type WritingTools = {
  readonly writing: Writing;
  readonly blocks: readonly EditedBlock[];
  readonly isChanged: boolean;
  readonly setBlocks: (blocks: readonly EditedBlock[]) => void;
  readonly setParts: (parts: Partial<Omit<PaperContent, 'blocks'>>) => void;
  readonly setForm: (change: Partial<PaperForm>) => void;
  /** Takes this for what is saved; the text in hand stays. */
  readonly settle: (saved: Writing) => void;
  /** Takes this for what is saved, and for the text in hand. */
  readonly take: (saved: Writing) => void;
  /** Goes back to what was saved last. */
  readonly revert: () => void;
};

/** Holds a paper being written; keeps it on this PC a moment after every change until it is saved as a version. */
export function useWriting(outgoingId: string, begun: Writing, initial: Writing): WritingTools {
  const office = useOffice();
  const key = writingKey(outgoingId);
  const [saved, setSaved] = useState(begun);
  const [form, setForm] = useState(initial.form);
  const [parts, setParts] = useState<Omit<PaperContent, 'blocks'>>(initial.content);
  const [blocks, setBlocks] = useState(() => withKeys(initial.content));
  const writing = useMemo((): Writing => {
    return { content: { ...parts, blocks: blocks.map(({ block }) => block) }, form, base: saved.base };
  }, [parts, blocks, form, saved.base]);
  const isChanged = differs(writing, withOneBlock(saved));
  useKeepDraft(key, writing, isChanged);
  const settle = (now: Writing): void => {
    setSaved(now);
    void discardDraft(office, key);
  };
  const take = (now: Writing): void => {
    settle(now);
    setForm(now.form);
    setParts(now.content);
    setBlocks(withKeys(now.content));
  };
  return {
    writing,
    blocks,
    isChanged,
    setBlocks,
    setParts: (change) => setParts((now) => ({ ...now, ...change })),
    setForm: (change) => setForm((now) => ({ ...now, ...change })),
    settle,
    take,
    revert: () => take(saved),
  };
}

/** A page nothing is written on has one empty paragraph to begin with. */
function withOneBlock(writing: Writing): Writing {
  const { content } = writing;
  return content.blocks.length > 0
    ? writing
    : { ...writing, content: { ...content, blocks: [{ kind: 'paragraph', runs: [] }] } };
}

function withKeys(content: PaperContent): readonly EditedBlock[] {
  const { blocks } = withOneBlock({ content } as Writing).content;
  return blocks.map((block) => ({ key: newKey(), block }));
}
