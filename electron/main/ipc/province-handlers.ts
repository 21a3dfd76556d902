import type { ProvinceClient } from '../services/province/province-client.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `sync:`: what goes over the line for the page. */
export function createProvinceHandlers(
  province: ProvinceClient,
): Pick<IpcHandlers, 'sync:exchange' | 'sync:await-news' | 'sync:history' | 'sync:receipts'> {
  return {
    'sync:exchange': (request) => province.exchange(request),
    'sync:await-news': ({ known, seconds }) => province.awaitNews(known, seconds),
    'sync:history': ({ type, id }) => province.history(type, id),
    'sync:receipts': (request) => province.receipts(request),
  };
}
