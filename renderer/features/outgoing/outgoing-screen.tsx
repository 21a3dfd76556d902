import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconListNumbers, IconPlus, IconPrinter, IconSend, IconSettings } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useOutgoingList } from '#renderer/data/outgoing/use-outgoings.ts';
import { useRegisters } from '#renderer/data/registers/use-registers.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { ScreenSplit } from '#renderer/ui/screen-split.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { useChosenInList } from '#renderer/ui/use-chosen-in-list.ts';
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
  const registers = useRegisters('outgoing');
  const registerId = filter.registerId ?? registers?.[0]?.id;
  const printBook = (): void => navigate(registerId === undefined ? routes.books() : routes.bookOfRegister(registerId));
  useCommand('print', printBook);
  useCommand('new', () => navigate(routes.outgoingNew()), mayDraft);
  const first = list?.ids.at(0);
  useEffect(() => {
    if (selectedId === undefined && first !== undefined) navigate(routes.outgoingPaper(first), { replace: true });
  }, [selectedId, first, navigate]);
  const choose = useCallback(
    (id: string | undefined): void =>
      navigate(id === undefined ? routes.outgoing() : routes.outgoingPaper(id), { replace: true }),
    [navigate],
  );
  useChosenInList({ filter, ids: list?.ids, chosen: selectedId, onChoose: choose });
  return (
    <>
      <ScreenActions>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="input-sm" aria-label={text.moreScreens} title={text.moreScreens}>
              <IconDots size="1.125rem" stroke={1.6} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconListNumbers size="1.125rem" stroke={1.6} aria-hidden />}
              onClick={() => navigate(routes.numbers())}
            >
              {text.openNumbers}
            </Menu.Item>
            <Menu.Item leftSection={<IconPrinter size="1.125rem" stroke={1.6} aria-hidden />} onClick={printBook}>
              {text.printBook}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconSettings size="1.125rem" stroke={1.6} aria-hidden />}
              onClick={() => navigate(routes.officeSettings())}
            >
              {text.openSettings}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
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
