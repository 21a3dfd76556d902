import type { ReactNode } from 'react';
import { membersOf, type UnitPeople } from '#shared/domain/unit/unit-concerns.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import classes from './unit-page.module.css';

/** How many people an organisation has with those below it, by what they are. */
export function PeopleTable({ people }: { readonly people: UnitPeople }): ReactNode {
  const text = unitLifeText.people;
  const { official, probationary, exempt, away, guests, women } = people;
  const cells: readonly (readonly [string, number])[] = [
    [text.all, membersOf(people)],
    [text.official, official],
    [text.probationary, probationary],
    [text.exempt, exempt],
    [text.away, away],
    [text.women, women],
    [text.guests, guests],
  ];
  return (
    <section className={classes.section} aria-label={text.title}>
      <h3 className={classes.sectionTitle}>{text.title}</h3>
      <dl className={classes.people}>
        {cells
          .filter(([label, count]) => count > 0 || label === text.all)
          .map(([label, count]) => (
            <div key={label} className={classes.figure}>
              <dt className={classes.grey}>{label}</dt>
              <dd className={classes.count}>{formatCount(count)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
