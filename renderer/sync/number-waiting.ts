import { numberWaitingDocuments } from '#renderer/data/documents/register-document.ts';
import { renewRefusedNumbers } from '#renderer/data/documents/renew-refused-numbers.ts';
import type { Office } from '#renderer/data/office.ts';

/**
 * Step after a complete pull: papers whose number was refused are filed anew without it, and the PC that holds the book numbers
 * all papers that wait for one. Returns whether there is something new to send.
 */
export async function numberWaiting(office: Office): Promise<boolean> {
  const renewed = await renewRefusedNumbers(office);
  const numbered = await numberWaitingDocuments(office);
  return renewed + numbered > 0;
}
