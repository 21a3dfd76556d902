import { IconFileUnknown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDispatches } from '#renderer/data/exchange/use-exchange.ts';
import { useDrafts, useOpinions, useOutgoing, useOutgoingFiles } from '#renderer/data/outgoing/use-outgoings.ts';
import { sendingText } from '#renderer/messages/exchange.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useOutgoingView } from '../outgoing-view-store.ts';
import { SendingTab } from '../sending/sending-tab.tsx';
import { DraftsTab } from './drafts-tab.tsx';
import { InfoTab } from './info-tab.tsx';
import { OpinionsTab } from './opinions-tab.tsx';
import { OutgoingActions } from './outgoing-actions.tsx';
import { OutgoingHeading } from './outgoing-heading.tsx';
import { OutgoingHistoryTab } from './outgoing-history-tab.tsx';

/** One outgoing paper: its line, the versions of its text, what was said of them, what happened to it. */
export function OutgoingDetail({ id }: { readonly id: string }): ReactNode {
  const outgoing = useOutgoing(id);
  const drafts = useDrafts(id);
  const opinions = useOpinions(id);
  const files = useOutgoingFiles(id);
  const dispatches = useDispatches(id);
  const { tab, setTab } = useOutgoingView();
  if (
    outgoing === undefined ||
    drafts === undefined ||
    opinions === undefined ||
    files === undefined ||
    dispatches === undefined
  )
    return null;
  if (outgoing === null || outgoing.removed) {
    return (
      <EmptyState icon={IconFileUnknown} title={text.goneTitle}>
        {text.goneText}
      </EmptyState>
    );
  }
  const said = opinions.filter(({ kind }) => kind !== 'asked').length;
  const tabs = [
    { id: 'info', label: text.tabInfo, content: <InfoTab outgoing={outgoing} files={files} /> },
    {
      id: 'drafts',
      label: text.tabDrafts(drafts.length),
      content: <DraftsTab outgoing={outgoing} drafts={drafts} opinions={opinions} />,
    },
    { id: 'opinions', label: text.tabOpinions(said), content: <OpinionsTab opinions={opinions} /> },
    {
      id: 'sending',
      label: sendingText.tab(dispatches.length),
      content: <SendingTab outgoing={outgoing} />,
    },
    { id: 'history', label: text.tabHistory, content: <OutgoingHistoryTab id={id} /> },
  ];
  return (
    <DetailPane
      header={<OutgoingHeading outgoing={outgoing} />}
      tabs={tabs}
      activeTab={tabs.some((each) => each.id === tab) ? tab : 'info'}
      onTabChange={setTab}
      footer={
        <OutgoingActions
          outgoing={outgoing}
          drafts={drafts}
          opinions={opinions}
          files={files}
          dispatches={dispatches}
        />
      }
    />
  );
}
