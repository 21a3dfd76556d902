import { foldForSearch, normalizeLine } from '#shared/base/vietnamese.ts';
import { placeTones } from '#shared/base/vietnamese-tone-place.ts';
import { formerLevelWords, formerProvinces, placeKinds } from './former-province-table.ts';

type Part = { readonly name: string; readonly folded: string; readonly isFormerLevel: boolean };

/**
 * Whether two places are one: apart from capitals, spaces, where tone marks sit, the words xã, phường, tỉnh, a district that one side leaves out, and a
 * province under its name before or since 1 July 2025. Villages and communes must agree to the letter: what was merged there only a person knows.
 */
export function isSamePlace(one: string, other: string): boolean {
  const [left, right] = [partsOf(one), partsOf(other)];
  return isSame(left, right) || isSame(withoutFormerLevel(left), withoutFormerLevel(right));
}

function isSame(left: readonly Part[], right: readonly Part[]): boolean {
  if (left.length !== right.length || left.length === 0) return false;
  const last = left.length - 1;
  return left.every((part, at) => {
    const other = right[at];
    if (other === undefined) return false;
    if (part.name === other.name) return true;
    // A province that was merged says the same only where what lies in it is the same.
    return at === last && last > 0 && nowOf(part) === nowOf(other);
  });
}

function nowOf({ folded }: Part): string {
  return formerProvinces[folded] ?? folded;
}

function withoutFormerLevel(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ isFormerLevel }) => !isFormerLevel);
}

function partsOf(place: string): readonly Part[] {
  const text = placeTones(normalizeLine(place).toLocaleLowerCase('vi'), 'old');
  return text
    .split(/[,;]|\s[-–]\s/u)
    .map((part) =>
      part
        .replace(/\(cũ\)/gu, ' ')
        .replace(/[.\s]+/gu, ' ')
        .trim(),
    )
    .filter((part) => part !== '')
    .map((part) => {
      const folded = foldForSearch(part);
      const begins = (words: string): boolean => folded.startsWith(`${words} `);
      const kind = placeKinds.find(begins);
      const count = kind === undefined ? 0 : kind.split(' ').length;
      const name = part.split(' ').slice(count).join(' ');
      return { name, folded: foldForSearch(name), isFormerLevel: formerLevelWords.some(begins) };
    });
}
