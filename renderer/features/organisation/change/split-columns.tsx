import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { comparePersonNames } from '#shared/base/person-name.ts';
import { yearOf } from '#shared/base/partial-date.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { memberStateText } from '#renderer/messages/record-fields.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import classes from './change.module.css';

type SplitColumnsProps = {
  readonly members: readonly MemberRow[];
  readonly parted: ReadonlySet<string>;
  /** Names of the two sides. */
  readonly names: readonly [string, string];
  readonly onChange: (parted: ReadonlySet<string>) => void;
};

/** Members of an organisation in two columns: who stays with the first part, and who leaves with the second. Arrows move, left and right put across. */
export function SplitColumns({ members, parted, names, onChange }: SplitColumnsProps): ReactNode {
  const { columns } = unitLifeText.change;
  const sorted = [...members].sort((a, b) => comparePersonNames(a.name, b.name));
  const put = (id: string, isParted: boolean): void => {
    const next = new Set(parted);
    if (isParted) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <div className={classes.columns}>
      <p className={classes.hint}>{columns.hint}</p>
      <Column
        name={names[0]}
        members={sorted.filter(({ id }) => !parted.has(id))}
        acrossKey="ArrowRight"
        onAcross={(id) => put(id, true)}
      />
      <Column
        name={names[1]}
        members={sorted.filter(({ id }) => parted.has(id))}
        acrossKey="ArrowLeft"
        onAcross={(id) => put(id, false)}
      />
    </div>
  );
}

type ColumnProps = {
  readonly name: string;
  readonly members: readonly MemberRow[];
  readonly acrossKey: 'ArrowLeft' | 'ArrowRight';
  readonly onAcross: (id: string) => void;
};

function Column({ name, members, acrossKey, onAcross }: ColumnProps): ReactNode {
  const { columns } = unitLifeText.change;
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const chosen = Math.min(at, members.length - 1);
  const label = columns.count(name, formatCount(members.length));
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(members.length - 1, to));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const person = members[chosen];
    if (event.key === 'ArrowDown') go(chosen + 1);
    else if (event.key === 'ArrowUp') go(chosen - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(members.length - 1);
    else if ((event.key === acrossKey || event.key === ' ') && person !== undefined) onAcross(person.id);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.column}>
      <span className={classes.columnTitle}>{label}</span>
      <ul
        ref={list}
        className={classes.people}
        role="listbox"
        aria-label={label}
        aria-activedescendant={members[chosen] === undefined ? undefined : `split-${members[chosen].id}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {members.map(({ id, name: person, bornOn, state }, index) => (
          <li
            key={id}
            id={`split-${id}`}
            role="option"
            aria-selected={index === chosen}
            className={classes.person}
            onClick={() => setAt(index)}
            onDoubleClick={() => onAcross(id)}
          >
            <span>
              {person.full} <span className={classes.grey}>{bornOn === null ? '' : yearOf(bornOn)}</span>
            </span>
            {state !== 'official' && <span className={classes.grey}>{memberStateText[state]}</span>}
          </li>
        ))}
      </ul>
      {members.length === 0 && <span className={classes.grey}>{columns.empty}</span>}
    </div>
  );
}
