import { Button } from '@mantine/core';
import { IconInbox, IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, type ReactNode } from 'react';
import { useDocumentList } from '#renderer/data/documents/use-documents.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { ScreenSplit } from '#renderer/ui/screen-split.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { useChosenInList } from '#renderer/ui/use-chosen-in-list.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { DocumentDetail } from './detail/document-detail.tsx';
import { useDocumentsView } from './documents-view-store.ts';
import { DocumentListHead } from './list/document-list-head.tsx';
import { DocumentTable } from './list/document-table.tsx';

type DocumentsScreenProps = {
  readonly selectedId: string | undefined;
  /** Ways to places that belong to this one, before its own buttons. */
  readonly moreActions?: ReactNode;
};

/** The register of incoming documents: the list that fills the window, and the chosen paper beside it. */
export function DocumentsScreen({ selectedId, moreActions }: DocumentsScreenProps): ReactNode {
  const navigate = useNavigate();
  const { filter } = useDocumentsView();
  const list = useDocumentList(filter);
  useHelp(text.helpList);
  const { may: mayRegister } = useMay('document.register');
  useCommand('new', () => navigate(routes.documentNew()), mayRegister);
  const printBook = (): void => navigate(routes.books(filter.book === 'all' ? undefined : filter.book));
  useCommand('print', printBook);
  const first = list?.ids.at(0);
  useEffect(() => {
    if (selectedId === undefined && first !== undefined) navigate(routes.document(first), { replace: true });
  }, [selectedId, first, navigate]);
  const choose = useCallback(
    (id: string | undefined): void =>
      navigate(id === undefined ? routes.documents() : routes.document(id), { replace: true }),
    [navigate],
  );
  useChosenInList({ filter, ids: list?.ids, chosen: selectedId, onChoose: choose });
  return (
    <>
      <ScreenActions>
        {moreActions}
        <Button
          variant="default"
          leftSection={<IconPrinter size="1.125rem" stroke={1.6} aria-hidden />}
          onClick={printBook}
        >
          {text.printBook}
        </Button>
        {mayRegister && (
          <WriteButton
            leftSection={<IconPlus size="1.125rem" stroke={1.8} aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={() => navigate(routes.documentNew())}
          >
            {text.register}
          </WriteButton>
        )}
      </ScreenActions>
      <ScreenSplit
        list={
          <>
            <DocumentListHead list={list} />
            {list !== undefined && <DocumentTable list={list} selectedId={selectedId} />}
          </>
        }
        detail={
          selectedId === undefined ? (
            <EmptyState icon={filter.query === '' ? IconInbox : IconSearch} title={text.chooseTitle}>
              {text.chooseText}
            </EmptyState>
          ) : (
            <DocumentDetail id={selectedId} />
          )
        }
      />
    </>
  );
}
