import { wipeMessage, type WipeOrder } from '#shared/contract/http.ts';
import { isSigned } from '../keys/is-signed.ts';

/** Whether an order to wipe is for this PC and from the province this PC knows. */
export function isWipeOrdered(order: WipeOrder, dev: number, provinceKey: string | undefined): boolean {
  return provinceKey !== undefined && order.dev === dev && isSigned(provinceKey, wipeMessage(order), order.signature);
}
