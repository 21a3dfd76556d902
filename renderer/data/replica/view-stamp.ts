/** Most colleagues' ops a store numbers before it begins anew: they come and go, and are few at a time. */
const ORDERS = 2 ** 20;

/**
 * What a row hands a form as `seq`, and the form back as `seen`: the sequence of the server's record below, and as a fraction the order in which the last
 * colleague's op on it came here. So a form says of both what it was opened on, in one number.
 */
export function toStamp(seq: number, order: number): number {
  return seq + (order % ORDERS) / ORDERS;
}

/** Sequence and order of a stamp. Who has looked at everything (`Number.MAX_SAFE_INTEGER`) has seen every order. */
export function fromStamp(stamp: number): { readonly seq: number; readonly order: number } {
  const seq = Math.floor(stamp);
  return { seq, order: seq === Number.MAX_SAFE_INTEGER ? ORDERS : Math.round((stamp - seq) * ORDERS) };
}

/** The order after this one. */
export function nextOrder(order: number): number {
  return (order + 1) % ORDERS;
}
