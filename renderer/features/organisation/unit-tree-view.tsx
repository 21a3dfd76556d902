import { formatCount } from '#renderer/messages/format-count.ts';
import { Switch } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconChevronDown,
  IconChevronRight,
  IconHierarchy,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import type { UnitCount } from '#renderer/data/search/search-port.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { stepInTree } from './tree-keys.ts';
import { buildUnitTree, isClosed, visibleNodes, type UnitNode } from './unit-tree.ts';
import classes from './unit-tree-view.module.css';

type UnitTreeProps = {
  readonly units: readonly UnitRow[] | undefined;
  readonly counts: ReadonlyMap<string, UnitCount> | undefined;
  /** A day other than today of which the tree is shown: what was there then had not ended. */
  readonly day: PlainDate | null;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
};

const pictures: Readonly<Record<UnitKind, typeof IconHierarchy>> = {
  committee: IconHierarchy,
  'base-committee': IconHierarchy,
  'section-committee': IconHierarchy,
  cell: IconUsersGroup,
  office: IconBuildingCommunity,
  'outside-body': IconBuildingCommunity,
};

/** The tree of organisations with how many members each holds; arrows move, open and close. */
export function UnitTree({ units, counts, day, selectedId, onSelect }: UnitTreeProps): ReactNode {
  const now = useToday();
  const today = day ?? now;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [showClosed, setShowClosed] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const anyClosed = (units ?? []).some((unit) => isClosed(unit, today));
  const tree = useMemo(
    () => buildUnitTree((units ?? []).filter((unit) => showClosed || !isClosed(unit, today))),
    [units, showClosed, today],
  );
  const nodes = visibleNodes(tree, (id) => !folded.has(id));
  const focusable = nodes.some(({ unit }) => unit.id === selectedId) ? selectedId : nodes[0]?.unit.id;

  const fold = (id: string, closed: boolean): void => {
    const next = new Set(folded);
    if (closed) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepInTree(event.key, nodes, focusable, (id) => !folded.has(id));
    if (step === undefined) return;
    event.preventDefault();
    if (step.kind === 'fold') fold(step.id, step.closed);
    else {
      onSelect(step.id);
      root.current?.querySelector<HTMLElement>(`[data-unit="${step.id}"]`)?.focus();
    }
  };
  return (
    <>
      {anyClosed && (
        <Switch
          size="sm"
          label={organisationText.showClosed}
          checked={showClosed}
          onChange={(event) => setShowClosed(event.currentTarget.checked)}
        />
      )}
      <div ref={root} role="tree" aria-label={organisationText.tree} className={classes.tree} onKeyDown={onKeyDown}>
        {nodes.map((node) => (
          <UnitLine
            key={node.unit.id}
            node={node}
            count={counts?.get(node.unit.id)}
            open={!folded.has(node.unit.id)}
            closed={isClosed(node.unit, today)}
            selected={node.unit.id === selectedId}
            focusable={node.unit.id === focusable}
            onSelect={onSelect}
            onFold={fold}
          />
        ))}
      </div>
    </>
  );
}

type UnitLineProps = {
  readonly node: UnitNode<UnitRow>;
  readonly count: UnitCount | undefined;
  readonly open: boolean;
  readonly closed: boolean;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly onSelect: (id: string) => void;
  readonly onFold: (id: string, closed: boolean) => void;
};

function UnitLine({ node, count, open, closed, selected, focusable, onSelect, onFold }: UnitLineProps): ReactNode {
  const { unit, depth, children } = node;
  const Picture = pictures[unit.kind];
  const Arrow = open ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="treeitem"
      data-unit={unit.id}
      aria-level={depth + 1}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      className={classes.line}
      style={{ paddingInlineStart: `${String(0.375 + depth * 1.125)}rem` }}
      onClick={() => onSelect(unit.id)}
      {...(children.length > 0 ? { 'aria-expanded': open } : {})}
    >
      <span
        className={classes.arrow}
        aria-hidden
        onClick={(event) => {
          if (children.length === 0) return;
          event.stopPropagation();
          onFold(unit.id, open);
        }}
      >
        {children.length > 0 && <Arrow size="1rem" stroke={1.8} />}
      </span>
      <Picture size="1.125rem" stroke={1.5} className={classes.picture ?? ''} aria-hidden />
      <span className={classes.name}>{unit.name}</span>
      {closed && <StatusChip tone="neutral">{organisationText.closed}</StatusChip>}
      {count !== undefined && count.below > 0 && (
        <span className={classes.count} title={organisationText.counted(count.people)}>
          {formatCount(count.below)}
        </span>
      )}
    </div>
  );
}
