import type { ReactNode } from 'react';
import { concernsOf, type UnitPeople } from '#shared/domain/unit/unit-concerns.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { UnitEventPreview } from '#renderer/data/organisation/unit-event-repository.ts';
import { useUnitRules } from '#renderer/data/organisation/use-unit-events.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { unitConcernText, unitLifeText, unitProblemText, unitWorkText } from '#renderer/messages/unit-life.ts';
import classes from './change.module.css';

type ChangePreviewProps = {
  readonly preview: UnitEventPreview;
  /** Name and kind of an organisation, also of one that is only about to be founded. */
  readonly describe: (id: string) => { readonly name: string; readonly kind: UnitKind };
};

/** What a change would do: what is still lacking, who and what goes along, and what should be seen to afterwards. */
export function ChangePreview({ preview, describe }: ChangePreviewProps): ReactNode {
  const { change } = unitLifeText;
  const today = useToday();
  const rules = useUnitRules();
  const { problems, carried, after } = preview;
  const going = new Map<string, number>();
  for (const { to } of carried.members) going.set(to, (going.get(to) ?? 0) + 1);
  const works = new Map<string, number>();
  for (const { type, to } of carried.works) if (to !== null) works.set(type, (works.get(type) ?? 0) + 1);
  const concerns = [...after].flatMap(([id, people]) => {
    const { name, kind } = describe(id);
    return numbersOf(kind, people).map((words) => change.concern(name, words));
  });
  return (
    <section className={classes.preview} aria-label={change.preview} aria-live="polite">
      <h3 className={classes.previewTitle}>{change.preview}</h3>
      {problems.map((problem) => (
        <p key={unitProblemText(problem)} className={problem.weight === 'stop' ? classes.stop : classes.ask}>
          {unitProblemText(problem)}
        </p>
      ))}
      {[...going].map(([id, count]) => (
        <p key={id}>{change.going(formatCount(count), describe(id).name)}</p>
      ))}
      {going.size === 0 && <p>{change.nobody}</p>}
      <p>
        {works.size === 0
          ? change.noWork
          : `${change.work}: ${[...works].map(([type, count]) => unitWorkText(type, formatCount(count))).join(', ')}.`}
      </p>
      {(going.size > 0 || works.size > 0) && <p className={classes.grey}>{change.stays}</p>}
      {concerns.map((words) => (
        <p key={words} className={classes.ask}>
          {words}
        </p>
      ))}
    </section>
  );

  /** Only what the numbers say: posts and terms are given afterwards. */
  function numbersOf(kind: UnitKind, people: UnitPeople): readonly string[] {
    return concernsOf({ kind, termTo: null }, people, [], today, rules)
      .filter((concern) => concern.kind === 'few-official' || concern.kind === 'few-for-base')
      .map(unitConcernText);
  }
}
