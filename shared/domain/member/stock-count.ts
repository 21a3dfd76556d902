import type { PlainDate } from '#shared/base/plain-date.ts';
import { stockItemSchema, type FormStockFields, type StockItem } from './form-stock-record.ts';

type Act = FormStockFields['act'];

/** A line of form 11-TCTW: what happened in the period, and what is left at its end of all that was ever received. */
export type StockLine = {
  readonly item: StockItem;
  readonly acts: Readonly<Record<Act, number>>;
  readonly left: number;
};

const nothing: Readonly<Record<Act, number>> = {
  requested: 0,
  approved: 0,
  received: 0,
  used: 0,
  spoiled: 0,
  returned: 0,
};

/** Sign of each act in what is left: only what came in and went out counts. */
const signs: Readonly<Record<Act, number>> = {
  requested: 0,
  approved: 0,
  received: 1,
  used: -1,
  spoiled: -1,
  returned: -1,
};

/** Counts every kind of printed matter (form 11-TCTW; domain.md 5.10) for the days from `from` to `to`, both included. */
export function countStock(
  entries: readonly Pick<FormStockFields, 'item' | 'act' | 'on' | 'count'>[],
  from: PlainDate,
  to: PlainDate,
): readonly StockLine[] {
  return stockItemSchema.options.map((item) => {
    const own = entries.filter((entry) => entry.item === item && entry.on <= to);
    const acts = { ...nothing };
    for (const { act, on, count } of own) if (on >= from) acts[act] += count;
    const left = own.reduce((sum, { act, count }) => sum + signs[act] * count, 0);
    return { item, acts, left };
  });
}
