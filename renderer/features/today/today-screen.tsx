import { Loader } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { weekdayOf } from '#shared/base/plain-date.ts';
import type { DocumentFilter } from '#renderer/data/documents/document-list.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useTodaySummary } from '#renderer/data/review/use-review.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { todayText } from '#renderer/messages/today.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { ArrivalsCard } from './arrivals-card.tsx';
import { BadgeDayCard } from './badge-day-card.tsx';
import { DelegationsCard } from './delegations-card.tsx';
import { FirstSteps } from './first-steps.tsx';
import { MilestonesCard } from './milestones-card.tsx';
import { PaperListCard } from './paper-list-card.tsx';
import { StatesCard } from './states-card.tsx';
import { filterOf, isSyncCard } from './paper-filters.ts';
import { countOwnWork, cardsFor, listsFor } from './today-cards.ts';
import { TodayFigures } from './today-figures.tsx';
import classes from './today-screen.module.css';
import { useCardCounts } from './use-card-counts.ts';
import { WaitingCard } from './waiting-card.tsx';

type TodayScreenProps = {
  /** Makes the register show the papers a figure or list stands for. */
  readonly onShowPapers: (filter: Partial<DocumentFilter>) => void;
  /** Ways to what waits elsewhere, before the screen's own button. */
  readonly moreActions?: ReactNode;
  /** What comes first for a cell's secretary: the next meeting and what is unfinished in the cell. */
  readonly cellHome?: ReactNode;
};

/** Hôm nay: what waits for this person, what is due, and how the office stands. */
export function TodayScreen({ onShowPapers, moreActions, cellHome }: TodayScreenProps): ReactNode {
  const person = useActingPerson();
  const today = useToday();
  const navigate = useNavigate();
  const summary = useTodaySummary(person?.id ?? null);
  const counts = useCardCounts(person ?? null, summary);
  useHelp(todayText.help);
  const register = (): void => navigate(routes.documentNew());
  const showPapers = (filter: Partial<DocumentFilter>): void => {
    onShowPapers(filter);
    navigate(routes.documents());
  };
  const { may: mayRegister } = useMay('document.register');
  useCommand('new', register, mayRegister);
  if (person === undefined || summary === undefined || counts === undefined)
    return <Loader m="lg" aria-label={sharedText.loading} />;
  const role = person?.role ?? 'officer';
  const own = countOwnWork(role, counts);
  const weekday = todayText.weekdays[weekdayOf(today) - 1] ?? '';
  const empty = summary.counts.all === 0;
  return (
    <div className={classes.root}>
      <ScreenActions>
        {moreActions}
        {mayRegister && (
          <WriteButton
            leftSection={<IconPlus size="1rem" aria-hidden />}
            rightSection={<KeyHint keys="Ctrl N" onDark />}
            onClick={register}
          >
            {todayText.newDocument}
          </WriteButton>
        )}
      </ScreenActions>
      <PageHeader
        title={todayText.title}
        subtitle={todayText.subtitle(
          `${weekday}, ${formatDate(today)}`,
          own === 0 ? todayText.calm : todayText.waitingFor(own),
        )}
      />
      {role === 'cell-secretary' && cellHome}
      <FirstSteps hasDocuments={!empty} />
      {!empty && (
        <>
          <TodayFigures
            cards={cardsFor(role, counts)}
            onShow={(id) => (isSyncCard(id) ? navigate(routes.sync()) : showPapers(filterOf(id, person ?? null)))}
          />
          <div className={classes.columns}>
            <div className={classes.main}>
              <WaitingCard person={person} />
              {listsFor(role).map((list) => (
                <PaperListCard
                  key={list}
                  list={list}
                  person={person}
                  due={summary.dueSoon}
                  onShowAll={() => showPapers(filterOf(list, person))}
                />
              ))}
            </div>
            <div className={classes.side}>
              <ArrivalsCard arrivals={summary.arrivals} />
              <DelegationsCard person={person} />
              <StatesCard counts={summary.counts} />
              <MilestonesCard members={summary.probationEnding} />
              <BadgeDayCard />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
