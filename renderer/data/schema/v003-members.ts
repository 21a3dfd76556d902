import type { SchemaVersion } from './types.ts';

/** Members and handbook: lines and events of a record, organisations, memberTransfers, fees, ratings, meetings, study. Children are found by the ids they name. */
export const v003Members: SchemaVersion = {
  version: 3,
  stores: {
    memberLines: 'id, stream, memberId, *flags',
    memberEvents: 'id, stream, memberId, unitId, *flags',
    memberChanges: 'id, stream, memberId, *flags',
    formStocks: 'id, stream, *flags',
    appointments: 'id, stream, unitId, memberId, *flags',
    unitEvents: 'id, stream, *flags',
    memberTransfers: 'id, stream, memberId, *flags',
    memberArrivals: 'id, stream, *flags',
    feeBases: 'id, stream, memberId, *flags',
    feePayments: 'id, stream, memberId, unitId, *flags',
    feeHandUps: 'id, stream, unitId, *flags',
    ratings: 'id, stream, memberId, unitId, *flags',
    meetings: 'id, stream, unitId, *flags',
    attendances: 'id, stream, meetingId, memberId, *flags',
    meetingOpinions: 'id, stream, meetingId, *flags',
    meetingVotes: 'id, stream, meetingId, *flags',
    meetingTasks: 'id, stream, meetingId, *flags',
    studyItems: 'id, stream, *flags',
    studyReadings: 'id, stream, itemId, memberId, *flags',
    importBatches: 'id, stream, *flags',
    importLines: 'id, stream, batchId, memberId, *flags',
    reconcileNotes: 'id, stream, memberId, *flags',
    members: 'id, stream, importId, *flags',
    units: 'id, stream, importId, *flags',
    localTexts: 'hash',
  },
};
