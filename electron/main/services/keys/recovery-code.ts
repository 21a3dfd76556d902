import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford: no I, L, O, U
const SECRET_LETTERS = 26; // 130 bits
const CHECK_LETTERS = 2;
const GROUP = 4;
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** A new recovery code as printed: seven groups of four. */
export function createRecoveryCode(): string {
  const secret = Array.from(randomBytes(SECRET_LETTERS), (byte) => letter(byte)).join('');
  return (secret + checkLetters(secret)).replaceAll(new RegExp(`.{${String(GROUP)}}(?=.)`, 'g'), '$&-');
}

/** The secret of a code as a person typed it; undefined when its checksum says that it was mistyped. */
export function readRecoveryCode(typed: string): Uint8Array | undefined {
  const letters = Array.from(typed.normalize('NFKC').toUpperCase(), (char) => LOOK_ALIKES[char] ?? char).filter(
    (char) => /[\p{L}\p{N}]/u.test(char),
  );
  if (letters.length !== SECRET_LETTERS + CHECK_LETTERS || letters.some((char) => !ALPHABET.includes(char)))
    return undefined;
  const secret = letters.slice(0, SECRET_LETTERS).join('');
  return letters.slice(SECRET_LETTERS).join('') === checkLetters(secret) ? Buffer.from(secret) : undefined;
}

function checkLetters(secret: string): string {
  const digest = createHash('sha256').update(`hosoxa recovery 1 ${secret}`).digest();
  return Array.from(digest.subarray(0, CHECK_LETTERS), (byte) => letter(byte)).join('');
}

function letter(byte: number): string {
  return ALPHABET.charAt(byte % ALPHABET.length); // 256 is a multiple of 32: every letter is as likely
}
