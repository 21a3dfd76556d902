import { outgoingStateSchema, type OutgoingState } from '#shared/domain/outgoing/outgoing-record.ts';
import { isOnlyHere } from '../receipts/only-here.ts';
import type { OutgoingRow } from '../rows.ts';
import { dayNumber } from './document-columns.ts';
import { GrowingColumn, TextCodes } from './growing-column.ts';
import { IdColumn } from './id-column.ts';

const states = outgoingStateSchema.options;
const int32 = (length: number): Int32Array => new Int32Array(length);
const uint16 = (length: number): Uint16Array => new Uint16Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);

/** What lists need of every outgoing paper, in columns. An ordinal is never reused; a changed paper gets a new one. */
export class OutgoingColumns {
  readonly number = new GrowingColumn(int32);
  /** Day of the paper; of its draft while it has none. */
  readonly day = new GrowingColumn(int32);
  readonly type = new GrowingColumn(uint16);
  readonly register = new GrowingColumn(uint16);
  readonly body = new GrowingColumn(uint16);
  readonly signer = new GrowingColumn(uint16);
  readonly signerName = new GrowingColumn(uint16);
  readonly state = new GrowingColumn(uint8);
  /** 1 for a paper of the Party, 0 for one of the State. */
  readonly party = new GrowingColumn(uint8);
  /** 1 while the row stands, 0 once it was replaced or removed. */
  readonly live = new GrowingColumn(uint8);
  /** 1 while the paper itself has changes the province has not. */
  readonly pending = new GrowingColumn(uint8);
  readonly symbols: string[] = [];
  readonly types = new TextCodes();
  readonly registers = new TextCodes();
  readonly bodies = new TextCodes();
  readonly signers = new TextCodes();
  readonly signerNames = new TextCodes();
  readonly #ids = new IdColumn();
  #size = 0;

  /** One more than the highest ordinal. */
  get size(): number {
    return this.#size;
  }

  add(row: OutgoingRow): number {
    const at = this.#size;
    this.#size += 1;
    this.#ids.set(at, row.id);
    this.symbols[at] = row.symbol;
    this.number.set(at, row.number ?? 0);
    this.day.set(at, row.issuedOn === null ? draftDay(row.createdAt) : dayNumber(row.issuedOn));
    this.type.set(at, this.types.codeOf(row.typeId));
    this.register.set(at, this.registers.codeOf(row.registerId));
    this.body.set(at, this.bodies.codeOf(row.bodyId));
    this.signer.set(at, this.signers.codeOf(row.signerId));
    this.signerName.set(at, this.signerNames.codeOf(row.signer));
    this.state.set(at, states.indexOf(row.state));
    this.party.set(at, row.regime === 'party' ? 1 : 0);
    this.live.set(at, 1);
    this.pending.set(at, isOnlyHere(row) ? 1 : 0);
    return at;
  }

  /** Packs the ids of these ordinals into one block. */
  packIds(ordinals: ArrayLike<number>): Uint8Array<ArrayBuffer> {
    return this.#ids.pack(ordinals);
  }
}

/** Code of a state, as its column holds it. */
export const outgoingStateCode = (state: OutgoingState): number => states.indexOf(state);

function draftDay(createdAt: string): number {
  return Number(createdAt.slice(0, 10).replaceAll('-', ''));
}
