/** Where the tone mark of oa, oe and uy stands: on the last vowel (hoà, khoẻ, uỷ) or on the first (hòa, khỏe, ủy). */
export type TonePlace = 'old' | 'new';

/** Open syllables in oa, oe, uy with a tone; after q the u belongs to the onset, so `quý` is the same in both. */
const oldForm = /(?<![qQ])([oO])([àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ])(?!\p{L})|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu;
const newForm = /(?<![qQ])([òóỏõọÒÓỎÕỌ])([aAeE])(?!\p{L})|(?<![qQ])([ùúủũụÙÚỦŨỤ])([yY])(?!\p{L})/gu;
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * Generated text with its tone marks in the asked place (domain.md 10.4). Only for text the program writes itself: words of people, names, and signed
 * papers stay as they are.
 */
export function placeTones(text: string, place: TonePlace): string {
  return place === 'old' ? moveTones(text, newForm) : moveTones(text, oldForm);
}

/** The syllables of a text whose tone mark does not stand in the asked place, each once, in the order they come. */
export function findOtherTones(text: string, place: TonePlace): readonly string[] {
  const form = place === 'old' ? newForm : oldForm;
  const words = text.normalize('NFC').match(/[\p{L}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.search(form) !== -1))];
}

function moveTones(text: string, form: RegExp): string {
  return text.normalize('NFC').replaceAll(form, (pair) => {
    const [first = '', second = ''] = pair;
    const tone = toneMark.exec(pair.normalize('NFD'))?.[0] ?? '';
    const bare = (letter: string): string => letter.normalize('NFD').replace(toneMark, '');
    const wasFirst = toneMark.test(first.normalize('NFD'));
    const moved = wasFirst ? `${bare(first)}${bare(second)}${tone}` : `${bare(first)}${tone}${bare(second)}`;
    return moved.normalize('NFC');
  });
}
