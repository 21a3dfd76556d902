import type { SchemaVersion } from './types.ts';

/** The document office: outgoing papers with their numbers, hand-overs, exchange, dossiers, settings. Children are found by their parent's id. */
export const v002DocumentOffice: SchemaVersion = {
  version: 2,
  stores: {
    terms: 'id, stream, *flags',
    ledgerEntries: 'id, stream, registerId, *flags',
    numberBlocks: 'id, stream, registerId, *flags',
    outgoings: 'id, stream, registerId, *flags',
    drafts: 'id, stream, outgoingId, *flags',
    opinions: 'id, stream, outgoingId, *flags',
    handovers: 'id, stream, documentId, *flags',
    delegations: 'id, stream, *flags',
    dispatches: 'id, stream, outgoingId, *flags',
    arrivals: 'id, stream, *flags',
    agencies: 'id, stream, *flags',
    dossiers: 'id, stream, *flags',
    dossierItems: 'id, stream, dossierId, ownerId, *flags',
    settings: 'id, stream, *flags',
  },
};
