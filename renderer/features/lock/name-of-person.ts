import { lockText as text } from '#renderer/messages/lock.ts';
import type { PersonOnPc } from '#renderer/platform/desktop-keys.ts';

/** The name as it is shown; where names cannot be read any more (the PC lost its own secret) a number stands for it. */
export function nameOfPerson(person: Pick<PersonOnPc, 'name'>, place: number): string {
  return person.name === '' ? text.unnamed(place + 1) : person.name;
}
