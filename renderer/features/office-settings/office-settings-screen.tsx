import { useCallback, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { officeSettingsText as text } from '#renderer/messages/office-settings.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { BadgesCard } from './badges-card.tsx';
import { CalendarCard } from './calendar-card.tsx';
import { FeeRulesCard } from './fee-rules-card.tsx';
import { KeywordsCard } from './keywords-card.tsx';
import { LineCard } from './line-card.tsx';
import { MeetingsCard } from './meetings-card.tsx';
import { MemberRulesCard } from './member-rules-card.tsx';
import { NamesCard } from './names-card.tsx';
import classes from './office-settings.module.css';
import { RatingRulesCard } from './rating-rules-card.tsx';
import { StyleCard } from './style-card.tsx';
import { TransferRulesCard } from './transfer-rules-card.tsx';
import { UnitsCard } from './units-card.tsx';

/** Choices all PCs of the office follow: names on papers, their layout, the days worked, words by which a unit is suggested, cell meetings, badges, the rules of members and organisations, the line. `name`: the setting to go to. */
export function OfficeSettingsScreen({ name }: { readonly name: string | undefined }): ReactNode {
  const names = useSetting('office-name');
  const style = useSetting('paper-style');
  const calendar = useSetting('work-calendar');
  const keywords = useSetting('body-keywords');
  const meetings = useSetting('meeting-rules');
  const [members, transfers] = [useSetting('member-rules'), useSetting('transfer-rules')];
  const [fees, ratings] = [useSetting('fee-rules'), useSetting('rating-rules')];
  const badges = useSetting('badge-rules');
  const units = useSetting('unit-rules');
  const line = useSetting('line-rules');
  const { may } = useMay('setting.edit');
  useHelp(text.help);
  const goToNamed = useCallback(
    (cards: HTMLElement | null) => {
      const all = [...(cards?.querySelectorAll<HTMLElement>('[data-setting]') ?? [])];
      all.find(({ dataset }) => dataset['setting'] === name)?.scrollIntoView({ block: 'start' });
    },
    [name],
  );
  return (
    <div className={classes.root}>
      <PageHeader title={text.title} subtitle={may ? text.about : text.onlyHead} />
      {names !== undefined &&
        style !== undefined &&
        calendar !== undefined &&
        keywords !== undefined &&
        meetings !== undefined &&
        members !== undefined &&
        transfers !== undefined &&
        fees !== undefined &&
        ratings !== undefined &&
        badges !== undefined &&
        units !== undefined &&
        line !== undefined && (
          <div className={classes.cards} ref={goToNamed}>
            <NamesCard saved={names} disabled={!may} />
            <CalendarCard saved={calendar} disabled={!may} />
            <StyleCard saved={style} disabled={!may} />
            <KeywordsCard saved={keywords} disabled={!may} />
            <MeetingsCard saved={meetings} disabled={!may} />
            <MemberRulesCard saved={members} disabled={!may} />
            <TransferRulesCard saved={transfers} disabled={!may} />
            <RatingRulesCard saved={ratings} disabled={!may} />
            <FeeRulesCard saved={fees} disabled={!may} />
            <BadgesCard saved={badges} disabled={!may} />
            <UnitsCard saved={units} disabled={!may} />
            <LineCard saved={line} disabled={!may} />
          </div>
        )}
    </div>
  );
}
