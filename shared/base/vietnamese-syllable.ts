const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

const syllable =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[uo]?(?:iê|yê|uô|ươ|ia|ya|ua|ưa|uâ|oo|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnptiyou])?$/;

const stopped = /(?:ch|[cpt])$/;

/**
 * Whether a word could be one written Vietnamese syllable: a known onset, vowel and ending, at most one tone, and
 * sắc or nặng before a final c, ch, p, t. A rough test: it lets some impossible syllables pass, no real one fails.
 */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.normalize('NFC').toLowerCase().normalize('NFD');
  const tones = parts.match(toneMarks) ?? [];
  if (tones.length > 1) return false;
  const bare = parts.replace(toneMarks, '').normalize('NFC');
  if (!syllable.test(bare)) return false;
  return !stopped.test(bare) || tones[0] === '\u0301' || tones[0] === '\u0323';
}
