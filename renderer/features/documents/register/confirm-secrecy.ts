import { registerText as text } from '#renderer/messages/register.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';

/** Asks before a file is thrown away because its paper turns out to be secret. */
export function confirmSecrecy(): Promise<boolean> {
  return askConfirm({
    title: text.secretTitle,
    body: text.secretBody,
    confirm: text.secretYes,
    cancel: text.secretNo,
    danger: true,
  });
}
