import { Button, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { sharedText } from '#renderer/messages/shared.ts';
import classes from './pdf-dialog.module.css';
import { PdfPanel } from './pdf-panel.tsx';
import type { ViewerSource } from './viewer-protocol.ts';

type PdfDialogProps = {
  readonly title: string;
  /** Name of what is shown, for a screen reader. */
  readonly name: string;
  /** Names everything the paper depends on: another key makes it anew. */
  readonly paperKey: string;
  readonly make: () => Promise<Uint8Array>;
  /** Told when making fails; the dialogue stays open. */
  readonly onFailed: (error: unknown) => void;
  readonly onPrint: (bytes: Uint8Array) => Promise<void>;
  readonly onSave: (bytes: Uint8Array) => Promise<void>;
  /** What is chosen of the paper, above the buttons. */
  readonly controls?: ReactNode;
  /** For people who come for one thing only: the buttons are large and stand first. */
  readonly isLarge?: boolean;
  /** Further buttons beside print and save. */
  readonly moreActions?: ReactNode;
  readonly onClose: () => void;
};

/** A paper as it will be printed, with its choices and what is done with it. The paper is made when it is asked for, and anew when a choice changes. */
export function PdfDialog(props: PdfDialogProps): ReactNode {
  const { title, name, controls, moreActions, isLarge = false, onPrint, onSave, onClose } = props;
  const made = useMadePaper(props);
  return (
    <Modal opened onClose={onClose} size="72rem" title={title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <div className={classes.root}>
        <Stack gap="sm" className={classes.controls ?? ''}>
          {!isLarge && controls}
          <Group gap="xs">
            <Button
              {...(isLarge && { size: 'lg' })}
              disabled={made === undefined}
              onClick={() => made && void onPrint(made.bytes)}
            >
              {sharedText.print}
            </Button>
            <Button variant="default" disabled={made === undefined} onClick={() => made && void onSave(made.bytes)}>
              {sharedText.savePdf}
            </Button>
            {moreActions}
          </Group>
          {isLarge && controls}
        </Stack>
        <div className={classes.preview} aria-busy={made === undefined}>
          {made === undefined ? sharedText.making : <PdfPanel key={made.key} source={made.source} name={name} />}
        </div>
      </div>
    </Modal>
  );
}

type MadePaper = { readonly key: string; readonly bytes: Uint8Array; readonly source: ViewerSource };

function useMadePaper({ paperKey, make, onFailed }: PdfDialogProps): MadePaper | undefined {
  const [made, setMade] = useState<MadePaper>();
  // The functions are new with every drawing of their owner; the key says when the paper is another one.
  const latest = useRef({ make, onFailed });
  useEffect(() => {
    latest.current = { make, onFailed };
  });
  useEffect(() => {
    let isCurrent = true;
    latest.current
      .make()
      .then((bytes) => {
        const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
        if (isCurrent) setMade({ key: paperKey, bytes, source: { kind: 'bytes', bytes: blob } });
      })
      .catch((error: unknown) => {
        if (isCurrent) latest.current.onFailed(error);
      });
    return () => {
      isCurrent = false;
    };
  }, [paperKey]);
  return made?.key === paperKey ? made : undefined;
}
