/** A missing piece of the machine, told as one sentence and the command that mends it. */
export class SetUpFailure extends Error {
  readonly command: string;
  constructor(sentence: string, command: string);
}
