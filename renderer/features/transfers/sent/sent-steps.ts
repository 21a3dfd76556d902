import { dateOfInstant } from '#shared/base/plain-date.ts';
import { madeOnOf } from '#shared/base/ids.ts';
import type { MemberTransferRow } from '#renderer/data/rows.ts';
import { transfersText as text, type StandingWord } from '#renderer/messages/transfers.ts';

/** Something that happened to a transfer, at a moment (ISO) or on a day. */
export type SentStep = {
  readonly key: string;
  readonly title: string;
  readonly at: string | null;
  readonly quote: string;
};

/** What both sides have done of a transfer, the newest first. */
export function sentSteps(transfer: MemberTransferRow, standing: StandingWord): readonly SentStep[] {
  const { steps } = text;
  const { outcome, outcomeAt, outcomeNote, issuedOn, introductionNumber, completedOn, shownOn } = transfer;
  const done: SentStep[] = [{ key: 'prepared', title: steps.prepared, at: madeOnOf(transfer.id), quote: '' }];
  const add = (key: string, title: string, at: string | null, quote = ''): void => {
    done.push({ key, title, at, quote });
  };
  if (issuedOn !== null) add('issued', steps.issued(introductionNumber), issuedOn);
  if (outcome === 'waiting') add('delivered', steps.delivered, outcomeAt);
  if (shownOn !== null) add('shown', steps.shown, shownOn);
  if (outcome === 'accepted' || outcome === 'ended')
    add('accepted', steps.accepted(transfer.acceptedUnitName), outcome === 'accepted' ? outcomeAt : null, outcomeNote);
  if (completedOn !== null) add('confirmed', steps.confirmed, completedOn, transfer.acceptedUnitName);
  if (outcome === 'refused') add('refused', steps.refused, outcomeAt, outcomeNote);
  if (outcome === 'void') add('void', steps.void, outcomeAt, outcomeNote);
  if (standing === 'withdrawn') add('withdrawn', steps.withdrawn, outcomeAt, transfer.withdrawReason);
  const end = transfer.endedOn ?? transfer.leftOn;
  if (end !== null)
    add(
      'ended',
      transfer.kind === 'abroad' ? steps.cameBack : steps.ended,
      end,
      transfer.endedOn === null ? transfer.leftNote : transfer.endNote,
    );
  return done
    .map((step, i) => ({ step, i, day: dayOf(step.at) }))
    .sort((a, b) => (a.day === b.day ? b.i - a.i : a.day < b.day ? 1 : -1))
    .map(({ step }) => step);
}

/** The day something happened; what has no day stands where it was said. */
function dayOf(at: string | null): string {
  if (at === null) return '';
  return at.length > 10 ? dateOfInstant(Date.parse(at)) : at;
}
