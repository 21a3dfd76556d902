import type { PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import {
  bookSchema,
  channelSchema,
  documentStateSchema,
  urgencySchema,
} from '#shared/domain/document/document-record.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { DocumentRow } from '../rows.ts';
import { GrowingColumn, TextCodes } from './growing-column.ts';
import { IdColumn } from './id-column.ts';

const books = bookSchema.options;
const states = documentStateSchema.options;
const urgencies = urgencySchema.options;
const channels = channelSchema.options;

const int32 = (length: number): Int32Array => new Int32Array(length);
const uint16 = (length: number): Uint16Array => new Uint16Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);

/** What lists need of every document, in columns: some 60 bytes a document. An ordinal is never reused; a changed document gets a new one. */
export class DocumentColumns {
  readonly arrival = new GrowingColumn(int32);
  readonly received = new GrowingColumn(int32);
  readonly issued = new GrowingColumn(int32);
  readonly due = new GrowingColumn(int32);
  readonly year = new GrowingColumn(uint16);
  readonly type = new GrowingColumn(uint16);
  readonly unit = new GrowingColumn(uint16);
  readonly staff = new GrowingColumn(uint16);
  readonly issuer = new GrowingColumn(uint16);
  readonly book = new GrowingColumn(uint8);
  readonly state = new GrowingColumn(uint8);
  readonly urgency = new GrowingColumn(uint8);
  readonly channel = new GrowingColumn(uint8);
  /** 1 while the row stands, 0 once it was replaced or removed. */
  readonly live = new GrowingColumn(uint8);
  /** 1 while the document itself has changes the province has not. */
  readonly pending = new GrowingColumn(uint8);
  readonly symbols: string[] = [];
  readonly types = new TextCodes();
  readonly units = new TextCodes();
  readonly staffs = new TextCodes();
  readonly issuers = new TextCodes();
  readonly #ids = new IdColumn();
  #size = 0;

  /** One more than the highest ordinal. */
  get size(): number {
    return this.#size;
  }

  add(row: DocumentRow): number {
    const at = this.#size;
    this.#size += 1;
    this.#ids.set(at, row.id);
    this.symbols[at] = row.symbol;
    this.arrival.set(at, row.arrivalNumber ?? 0);
    this.received.set(at, dayNumber(row.receivedOn));
    this.issued.set(at, row.issuedOn === null ? 0 : dayNumber(row.issuedOn));
    this.due.set(at, row.dueOn === null ? 0 : dayNumber(row.dueOn));
    this.year.set(at, Number(row.receivedOn.slice(0, 4)));
    this.type.set(at, this.types.codeOf(row.typeId));
    this.unit.set(at, this.units.codeOf(row.holderUnitId));
    this.staff.set(at, this.staffs.codeOf(row.holderStaffId));
    this.issuer.set(at, this.issuers.codeOf(row.issuer));
    this.book.set(at, books.indexOf(row.book));
    this.state.set(at, states.indexOf(row.state));
    this.urgency.set(at, urgencies.indexOf(row.urgency));
    this.channel.set(at, channels.indexOf(row.channel));
    this.live.set(at, 1);
    this.pending.set(at, row.pending > 0 && row.stream !== LOCAL_STREAM ? 1 : 0);
    return at;
  }

  /** Packs the ids of these ordinals into one block. */
  packIds(ordinals: ArrayLike<number>): Uint8Array<ArrayBuffer> {
    return this.#ids.pack(ordinals);
  }
}

/** Code of a state, as its column holds it. */
export const stateCode = (state: (typeof states)[number]): number => states.indexOf(state);
/** Code of a book. */
export const bookCode = (book: (typeof books)[number]): number => books.indexOf(book);
/** Code of a degree of urgency. */
export const urgencyCode = (urgency: (typeof urgencies)[number]): number => urgencies.indexOf(urgency);
/** Code of a way papers come in. */
export const channelCode = (channel: (typeof channels)[number]): number => channels.indexOf(channel);

/** A date as a number that sorts: 20261122; unknown month or day as 0. */
export function dayNumber(date: PartialDate | PlainDate): number {
  const [year = '0', month = '0', day = '0'] = date.split('-');
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}
