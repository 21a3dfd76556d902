import { REMOVED } from '#shared/sync/op.ts';
import type { ConflictField, ConflictValue } from '#renderer/data/review/use-review.ts';
import { syncText } from '#renderer/messages/sync.ts';

/** The values a person chooses from: the one in use for now first among equals, one's own before others'. */
export function choicesOf(field: ConflictField): readonly ConflictValue[] {
  return [field.now, ...field.others].sort((a, b) => Number(b.mine) - Number(a.mine));
}

/** Parts of the sentence that tells who did what; `strong` parts are set off. */
export type StoryPart = { readonly text: string; readonly strong?: true };

/** What happened to a field, in one sentence: who else changed it, on which PC. */
export function storyOf(field: ConflictField, label: string): readonly StoryPart[] {
  const { conflict } = syncText;
  const choices = choicesOf(field);
  const other = choices.find(({ mine }) => !mine) ?? field.now;
  const who = personOf(other);
  const device = deviceOf(other);
  if (field.field === REMOVED) {
    const remover = choices.find(({ value }) => value === true) ?? other;
    return [{ text: personOf(remover), strong: true }, { text: conflict.removedStory(deviceOf(remover)) }];
  }
  if (!choices.some(({ mine }) => mine))
    return [{ text: conflict.storyOthers }, { text: label, strong: true }, { text: conflict.storyEnd }];
  return [
    { text: conflict.storyStart },
    { text: who, strong: true },
    { text: conflict.storyDevice(device) },
    { text: label, strong: true },
    { text: conflict.storyEnd },
  ];
}

/** Who wrote a value. */
export function personOf(value: ConflictValue): string {
  return value.staffName ?? syncText.conflict.someone;
}

/** On which PC a value was written. */
export function deviceOf(value: ConflictValue): string {
  return value.deviceName ?? syncText.conflict.unknownDevice(value.dev);
}
