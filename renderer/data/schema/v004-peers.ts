import type { SchemaVersion } from './types.ts';

/** What colleagues' PCs have given ahead of the province: their ops one by one, and the signed batches those came in. */
export const v004Peers: SchemaVersion = {
  version: 4,
  stores: {
    peerOps: '[dev+n], [type+id]',
    peerBatches: '[dev+n]',
  },
};
