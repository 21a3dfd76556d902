import type { Socket } from 'node:net';

/** Does works that came on one connection one after another, in their order; those of different connections at once. */
export type InTurn = <T>(connection: Socket, work: () => Promise<T>) => Promise<T>;

/** Makes the turns. A work that fails does not hold up the next one, and what a connection leaves behind goes with it. */
export function createInTurn(): InTurn {
  const last = new WeakMap<Socket, Promise<unknown>>();
  return (connection, work) => {
    const mine = (last.get(connection) ?? Promise.resolve()).then(work, work);
    last.set(connection, mine);
    return mine;
  };
}
