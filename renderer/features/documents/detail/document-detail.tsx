import { IconFileUnknown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAttachments, useDocument } from '#renderer/data/documents/use-documents.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useDocumentsView } from '../documents-view-store.ts';
import { DocumentActions } from './document-actions.tsx';
import { DocumentHeading } from './document-heading.tsx';
import { HandlingTab } from './handling-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { OriginalTab } from './original-tab.tsx';

/** One paper: what it is, where it stands, its original, what happened to it. */
export function DocumentDetail({ id }: { readonly id: string }): ReactNode {
  const document = useDocument(id);
  const attachments = useAttachments(id);
  const { tab, setTab } = useDocumentsView();
  if (document === undefined || attachments === undefined) return null;
  if (document === null || document.removed) {
    return (
      <EmptyState icon={IconFileUnknown} title={text.goneTitle}>
        {text.goneText}
      </EmptyState>
    );
  }
  const pages = attachments[0]?.pages ?? null;
  return (
    <DetailPane
      header={<DocumentHeading document={document} />}
      tabs={[
        {
          id: 'handling',
          label: text.tabHandling,
          content: (
            <HandlingTab document={document} attachments={attachments} onOpenOriginal={() => setTab('original')} />
          ),
        },
        {
          id: 'original',
          label: text.tabOriginal(pages),
          content: <OriginalTab document={document} attachments={attachments} />,
        },
        { id: 'history', label: text.tabHistory, content: <HistoryTab id={id} /> },
      ]}
      activeTab={tab}
      onTabChange={setTab}
      footer={<DocumentActions document={document} />}
    />
  );
}
