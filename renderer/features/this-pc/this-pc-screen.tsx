import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { thisPcText as text } from '#renderer/messages/this-pc.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { BackupsPart } from './backups-part.tsx';
import { HandOverPart } from './hand-over-part.tsx';
import { HealthPart } from './health-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { RightsPart } from './rights-part.tsx';
import classes from './this-pc.module.css';

type Part = keyof typeof text.tabs;
const everyPart = Object.keys(text.tabs) as readonly Part[];

/** Máy này: who opens it, its backups, how it fares, what its person may do, and its end. */
export function ThisPcScreen({ part }: { readonly part: string | undefined }): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const { may: mayManage } = useMay('pc.manage');
  useHelp(text.help);
  const parts = mayManage ? everyPart : everyPart.filter((each) => each !== 'hand-over' && each !== 'backups');
  const shown = parts.find((each) => each === part) ?? 'people';
  const contents: Readonly<Record<Part, ReactNode>> = {
    people: <PeoplePart />,
    backups: <BackupsPart />,
    health: <HealthPart />,
    rights: <RightsPart />,
    'hand-over': <HandOverPart />,
  };
  return (
    <div className={classes.root}>
      <PageHeader title={text.title} subtitle={text.subtitle(office.device.name, office.device.dev)} />
      <Tabs
        className={classes.tabs ?? ''}
        value={shown}
        onChange={(next) => navigate(`${routes.thisPc()}/${next ?? 'people'}`, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          {parts.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {text.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map((each) => (
          <Tabs.Panel key={each} value={each} className={classes.panel ?? ''} tabIndex={0}>
            {contents[each]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
