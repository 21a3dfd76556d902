/**
 * A missing piece of the machine, told as one sentence and the command that mends it.
 * Plain JavaScript on Node built-ins: this folder runs before anything is installed.
 */
export class SetUpFailure extends Error {
  /**
   * @param {string} sentence what is missing, for a developer
   * @param {string} command the command line that mends it
   */
  constructor(sentence, command) {
    super(sentence);
    this.name = 'SetUpFailure';
    this.command = command;
  }
}
