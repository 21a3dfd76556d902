import { Button } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useOutgoingList } from '#renderer/data/outgoing/use-outgoings.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { ScreenSplit } from '#renderer/ui/screen-split.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { OutgoingDetail } from './detail/outgoing-detail.tsx';
import { OutgoingListHead } from './list/outgoing-list-head.tsx';
import { OutgoingTable } from './list/outgoing-table.tsx';
import { SignedModal } from './new/signed-modal.tsx';
import { useOutgoingView } from './outgoing-view-store.ts';

/** The register of outgoing papers: the list that fills the window, and the chosen paper beside it. */
export function OutgoingScreen({ selectedId }: { readonly selectedId: string | undefined }): ReactNode {
  const navigate = useNavigate();
  const { filter } = useOutgoingView();
  const list = useOutgoingList(filter);
  const [signing, setSigning] = useState(false);
  useHelp(text.helpList);
  const { may: mayDraft } = useMay('outgoing.draft');
  const { may: mayNumber } = useMay('outgoing.number');
  useCommand('new', () => navigate(routes.outgoingNew()), mayDraft);
  const first = list?.ids.at(0);
  useEffect(() => {
    if (selectedId === undefined && first !== undefined) navigate(routes.outgoingPaper(first), { replace: true });
  }, [selectedId, first, navigate]);
  return (
    <>
      <ScreenActions>
        {mayNumber && (
          <Button variant="default" onClick={() => setSigning(true)}>
            {text.addSigned}
          </Button>
        )}
        {mayDraft && (
          <Button
            leftSection={<IconPlus size="1.125rem" stroke={1.8} aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={() => navigate(routes.outgoingNew())}
          >
            {text.write}
          </Button>
        )}
      </ScreenActions>
      <ScreenSplit
        list={
          <>
            <OutgoingListHead list={list} />
            {list !== undefined && <OutgoingTable list={list} selectedId={selectedId} />}
          </>
        }
        detail={
          selectedId === undefined ? (
            <EmptyState icon={IconSend} title={text.chooseTitle}>
              {text.chooseText}
            </EmptyState>
          ) : (
            <OutgoingDetail key={selectedId} id={selectedId} />
          )
        }
      />
      <SignedModal opened={signing} onClose={() => setSigning(false)} />
    </>
  );
}
