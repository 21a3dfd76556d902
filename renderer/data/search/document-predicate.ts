import type { DocumentFilter } from '../documents/document-list.ts';
import { bookCode, channelCode, dayNumber, urgencyCode, type DocumentColumns } from './document-columns.ts';

/** Which documents (by ordinal) the conditions of a filter let through; its query and its chip are asked elsewhere. */
export function passesConditions(columns: DocumentColumns, filter: DocumentFilter): (at: number) => boolean {
  const book = filter.book === 'all' ? undefined : bookCode(filter.book);
  const urgency = filter.urgency === null ? undefined : urgencyCode(filter.urgency);
  const type = filter.typeId === null ? undefined : (columns.types.find(filter.typeId) ?? -1);
  const unit = filter.unitId === null ? undefined : (columns.units.find(filter.unitId) ?? -1);
  const staff = filter.staffId === null ? undefined : (columns.staffs.find(filter.staffId) ?? -1);
  const channel = filter.channel === null ? undefined : channelCode(filter.channel);
  const issuer = filter.issuer === null ? undefined : (columns.issuers.find(filter.issuer) ?? -1);
  const from = filter.receivedFrom === null ? 0 : dayNumber(filter.receivedFrom);
  const to = filter.receivedTo === null ? Number.MAX_SAFE_INTEGER : dayNumber(filter.receivedTo);
  return (at) =>
    (book === undefined || columns.book.at(at) === book) &&
    (filter.year === null || columns.year.at(at) === filter.year) &&
    (urgency === undefined || columns.urgency.at(at) === urgency) &&
    (type === undefined || columns.type.at(at) === type) &&
    (unit === undefined || columns.unit.at(at) === unit) &&
    (staff === undefined || columns.staff.at(at) === staff) &&
    (channel === undefined || columns.channel.at(at) === channel) &&
    (issuer === undefined || columns.issuer.at(at) === issuer) &&
    columns.received.at(at) >= from &&
    columns.received.at(at) <= to;
}
