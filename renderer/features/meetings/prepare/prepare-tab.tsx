import type { ReactNode } from 'react';
import { useDraft } from '#renderer/data/drafts.ts';
import type { PartProps } from '../part-props.ts';
import { MeetingPapers } from './meeting-papers.tsx';
import { prepareKey, type PrepareDraft } from './prepare-draft.ts';
import { PrepareForm } from './prepare-form.tsx';
import classes from './prepare.module.css';

/** When, where, who leads, what is dealt with, the words of the invitation, and the papers. */
export function PrepareTab({ details, mayWrite }: PartProps): ReactNode {
  const kept = useDraft<PrepareDraft>(prepareKey(details.meeting.id));
  if (kept === undefined) return null;
  return (
    <div className={classes.root}>
      <MeetingPapers details={details} mayWrite={mayWrite} />
      <PrepareForm details={details} mayWrite={mayWrite} kept={kept} />
    </div>
  );
}
