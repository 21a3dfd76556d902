/** A stretch of words that both texts have, or only one of them. */
export type WordChange = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Above this many pairs of words the middle is shown as replaced whole: it would take long, and so much change reads no better word by word. */
const PAIRS_MAX = 6_000_000;

/** What was added and what was removed between two texts, word by word; line breaks count as words. */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail += 1;
  const changes: WordChange[] = [
    ...old.slice(0, head).map((text): WordChange => ({ kind: 'same', text })),
    ...compareMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map((text): WordChange => ({ kind: 'same', text })),
  ];
  return joined(changes);
}

/** Words with the space before the next kept apart, so that a changed space is no changed word. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];
}

function compareMiddle(old: readonly string[], now: readonly string[]): readonly WordChange[] {
  const whole = (words: readonly string[], kind: WordChange['kind']): WordChange[] =>
    words.map((text) => ({ kind, text }));
  if (old.length * now.length > PAIRS_MAX) return [...whole(old, 'removed'), ...whole(now, 'added')];
  const width = now.length + 1;
  // Length of the longest common part of what follows, for each pair of places.
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === now[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      changes.push({ kind: 'same', text: old[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      changes.push({ kind: 'removed', text: old[i] ?? '' });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: now[j] ?? '' });
      j += 1;
    }
  }
  return [...changes, ...whole(old.slice(i), 'removed'), ...whole(now.slice(j), 'added')];
}

/** Neighbouring words of one kind as one stretch; of a changed stretch the removed words stand first. */
function joined(changes: readonly WordChange[]): readonly WordChange[] {
  const result: WordChange[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of changes) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (/^[^\S\n]+$/.test(text) && (removed !== '' || added !== '')) {
      // A space between two changed words belongs to both.
      if (removed !== '') removed += text;
      if (added !== '') added += text;
    } else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind: 'same', text: last.text + text };
      else result.push({ kind: 'same', text });
    }
  }
  flush();
  return result;
}
