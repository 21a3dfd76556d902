import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import { commonNames } from '#renderer/messages/passphrase-words/common-names.ts';
import { commonPhrases, commonSyllables } from '#renderer/messages/passphrase-words/common-words.ts';
import { listSpokenSyllables } from '#renderer/messages/passphrase-words/spoken-syllables.ts';
import { typedForms } from '#renderer/messages/passphrase-words/typed-forms.ts';

/** What makes a passphrase easy: said as advice. */
export type Weakness =
  | 'too-short'
  | 'known'
  | 'names'
  | 'place'
  | 'year'
  | 'keyboard'
  | 'repeated'
  | 'sequence'
  | 'few-words';

/** How easily a passphrase is guessed. `guesses`: power of ten of the tries it takes; `isEnough`: good enough to be set. */
export type Judgement = { readonly guesses: number; readonly isEnough: boolean; readonly weakness: Weakness | null };

/** Below ten thousand million tries at a tenth of a second each (Argon2id) a stolen disk would not hold for years. */
const ENOUGH_GUESSES = 10;
const LEAST_LETTERS = 8;
/** Share of easy material above which a passphrase is refused whatever its length, and from which it is named. */
const MOST_EXPECTED = 0.6;
const LEAST_NAMED = 0.3;

const everyForm = (phrases: readonly string[]): string[] => [...new Set(phrases.flatMap(typedForms))];

const judge = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: {
    ...dictionary,
    'vi-phrases': everyForm(commonPhrases),
    'vi-names': everyForm(commonNames),
    'vi-words': everyForm(commonSyllables),
    'vi-syllables': [...listSpokenSyllables()],
  },
});

/** Judges a passphrase. `known`: names of this office's people and places, which are the first to be tried. */
export function judgePassphrase(passphrase: string, known: readonly string[]): Judgement {
  const typed = passphrase.normalize('NFC').trim();
  const places = known.flatMap((text) => [text, ...text.split(/\s+/)]).filter((text) => text.length > 1);
  const result = judge.check(typed.toLocaleLowerCase('vi'), everyForm(places));
  const folded = judge.check(foldForSearch(typed), everyForm(places));
  // Marks are quickly tried on top: a phrase is not stronger than its letters by more than a few bits a word.
  const words = typed.split(/\s+/).length;
  const guesses = Math.min(result.guessesLog10, folded.guessesLog10 + words * 0.8);
  const kinds = [...sharesOf(typed, result.sequence), ...sharesOf(typed, folded.sequence)];
  // Names, years and keyboard walks are tried before any counting of letters begins.
  const isFree = Math.max(ownShare(kinds.slice(0, KINDS)), ownShare(kinds.slice(KINDS))) < MOST_EXPECTED;
  const isEnough = guesses >= ENOUGH_GUESSES && isFree && typed.length >= LEAST_LETTERS;
  return { guesses, isEnough, weakness: isEnough ? null : weaknessOf(typed, kinds) };
}

type Part = {
  readonly pattern: string;
  readonly token: string;
  readonly dictionaryName?: unknown;
};
type Share = { readonly kind: Weakness; readonly share: number };

/** Which part of the passphrase, from 0 to 1, each kind of easy material makes up. */
function sharesOf(typed: string, parts: readonly Part[]): readonly Share[] {
  const letters = (text: string): number => text.replaceAll(/\s/g, '').length;
  const share = (passes: (part: Part) => boolean): number =>
    parts.filter(passes).reduce((sum, { token }) => sum + letters(token), 0) / Math.max(1, letters(typed));
  const from = (name: string) => (part: Part) => part.pattern === 'dictionary' && part.dictionaryName === name;
  const shaped = (shape: string) => (part: Part) => part.pattern === shape;
  return [
    { kind: 'known', share: share((part) => from('vi-phrases')(part) || from('passwords-common')(part)) },
    { kind: 'names', share: share(from('vi-names')) },
    { kind: 'place', share: share(from('userInputs')) },
    { kind: 'year', share: share((part) => shaped('date')(part) || shaped('regex')(part)) },
    { kind: 'keyboard', share: share(shaped('spatial')) },
    { kind: 'repeated', share: share(shaped('repeat')) },
    { kind: 'sequence', share: share(shaped('sequence')) },
  ];
}

const KINDS = 7;

function ownShare(kinds: readonly Share[]): number {
  return kinds.reduce((sum, { share }) => sum + share, 0);
}

function weaknessOf(typed: string, kinds: readonly Share[]): Weakness {
  if (typed.length < LEAST_LETTERS) return 'too-short';
  const [worst] = [...kinds].sort((a, b) => b.share - a.share);
  return worst !== undefined && worst.share >= LEAST_NAMED ? worst.kind : 'few-words';
}
