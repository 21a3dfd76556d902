import { numberWaitingDocuments } from '#renderer/data/documents/register-document.ts';
import { renewRefusedNumbers } from '#renderer/data/documents/renew-refused-numbers.ts';
import type { Office } from '#renderer/data/office.ts';
import { numberWaitingOutgoings } from '#renderer/data/outgoing/number-waiting-outgoings.ts';
import { grantBlocks } from '#renderer/data/registers/block-repository.ts';

/**
 * Step after a complete pull: papers whose number was refused are filed anew without it; the PC that holds a book numbers all papers that wait for one,
 * then cedes the blocks other PCs have asked for. Returns whether there is something new to send.
 */
export async function numberWaiting(office: Office): Promise<boolean> {
  const renewed = await renewRefusedNumbers(office);
  const numbered = (await numberWaitingDocuments(office)) + (await numberWaitingOutgoings(office));
  const granted = await grantBlocks(office);
  return renewed + numbered + granted > 0;
}
