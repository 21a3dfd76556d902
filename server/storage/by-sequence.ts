import { sql } from 'kysely';

/**
 * Said by a statement that goes through a stream's records in order of sequence; true of every record. Only what says it can go by the index
 * `record_by_seq`: what looks for a record by its address has the key and no other choice, whatever the statistics (docs/adr/0013).
 */
export const bySequence = sql<boolean>`seq >= 0`;
