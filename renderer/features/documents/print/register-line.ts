import type { PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';

/** A line of the printed register: what the book holds, in words. */
export type RegisterLine = {
  readonly receivedOn: PlainDate;
  readonly arrivalNumber: number | null;
  readonly issuer: string;
  readonly symbol: string;
  readonly issuedOn: PartialDate | null;
  readonly typeName: string;
  readonly abstract: string;
  readonly secrecy: string;
  readonly recipient: string;
  readonly note: string;
};
