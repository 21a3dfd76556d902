import { studyItemSchema, type StudyItemFields } from '#shared/domain/study/study-item-record.ts';
import type { StudyItemRow } from '#renderer/data/rows.ts';

/** What the form of a new item starts from. */
export const blankStudyItem: StudyItemFields = {
  title: '',
  symbol: '',
  issuer: '',
  issuedOn: null,
  topic: '',
  summary: '',
  documentId: null,
  readingMinutes: 15,
  dueOn: null,
  unitIds: [],
  isClosed: false,
};

/** The item's fields alone, without what the row carries beside them. */
export function studyFieldsOf(row: StudyItemRow): StudyItemFields {
  return Object.fromEntries(
    Object.keys(studyItemSchema.shape).map((field) => [field, row[field as keyof StudyItemFields]]),
  ) as StudyItemFields;
}
