import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import { paperContentSchema, type PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { DraftFields } from '#shared/domain/outgoing/draft-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { linesOf } from '#shared/domain/paper/paper-template.ts';

/** What is given for a version of the text. */
type NewDraft = Pick<DraftFields, 'outgoingId' | 'version' | 'content' | 'note'>;

/** The op that adds a version. Who writes and when are the present ones. */
export function draftOp(office: Office, draft: NewDraft): OpDraft {
  const { outgoingId, version, note } = draft;
  const f = {
    outgoingId,
    version,
    content: travelling(draft.content),
    note,
    authorId: office.actor,
    writtenAt: new Date(office.nowMs()).toISOString(),
  } satisfies Record<keyof DraftFields, FieldValue>;
  return { t: 'set', stream: office.stream, type: 'draft', id: office.ports.newId(), f };
}

/** A text as it travels: parts that are not there have no key at all. */
function travelling({ opening, recorder, ...content }: PaperContent): FieldValue {
  const optional = { opening: opening ?? '', recorder: recorder ?? '' };
  return { ...content, ...Object.fromEntries(Object.entries(optional).filter(([, words]) => words !== '')) };
}

/** Why a text may not be kept: it is no paper (`bad-value`), or it bears a mark of a State secret (`text-secret-mark`, domain.md 2.6). */
export function refuseContent(content: PaperContent): Refusal | undefined {
  if (!paperContentSchema.safeParse(content).success) return { code: 'bad-value', field: 'content' };
  const mark = findSecrecyMark(linesOf('', content).join('\n'));
  return mark === undefined ? undefined : { code: 'text-secret-mark', field: 'content' };
}
