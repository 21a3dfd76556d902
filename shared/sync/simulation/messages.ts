import type { Op, Outcome } from '../op.ts';
import type { Row } from '../record.ts';

/** One stream in a simulated request. */
export type SimAsk = {
  readonly id: string;
  readonly epoch: string;
  readonly base: number;
  readonly after: number;
  readonly limit: number;
  readonly whole: boolean;
  /** Devices whose ops this PC holds ahead of the server. */
  readonly peers: readonly number[];
};

/** Ops of one PC in another's hand: contiguous, as made in this life of its stream. */
export type SimBatch = { readonly dev: number; readonly epoch: string; readonly ops: readonly Op[] };

/** How far the server has taken a device's ops: up to counter `n`, all of them at or below `seq` in the stream. */
export type SimTaken = { readonly dev: number; readonly n: number; readonly seq: number };

/** A simulated request; `call` tells a client's calls apart. */
export type SimRequest = {
  readonly call: number;
  readonly dev: number;
  readonly ops: readonly Op[];
  readonly seen: readonly number[];
  readonly streams: readonly SimAsk[];
};

/** One stream in a simulated answer. */
export type SimPage = {
  readonly id: string;
  readonly epoch: string;
  readonly rows: readonly Row[];
  readonly next: number;
  readonly more: boolean;
  readonly taken: readonly SimTaken[];
};

/** A simulated answer. */
export type SimAnswer = {
  readonly call: number;
  readonly now: number;
  /** Last counter the server has taken from the device. */
  readonly acked: number;
  /** The request's ops begin too late; nothing was taken. */
  readonly gap: boolean;
  readonly outcomes: readonly Outcome[];
  readonly late: readonly Outcome[];
  readonly streams: readonly SimPage[];
};

/** A snapshot of a stream: as it was marked at `seq`, in chunks. */
export type SimSnapshot = {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  readonly chunks: readonly (readonly Row[])[];
};
