import { IconCheck, IconMinus } from '@tabler/icons-react';
import { use, type ReactNode } from 'react';
import { actions, mayAct, rolesFor } from '#shared/domain/rights/rights-table.ts';
import { ActingPerson } from '#renderer/data/rights/use-may.ts';
import { actionWords, rightsText } from '#renderer/messages/rights.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';

const text = thisPcText.rights;

/** What the person at the PC may do, and who does the rest: the same table the province goes by. */
export function RightsPart(): ReactNode {
  const person = use(ActingPerson);
  if (person === null) return null;
  const mine = actions.filter((action) => mayAct(person.role, action));
  const others = actions.filter((action) => !mayAct(person.role, action));
  return (
    <>
      <p className={classes.text}>
        <strong>{rightsText.of(person.name.full, person.role)}.</strong> {text.text}
      </p>
      <div className={classes.grid}>
        <SectionCard title={text.can}>
          <ul className={classes.rights}>
            {mine.map((action) => (
              <li key={action} className={classes.right}>
                <IconCheck className={classes.yes} size="1.125rem" aria-hidden />
                {actionWords[action]}
              </li>
            ))}
          </ul>
        </SectionCard>
        <SectionCard title={text.cannot} {...(others.length === 0 ? { text: text.nothingElse } : {})}>
          <ul className={classes.rights}>
            {others.map((action) => (
              <li key={action} className={classes.right}>
                <IconMinus className={classes.no} size="1.125rem" aria-hidden />
                <span>
                  {actionWords[action]}
                  <span className={classes.grey}> ({rightsText.askRoles(rolesFor(action))})</span>
                </span>
              </li>
            ))}
          </ul>
        </SectionCard>
      </div>
    </>
  );
}
