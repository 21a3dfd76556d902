const initials = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const openRhymes =
  'a ai ao au ay am an ang anh ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu i ia im in inh iu iêm iên iêng iêu o oi om on ong oa oai oan oang oanh oay oăn oe ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uy uân uê uôi uôm uôn uông uyên uya ư ưa ưi ưng ưu ươi ươm ươn ương ươu yên yêu'.split(
    ' ',
  );
/** Syllables that end on a stop bear two tones only. */
const stoppedRhymes =
  'ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oc op ot oac oach oat oăt ôc ôp ôt ơp ơt uc up ut uât uôc uôt uych uyêt uyt ưc ưt ươc ươp ươt'.split(
    ' ',
  );
const allTones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const stoppedTones = ['\u0301', '\u0323'];

/** Every syllable the language allows, and some it only could: whoever guesses word by word goes through no more than these. */
export function listSpokenSyllables(): readonly string[] {
  const made: string[] = [];
  for (const initial of ['', ...initials]) {
    for (const rhyme of openRhymes) for (const tone of allTones) made.push(initial + withTone(rhyme, tone));
    for (const rhyme of stoppedRhymes) for (const tone of stoppedTones) made.push(initial + withTone(rhyme, tone));
  }
  return made;
}

/** Puts the tone where today's spelling has it: on the hatted vowel, else by the shape of the rhyme. */
function withTone(rhyme: string, tone: string): string {
  if (tone === '') return rhyme;
  const letters = [...rhyme];
  const vowels = letters.flatMap((letter, place) => (/[aăâeêioôơuưy]/.test(letter) ? [place] : []));
  const hatted = vowels.filter((place) => /[ăâêôơư]/.test(letters[place] ?? '')).at(-1);
  const endsOpen = vowels.at(-1) === letters.length - 1;
  const glides = /^(oa|oe|uy)$/.test(rhyme);
  const plain = vowels.length === 3 || (vowels.length === 2 && (!endsOpen || glides)) ? vowels[1] : vowels[0];
  const place = hatted ?? plain ?? 0;
  letters[place] = `${letters[place] ?? ''}${tone}`.normalize('NFC');
  return letters.join('');
}
