import { formatDate, isPartialDate } from '#shared/base/partial-date.ts';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import type { Identity } from '#shared/domain/import/match-member.ts';

/** Who a row of the other side is, as a note remembers it: its numbers, else name and birth date. */
export function identityKey({ name, bornOn, citizenId, cardNumber, fileNumber }: Identity): string {
  return [cardNumber, citizenId, fileNumber, foldForSearch(name), bornOn ?? ''].join('|').slice(0, 400);
}

/** What such a key says of somebody, in the order people look at it: birth date, card number, CCCD, file number; what is not known is left out. */
export function factsOfKey(key: string): readonly string[] {
  const [cardNumber = '', citizenId = '', fileNumber = '', , bornOn = ''] = key.split('|');
  const born = isPartialDate(bornOn) ? formatDate(bornOn) : bornOn;
  return [born, cardNumber, citizenId, fileNumber].filter((fact) => fact !== '');
}
