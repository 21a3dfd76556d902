import type { Office } from '#renderer/data/office.ts';
import { attachToTransfer } from '#renderer/data/transfers/transfer-repository.ts';
import { storeFile } from '#renderer/platform/store-file.ts';
import { makeIntroduction } from './make-introduction.ts';

/**
 * Keeps the introduction paper under its transfer as it was given out. The number stands whatever becomes of this: false when the file could not be kept,
 * it can be printed again at any time.
 */
export async function keepIntroduction(office: Office, transferId: string): Promise<boolean> {
  try {
    const { bytes, fileName } = await makeIntroduction(office, { kind: 'transfer', id: transferId });
    const file = new File([bytes as Uint8Array<ArrayBuffer>], `${fileName}.pdf`, { type: 'application/pdf' });
    const stored = await storeFile(file, 1);
    return stored.ok && (await attachToTransfer(office, transferId, stored.value)).ok;
  } catch (error) {
    console.error('the introduction paper was not kept', error);
    return false;
  }
}
