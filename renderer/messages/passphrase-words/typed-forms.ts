import { foldForSearch } from '#shared/base/vietnamese.ts';

/** Marks as the two typing methods have them: the key that makes each (Telex, VNI). */
const telexHats: Readonly<Record<string, string>> = {
  â: 'aa',
  ê: 'ee',
  ô: 'oo',
  ă: 'aw',
  ơ: 'ow',
  ư: 'uw',
  đ: 'dd',
};
const vniHats: Readonly<Record<string, string>> = { â: 'a6', ê: 'e6', ô: 'o6', ă: 'a8', ơ: 'o7', ư: 'u7', đ: 'd9' };
const tones: readonly (readonly [mark: string, telex: string, vni: string])[] = [
  ['\u0301', 's', '1'],
  ['\u0300', 'f', '2'],
  ['\u0309', 'r', '3'],
  ['\u0303', 'x', '4'],
  ['\u0323', 'j', '5'],
];

/**
 * The ways a phrase may be typed: with marks, without, with its keys shown because no typing method was on (Telex `maatj khaaur`, VNI
 * `ma6t5 kha6u3`), each with spaces and without. Lower case, as the judge compares.
 */
export function typedForms(phrase: string): readonly string[] {
  const lower = phrase.normalize('NFC').toLocaleLowerCase('vi');
  const words = lower.split(' ');
  const forms = [
    lower,
    foldForSearch(lower),
    words.map((word) => keysOf(word, telexHats, 1)).join(' '),
    words.map((word) => keysOf(word, vniHats, 2)).join(' '),
  ];
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll(' ', '')]))];
}

function keysOf(word: string, hats: Readonly<Record<string, string>>, column: 1 | 2): string {
  let tone = '';
  let bare = word.normalize('NFD');
  for (const each of tones) {
    if (!bare.includes(each[0])) continue;
    bare = bare.replace(each[0], '');
    tone = each[column];
  }
  return [...bare.normalize('NFC')].map((letter) => hats[letter] ?? letter).join('') + tone;
}
