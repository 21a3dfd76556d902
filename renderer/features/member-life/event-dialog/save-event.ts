import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { decideEvent, proposeEvent, recordEvent } from '#renderer/data/members/event-repository.ts';
import type { Office } from '#renderer/data/office.ts';
import { takeInFile } from '#renderer/platform/take-in-file.ts';

type EventOrder = {
  readonly memberId: string;
  readonly draft: EventDraft;
  readonly how: 'decided' | 'proposed';
  readonly proposalId: string | undefined;
  readonly file: File | null;
};

/** Records the event with the file of its decision in one act; a file that is refused is told before anything is written. */
export async function saveEvent(
  office: Office,
  { memberId, draft, how, proposalId, file }: EventOrder,
): Promise<Result<unknown, { readonly code: ErrorCode }>> {
  const taken = file === null ? undefined : await takeInFile(file);
  if (taken !== undefined && !taken.ok) return taken;
  const stored = taken?.value.file;
  if (proposalId !== undefined) return decideEvent(office, proposalId, draft, stored);
  return how === 'decided'
    ? recordEvent(office, memberId, draft, stored)
    : proposeEvent(office, memberId, draft, stored);
}
