import { SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useMemberArrivals } from '#renderer/data/transfers/use-transfers.ts';
import { transfersText as text } from '#renderer/messages/transfers.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { InternalSection } from './internal/internal-section.tsx';
import { isArrivingUnder } from './received/arriving-standing.ts';
import { ReceivedSection } from './received/received-section.tsx';
import { SentSection } from './sent/sent-section.tsx';
import { isUnderFacet } from './sent/sent-standing.ts';
import { useSentList } from './sent/sent-view.ts';
import { TransferDialog } from './sent/transfer-dialog.tsx';
import { StockSection } from './stock/stock-section.tsx';
import classes from './transfers.module.css';

/** Sides of the screen; their names stand in the address where no transfer is chosen. */
const sides = ['out', 'in', 'internal', 'stock'] as const;
type Side = (typeof sides)[number];

/** Chuyển sinh hoạt: who leaves, who comes, moves from cell to cell, and the papers that are counted. */
export function TransfersScreen({ selectedId }: { readonly selectedId: string | undefined }): ReactNode {
  const navigate = useNavigate();
  const list = useSentList();
  const arrivals = useMemberArrivals();
  const { may } = useMay('transfer.send');
  const [isStarting, setStarting] = useState(false);
  useHelp(text.help);
  if (list === undefined || arrivals === undefined) return null;
  const named = sides.find((each) => each === selectedId);
  const side: Side = named ?? (arrivals.some(({ id }) => id === selectedId) ? 'in' : 'out');
  const chosen = named === undefined ? selectedId : undefined;
  const going = list.transfers.filter(({ standing, deadlines }) =>
    isUnderFacet('open', standing, deadlines, list.today),
  ).length;
  const coming = arrivals.filter((row) => isArrivingUnder('waiting', row, list.today)).length;
  const counts: Readonly<Record<Side, number>> = { out: going, in: coming, internal: 0, stock: 0 };
  return (
    <div className={classes.root}>
      {may && (
        <ScreenActions>
          <WriteButton leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => setStarting(true)}>
            {text.startLong}
          </WriteButton>
        </ScreenActions>
      )}
      <div className={classes.head}>
        <PageHeader title={text.title} subtitle={text.summary(going, coming)} />
        <SegmentedControl
          aria-label={text.sections.label}
          data={sides.map((value) => ({ value, label: text.waitingCount(text.sections[value], counts[value]) }))}
          value={side}
          onChange={(value) => navigate(routes.transfer(value), { replace: true })}
        />
      </div>
      <div className={classes.body}>
        {side === 'out' && <SentSection list={list} selectedId={chosen} />}
        {side === 'in' && <ReceivedSection arrivals={arrivals} selectedId={chosen} />}
        {side === 'internal' && <InternalSection />}
        {side === 'stock' && <StockSection />}
      </div>
      {isStarting && <TransferDialog member={undefined} onClose={() => setStarting(false)} />}
    </div>
  );
}
