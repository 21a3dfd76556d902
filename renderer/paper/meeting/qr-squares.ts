import { encode } from 'uqr';

/** White squares around a code: four, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** The squares of a QR code for digits, with the white border scanners need; level M of error correction at least. */
export function qrSquares(digits: string): readonly (readonly boolean[])[] {
  return encode(digits, { ecc: 'M', boostEcc: true, border: QUIET }).data;
}
