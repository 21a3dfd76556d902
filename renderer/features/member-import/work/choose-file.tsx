import { Button, FileButton, Group } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useKeptWork } from '#renderer/data/import/use-imports.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { importText as text } from '#renderer/messages/imports.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import classes from '../member-import.module.css';
import type { ImportWork } from './import-work.ts';

/** Takes a file by choosing or dropping it; offers the one that was in work before a lock. */
export function ChooseFile({
  work,
  children,
}: {
  readonly work: ImportWork;
  readonly children?: ReactNode;
}): ReactNode {
  const office = useOffice();
  const { code } = work.use();
  const kept = useKeptWork(work.purpose);
  const open = (file: File | null): void => {
    if (file !== null) void work.open(office, file);
  };
  const over = useDroppedFile(open);
  return (
    <div className={classes.body}>
      {code !== null && <ErrorNote code={code} />}
      {kept !== null && kept !== undefined && (
        <div className={classes.card}>
          <p className={classes.question}>{text.file.kept(kept.fileName)}</p>
          <p className={classes.note}>{text.file.keptText}</p>
          <Group gap="xs" mt="xs">
            <Button onClick={() => void work.resume(office)}>{text.file.goOn}</Button>
            <Button variant="default" onClick={() => work.forget(office)}>
              {text.file.dropKept}
            </Button>
          </Group>
        </div>
      )}
      <div className={classes.drop} data-over={over || undefined}>
        <IconFileSpreadsheet size="2.5rem" stroke={1.3} aria-hidden />
        <p className={classes.dropTitle}>{text.file.title}</p>
        <p className={classes.note}>{text.file.text}</p>
        <FileButton accept=".xlsx,.csv,.txt,.tsv" onChange={open} inputProps={{ 'aria-label': text.file.choose }}>
          {(props) => <Button {...props}>{text.file.choose}</Button>}
        </FileButton>
      </div>
      {children}
    </div>
  );
}

/** A file dropped anywhere in the window while this stands on the screen: it is for this, not for the register. */
function useDroppedFile(onFile: (file: File | null) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const take = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setOver(event.type === 'dragenter' || event.type === 'dragover');
      if (event.type === 'drop') onFile(event.dataTransfer.files[0] ?? null);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const kinds = ['dragenter', 'dragover', 'drop'] as const;
    for (const kind of kinds) window.addEventListener(kind, take, { capture: true });
    window.addEventListener('dragleave', leave);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, take, { capture: true });
      window.removeEventListener('dragleave', leave);
    };
  }, [onFile]);
  return over;
}
