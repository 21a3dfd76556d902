import type { Op } from './sync/op.ts';

/** Papers of class Mật and above never leave their PC (safety.md, Secrecy): not even one word of one is taken or handed on. */
export function isAboutSecrets({ type, f }: Pick<Op, 'type' | 'f'>): boolean {
  if (type !== 'document' && type !== 'outgoing') return false;
  const { secrecy = 'none', book } = f;
  return secrecy !== 'none' || (type === 'document' && book === 'incoming-secret');
}

/** Whether these ops may leave their PC: all are of the commune's stream, and none is about a secret paper. */
export function mayLeave(ops: readonly Op[], stream: string): boolean {
  return ops.every((op) => op.stream === stream && !isAboutSecrets(op));
}
