import { formatDate } from '#shared/base/partial-date.ts';
import { placeTones } from '#shared/base/vietnamese-tone-place.ts';
import type { MeetingParts } from './compose-minutes.ts';
import { meetingWords as words } from './meeting-words-table.ts';

/**
 * A draft of the resolution: what the conclusion says and the tasks that were given, with `[[…]]` where a person has to write. As text like the minutes.
 */
export function composeResolution({ meeting, cellName, tasks, tone }: MeetingParts): string {
  const own = (text: string): string => placeTones(text, tone);
  const { resolution: said } = words;
  const conclusion = meeting.conclusion
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const work = tasks.map(({ text, assignee, dueOn }) => {
    const ends = [...(assignee === '' ? [] : [assignee]), ...(dueOn === null ? [] : [words.due(formatDate(dueOn))])];
    return `- ${text.trim().replace(/\.$/, '')}${ends.length === 0 ? '' : ` (${ends.join(', ')})`}.`;
  });
  return [
    `${own(said.opening)} ${cellName} ${own(said.decides)}`,
    `1. ${own(said.result)}`,
    ...(conclusion.length === 0 ? [own(said.resultBlank)] : conclusion),
    `2. ${own(said.work)}`,
    ...(work.length === 0 ? [own(said.workBlank)] : work),
    `3. ${own(said.doing)}`,
    own(said.doingText),
  ].join('\n');
}
