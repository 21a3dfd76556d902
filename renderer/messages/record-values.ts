import { formatCount } from './format-count.ts';
import { formatDate, isPartialDate } from '#shared/base/partial-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { isEntityType, type EntityType } from '#shared/entities.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { dossierPaperName, memberValueWords } from './member-choices.ts';
import { genderWords } from './members.ts';
import { staffRoleWords } from './organisation.ts';
import {
  bookText,
  channelText,
  documentStateText,
  memberStateText,
  secrecyText,
  unitKindText,
  urgencyText,
} from './record-fields.ts';
import { outgoingText } from './outgoing.ts';
import { dutyText, handoverPurposeText, handoverStateText, petitionKindText, withdrawnText } from './routing.ts';
import { sharedText } from './shared.ts';
import { postKindText, unitEventText, unitSortText } from './unit-life.ts';

/** Who and what the ids in a record's fields mean. Each answers `undefined` for what this PC does not know. */
export type RecordNames = {
  readonly unit: (id: string) => string | undefined;
  readonly staff: (id: string) => string | undefined;
  readonly device: (dev: number) => string | undefined;
};

/** What the words below say when there is no better one. */
export const valueText = {
  empty: 'Để trống',
  yes: 'Có',
  no: 'Không',
  unknownUnit: 'Tổ chức chưa có trên máy này',
  unknownPerson: 'Người chưa có trên máy này',
  unknownDocument: 'Văn bản',
  deviceNumber: (dev: number) => `Máy số ${String(dev)}`,
  removed: 'Bỏ',
  kept: 'Giữ lại',
  working: 'Đang làm việc',
  notWorking: 'Đã nghỉ',
  file: 'Tệp PDF',
  photo: 'Có ảnh',
  counted: (count: string) => `${count} mục`,
  nameParts: (family: string, middle: string, given: string) =>
    `họ ${family || '–'}, đệm ${middle || '–'}, tên ${given || '–'}`,
} as const;

const instant = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

const enumWords: Readonly<Partial<Record<EntityType, Readonly<Record<string, Readonly<Record<string, string>>>>>>> = {
  member: { gender: genderWords, state: memberStateText, ...memberValueWords },
  unit: { kind: unitKindText, sort: unitSortText },
  unitEvent: { kind: unitEventText },
  appointment: { kind: postKindText },
  staff: { role: staffRoleWords },
  document: {
    book: bookText,
    urgency: urgencyText,
    secrecy: secrecyText,
    channel: channelText,
    state: documentStateText,
    petitionKind: petitionKindText,
    withdrawn: withdrawnText,
  },
  handover: { purpose: handoverPurposeText, state: handoverStateText },
  delegation: { duties: dutyText },
  outgoing: {
    regime: outgoingText.regimes,
    urgency: urgencyText,
    secrecy: secrecyText,
    state: outgoingText.states,
  },
};

const unitFields = new Set([
  'unitId',
  'parentId',
  'holderUnitId',
  'leadUnitId',
  'supportUnitIds',
  'toUnitId',
  'fromUnitId',
  'fromUnitIds',
  'toUnitIds',
  'foundedUnitIds',
  'formerParentId',
  'successorIds',
  'unitIds',
  'bodyId',
]);

/** Who and what goes along when an organisation ends: too many to name, and told by the records themselves. */
const countedFields = new Set(['memberUnits', 'carriedWork']);
const staffFields = new Set([
  'authorId',
  'leadStaffId',
  'holderStaffId',
  'registeredBy',
  'numberedBy',
  'signerId',
  'drafterId',
  'staffId',
  'onBehalfOf',
  'fromStaffId',
  'toStaffId',
  'receivedBy',
  'notedBy',
  'askedBy',
  'sentBy',
  'statusBy',
]);

/** A travelling value as a person reads it: dates in Vietnamese order, names, units, words; never a raw id. */
export function valueInWords(type: string, field: string, value: FieldValue, names: RecordNames): string {
  if (field === REMOVED) return value === true ? valueText.removed : valueText.kept;
  if (value === null || value === '') return valueText.empty;
  if (typeof value === 'boolean')
    return field === 'active'
      ? value
        ? valueText.working
        : valueText.notWorking
      : value
        ? valueText.yes
        : valueText.no;
  if (typeof value === 'number') return numberInWords(field, value, names);
  if (typeof value === 'string') return textInWords(type, field, value, names);
  if (Array.isArray(value))
    return value.length === 0
      ? valueText.empty
      : value.map((part: FieldValue) => valueInWords(type, field, part, names)).join('; ');
  if (countedFields.has(field)) return valueText.counted(formatCount(Object.keys(value).length));
  return nameInWords(value as { readonly [key: string]: FieldValue });
}

/** Parts of an object that are texts, whatever it is about: a person named with a post (người giới thiệu). */
function partsInWords(value: { readonly [key: string]: FieldValue }): string {
  const parts = Object.values(value).filter((part): part is string => typeof part === 'string' && part !== '');
  return parts.length === 0 ? valueText.empty : parts.join(', ');
}

function numberInWords(field: string, value: number, names: RecordNames): string {
  if (field === 'holderDevice') return names.device(value) ?? valueText.deviceNumber(value);
  if (field === 'size') return sharedText.bytes(value);
  return formatCount(value);
}

function textInWords(type: string, field: string, value: string, names: RecordNames): string {
  if (unitFields.has(field)) return names.unit(value) ?? valueText.unknownUnit;
  if (staffFields.has(field)) return names.staff(value) ?? valueText.unknownPerson;
  if (field === 'documentId') return valueText.unknownDocument;
  if (field === 'typeId') return findDocumentType(value)?.name ?? value;
  if (field === 'hash' || field === 'mime') return valueText.file;
  if (field === 'photoHash') return valueText.photo;
  if (field === 'heldPapers' || field === 'unneededPapers') return dossierPaperName(value);
  const words = isEntityType(type) ? enumWords[type]?.[field]?.[value] : undefined;
  if (words !== undefined) return words;
  if (field.endsWith('On') || field.startsWith('valid')) return isPartialDate(value) ? formatDate(value) : value;
  if (field.endsWith('At') && /^\d{4}-\d{2}-\d{2}T/.test(value)) return instant.format(new Date(value));
  return value;
}

/** Names differ in their parts at times only: then the parts are said too. */
function nameInWords(value: { readonly [key: string]: FieldValue }): string {
  if (!Object.hasOwn(value, 'full')) return partsInWords(value);
  return typeof value['full'] === 'string' && value['full'] !== '' ? value['full'] : valueText.empty;
}

/** The parts of a name, for a choice between two names that are written alike. */
export function namePartsInWords(value: FieldValue): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const parts = value as { readonly [key: string]: FieldValue };
  const part = (key: string): string => (typeof parts[key] === 'string' ? parts[key] : '');
  return valueText.nameParts(part('family'), part('middle'), part('given'));
}
