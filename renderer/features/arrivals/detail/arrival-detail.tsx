import { Button, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import { replaces } from '#renderer/data/exchange/arrival-repository.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { routes } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { AcceptModal } from '../accept/accept-modal.tsx';
import { ArrivalChips } from '../arrival-chips.tsx';
import classes from './arrival-detail.module.css';
import { FactsTab } from './facts-tab.tsx';
import { PaperTab } from './paper-tab.tsx';
import { RecallActions, RecallCard } from './recall-card.tsx';
import { RefuseModal } from './refuse-modal.tsx';
import { UpdateActions, UpdateCard } from './update-card.tsx';

type ArrivalDetailProps = { readonly arrival: ArrivalRow; readonly all: readonly ArrivalRow[] };

/** One paper from elsewhere: who sent it, what is asked, the paper itself, and what can be done with it. */
export function ArrivalDetail({ arrival, all }: ArrivalDetailProps): ReactNode {
  const [tab, setTab] = useState('paper');
  const [dialog, setDialog] = useState<'accept' | 'refuse' | null>(null);
  const { may } = useMay('arrival.handle');
  const recall = recallStanding(arrival);
  const isOpen = arrival.documentId === null && arrival.status !== '02' && recall !== '15';
  const isReplaced = all.some((each) => replaces(each, arrival) && each.documentId !== null);
  const close = (): void => setDialog(null);
  return (
    <>
      <DetailPane
        header={<Heading arrival={arrival} isReplaced={isReplaced} />}
        tabs={[
          { id: 'paper', label: text.tabPaper, content: <PaperTab arrival={arrival} /> },
          { id: 'facts', label: text.tabFacts, content: <FactsTab arrival={arrival} all={all} /> },
        ]}
        activeTab={tab}
        onTabChange={setTab}
        footer={
          <>
            {isOpen && may && (
              <>
                <WriteButton variant={recall === '13' ? 'default' : 'filled'} onClick={() => setDialog('accept')}>
                  {text.accept}
                </WriteButton>
                <WriteButton variant="default" onClick={() => setDialog('refuse')}>
                  {text.refuse}
                </WriteButton>
              </>
            )}
            {may && <RecallActions arrival={arrival} />}
            {may && <UpdateActions arrival={arrival} />}
            {arrival.documentId !== null && (
              <Button component="a" variant="default" href={`#${routes.document(arrival.documentId)}`}>
                {text.openLine}
              </Button>
            )}
          </>
        }
      />
      <AcceptModal arrival={arrival} opened={dialog === 'accept'} onClose={close} />
      <RefuseModal act="refuse" arrivalId={arrival.id} opened={dialog === 'refuse'} onClose={close} />
    </>
  );
}

function Heading({ arrival, isReplaced }: { readonly arrival: ArrivalRow; readonly isReplaced: boolean }): ReactNode {
  const today = useToday();
  const { letter, fromName, sentAt, addressedTo } = arrival;
  return (
    <>
      <div className={classes.chips}>
        <ArrivalChips arrival={arrival} />
        {isReplaced && <StatusChip tone="amber">{text.replacedAlready}</StatusChip>}
      </div>
      <Title order={2} className={classes.abstract ?? ''}>
        {letter.abstract === '' ? text.noAbstract : letter.abstract}
      </Title>
      <p className={classes.symbol}>
        <BreakableCode>
          {text.symbolLine(
            letter.symbol === '' ? text.noSymbol : letter.symbol,
            letter.issuedOn === null ? null : formatDate(letter.issuedOn),
          )}
        </BreakableCode>
      </p>
      <p className={classes.origin}>{text.sentLine(fromName, formatWhen(sentAt, today))}</p>
      {addressedTo !== '' && <p className={classes.origin}>{text.addressedTo(addressedTo)}</p>}
      <RecallCard arrival={arrival} />
      <UpdateCard arrival={arrival} />
    </>
  );
}
