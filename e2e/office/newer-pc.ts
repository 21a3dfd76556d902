import { listAttention } from '#renderer/data/review/list-attention.ts';
import { retryRefused } from '#renderer/data/review/settle-conflict.ts';
import { commit } from '#renderer/data/write/commit.ts';
import { addRecord } from '#renderer/data/write/save-record.ts';
import { startHousekeeping } from '#renderer/sync/housekeeping.ts';
import { startWindowlessPc } from './windowless-pc.ts';

/** What is used of a PC's program of a build to come: `loadNewerPc` builds it from here, with that build's parts in. */
export const newerPc = { startWindowlessPc, startHousekeeping, addRecord, commit, listAttention, retryRefused };
export type NewerProgram = typeof newerPc;
