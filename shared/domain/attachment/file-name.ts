import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { AttachmentMime } from './attachment-record.ts';
import { endingOf, endingsOf } from './file-kind.ts';

/** Longest name kept, in characters. */
const NAME_MAX = 200;
/** Names Windows keeps for devices, whatever follows the dot. */
const deviceName = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;
/** Marks that turn the reading direction or are not seen: `vănbản‮fdp.exe` looks like a PDF. */
const unseen = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A file's name as it is shown and offered when a copy is saved: without path, unseen marks, characters no disk takes and device names, at most
 * 200 characters, with an ending of its true kind. It is never used as a path inside the program.
 */
export function cleanFileName(name: string, mime: AttachmentMime = 'application/pdf'): string {
  const [ending] = endingsOf[mime];
  const last = normalizeLine(name.replace(unseen, '')).split(/[\\/]/u).at(-1) ?? '';
  const plain = last
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/[. ]+$/u, '')
    .replace(/^[. ]+/u, '')
    .trim();
  const named = plain === '' ? 'document' : deviceName.test(plain) ? `_${plain}` : plain;
  const whole = endingsOf[mime].includes(endingOf(named)) ? named : `${named}.${ending}`;
  if (whole.length <= NAME_MAX) return whole;
  const kept = whole.slice(whole.lastIndexOf('.'));
  return whole.slice(0, NAME_MAX - kept.length) + kept;
}
