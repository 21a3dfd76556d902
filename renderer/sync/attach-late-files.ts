import type { SentFile } from '#shared/domain/exchange/letter.ts';
import { attachLateFiles } from '#renderer/data/exchange/arrival-repository.ts';
import { listLateFiles, mayAttachLate, noteLateRefused } from '#renderer/data/exchange/late-files.ts';
import type { Office } from '#renderer/data/office.ts';
import type { checkSentFiles } from '#renderer/platform/check-sent-files.ts';

/** Attaches late files whenever some may have come: at the start, and when a file or word of a paper came. One look at a time. */
export class LateAttaching {
  readonly #office: Office;
  readonly #look: typeof checkSentFiles;
  #mayHaveCome = true;
  #attaching: Promise<void> = Promise.resolve();

  constructor(office: Office, look: typeof checkSentFiles) {
    this.#office = office;
    this.#look = look;
  }

  /** Some may have come. */
  note(): void {
    this.#mayHaveCome = true;
  }

  /** What is attached is a change like any other: it is sent with the next exchange, soon. */
  attach(): Promise<void> {
    if (this.#mayHaveCome) {
      this.#mayHaveCome = false;
      this.#attaching = this.#attaching.then(() => this.#attachNow());
    }
    return this.#attaching;
  }

  async #attachNow(): Promise<void> {
    try {
      await attachLateArrivals(this.#office, this.#look);
    } catch (error) {
      // The store failed under the engine; what is late stays so, and is looked at again at the next occasion.
      console.error('late files were not attached', error);
    }
  }
}

/**
 * Puts files that came after their paper was entered under its register line, after the same look as at entering. Every PC that has them may do so: they make
 * the same attachments. What the intake refuses waits for a person, and so do the others of a paper of which one bears a secrecy mark. Gives how many files
 * were attached.
 */
async function attachLateArrivals(office: Office, look: typeof checkSentFiles): Promise<number> {
  if (!(await mayAttachLate(office))) return 0;
  let attached = 0;
  for (const { arrival, files } of await listLateFiles(office)) {
    const looked = await look(files);
    if (!looked.ok) {
      if (looked.error.code === 'file-secret-mark') await noteLateRefused(office, hashesOf(files));
      continue;
    }
    const { sound, leftOut } = looked.value;
    if (leftOut.length > 0)
      await noteLateRefused(
        office,
        leftOut.map(({ hash }) => hash),
      );
    if (sound.length === 0) continue;
    const saved = await attachLateFiles(office, arrival.id, sound);
    if (saved.ok) attached += sound.length;
  }
  return attached;
}

function hashesOf(files: readonly SentFile[]): readonly string[] {
  return files.map(({ hash }) => hash);
}
