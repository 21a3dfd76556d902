import { randomUUID } from 'node:crypto';

/** PDFs on their way to the printer, held in memory only: nothing of them lies on disk. */
export type PrintQueue = {
  /** Takes bytes in; answers the name they are found by. */
  readonly add: (bytes: Uint8Array) => string;
  readonly find: (id: string) => Uint8Array | undefined;
  readonly remove: (id: string) => void;
};

/** Makes an empty queue. */
export function createPrintQueue(): PrintQueue {
  const waiting = new Map<string, Uint8Array>();
  return {
    add(bytes) {
      const id = randomUUID();
      waiting.set(id, bytes);
      return id;
    },
    find: (id) => waiting.get(id),
    remove: (id) => {
      waiting.delete(id);
    },
  };
}
