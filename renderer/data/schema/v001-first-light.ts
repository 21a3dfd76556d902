import type { SchemaVersion } from './types.ts';

/** First store. Only opaque ids, streams, sequences, kinds and coarse flags are keys: never names, numbers, abstracts or dates. */
export const v001FirstLight: SchemaVersion = {
  version: 1,
  stores: {
    documents: 'id, stream, *flags',
    directives: 'id, stream, documentId, *flags',
    attachments: 'id, stream, documentId, *flags',
    members: 'id, stream, *flags',
    units: 'id, stream, *flags',
    staff: 'id, stream, *flags',
    registers: 'id, stream, *flags',
    devices: 'id, stream, *flags',
    shadows: '[type+id], [stream+seq], open',
    outbox: 'n, [type+id], [kind+n]',
    cookies: 'stream',
    history: '[type+id+h+dev+field]',
    localMeta: 'key',
    localNumbers: 'key',
    localDrafts: 'key',
    localTransfers: 'hash, state',
  },
};
