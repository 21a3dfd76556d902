import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { parcelsText as text } from '#renderer/messages/parcels.ts';
import type { StickReport } from '#renderer/sync/parcel/read-stick.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { ReadCard } from './read-card.tsx';
import { ReadResults } from './read-results.tsx';
import { GotList, SentList } from './parcel-lists.tsx';
import classes from './parcels.module.css';
import { useParcelNames } from './use-parcel-names.ts';
import { useParcelState } from './use-parcel-state.ts';
import { WriteCard } from './write-card.tsx';

/** Chuyển bằng USB: writes a package for the province or a colleague's PC, reads what came, and shows what went and came on which stick. */
export function ParcelsScreen(): ReactNode {
  const navigate = useNavigate();
  const { state, refresh } = useParcelState();
  const { placeOf } = useParcelNames();
  const [report, setReport] = useState<StickReport | null>(null);
  useHelp(text.help);
  return (
    <div className={classes.root}>
      <ScreenActions>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size="1rem" aria-hidden />}
          onClick={() => navigate(routes.sync())}
        >
          {text.back}
        </Button>
      </ScreenActions>
      <PageHeader title={text.title} subtitle={text.subtitle} />
      <div className={classes.acts}>
        <WriteCard onWritten={refresh} />
        <div className={classes.column}>
          <ReadCard
            onRead={(read) => {
              setReport(read);
              refresh();
            }}
          />
          {report !== null && <ReadResults report={report} />}
        </div>
      </div>
      {state?.missing.map(({ from, numbers }) => (
        <Alert
          key={from}
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={text.missing(placeOf(from), numbers.join(', '))}
        >
          {text.missingText}
        </Alert>
      ))}
      {state !== undefined && (
        <>
          <SentList sent={state.sent} />
          <GotList read={state.read} />
        </>
      )}
    </div>
  );
}
