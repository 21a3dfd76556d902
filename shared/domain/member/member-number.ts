import { toUpperVietnamese } from '#shared/base/vietnamese.ts';

/** Whether a member's card number (số thẻ đảng viên) has the form of cards issued since 2003: 8 digits (domain.md 5.1). */
export function isUsualCardNumber(text: string): boolean {
  return /^\d{8}$/.test(text);
}

/** Whether a dossier number (số lý lịch đảng viên) has the usual form: 6 digits and 1 to 3 letters of the committee (domain.md 5.1). */
export function isUsualFileNumber(text: string): boolean {
  return /^\d{6}[A-ZĐ]{1,3}$/.test(text);
}

/** A member's number as it is stored: NFC, no spaces, dots or dashes, letters upper-case. Old numbers that do not fit stay. */
export function cleanMemberNumber(typed: string): string {
  return toUpperVietnamese(typed.replace(/[\s.\u00a0-]/g, ''));
}
