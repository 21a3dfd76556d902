import type { ReactNode } from 'react';
import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';
import { mayIssue, type IssuingBody } from '#shared/domain/paper/authority-table.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import classes from './new.module.css';

type AuthorityNoteProps = {
  readonly regime: DocumentRegime;
  readonly typeId: string;
  readonly bodyKind: UnitKind | null;
};

/** Who of the body may issue this type, by the table of authority; who signs decides it between a committee and its standing committee. */
export function AuthorityNote({ regime, typeId, bodyKind }: AuthorityNoteProps): ReactNode {
  const today = useToday();
  const bodies = issuingBodies(regime, bodyKind);
  const refused = bodies.filter((body) => !mayIssue(body, typeId, today));
  if (refused.length === 0)
    return <p className={classes.note}>{bodies.length === 0 ? text.authority.unknown : text.authority.yes}</p>;
  return (
    <p className={classes.note} data-tone="amber">
      {text.authority.no(refused.map((body) => text.issuingBodies[body]).join(', '))}
    </p>
  );
}

function issuingBodies(regime: DocumentRegime, kind: UnitKind | null): readonly IssuingBody[] {
  if (regime === 'state') return kind === null || kind === 'outside-body' ? ['people-committee'] : [];
  switch (kind) {
    case 'committee':
      return ['commune-committee', 'commune-standing'];
    case 'base-committee':
      return ['base-committee', 'base-standing'];
    case 'cell':
      return ['cell'];
    default:
      return [];
  }
}
