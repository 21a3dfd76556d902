import { derivedDigits } from '#shared/base/derived-id.ts';
import { attendanceId } from './attendance-record.ts';
import type { RollEntry } from './meeting-roll.ts';

/** Digits of a card number (CT 29-CT/TW; domain.md 5.1). */
const CARD_DIGITS = 8;
/** Digits of a code that stands for one member at one meeting, its check digit included. */
const CODE_DIGITS = 14;

/**
 * The code printed for a member on the papers of a meeting: digits only, since a scanner types them into whatever way of typing Vietnamese is on. It is for
 * that meeting alone, and for members without a card too.
 */
export function scanCodeOf(meetingId: string, memberId: string): string {
  const digits = derivedDigits(attendanceId(meetingId, memberId), CODE_DIGITS - 1);
  return `${digits}${checkDigit(digits)}`;
}

/** What was typed or scanned: somebody of the list, or why it is nobody. */
export type ScanReading =
  | { readonly kind: 'found'; readonly memberId: string; readonly noted: 'number' | 'scan' }
  /** A code that was read or typed wrongly. */
  | { readonly kind: 'unreadable' }
  /** A right number, but of nobody in the list: another cell's member, or an invitation to another meeting. */
  | { readonly kind: 'unknown'; readonly form: 'card' | 'code' }
  /** Several members of the list have this card number: it must be mended in their records. */
  | { readonly kind: 'ambiguous' };

/** Reads a card number of 8 digits or a code of a paper of this meeting; spaces, dots and hyphens in it do not matter. */
export function readScan(typed: string, meetingId: string, roll: readonly RollEntry[]): ScanReading {
  const digits = typed.replace(/[\s.\-–]/gu, '');
  if (!/^\d+$/.test(digits)) return { kind: 'unreadable' };
  if (digits.length === CARD_DIGITS) {
    const [first, second] = roll.filter(({ cardNumber }) => cardNumber.replace(/\D/g, '') === digits);
    if (second !== undefined) return { kind: 'ambiguous' };
    return first === undefined
      ? { kind: 'unknown', form: 'card' }
      : { kind: 'found', memberId: first.memberId, noted: 'number' };
  }
  if (digits.length !== CODE_DIGITS || checkDigit(digits.slice(0, -1)) !== digits.at(-1)) return { kind: 'unreadable' };
  const found = roll.find(({ memberId }) => scanCodeOf(meetingId, memberId) === digits);
  return found === undefined
    ? { kind: 'unknown', form: 'code' }
    : { kind: 'found', memberId: found.memberId, noted: 'scan' };
}

/** Check digit by Luhn's rule (ISO/IEC 7812-1): tells one wrong digit, and most swapped ones. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (const [i, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}
