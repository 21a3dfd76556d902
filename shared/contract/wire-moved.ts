import type { StreamMove } from '#shared/sync/moved-stream.ts';
import type { MovedCommune } from './protocol.ts';
import { list, number, text } from './wire-form.ts';

/** `[[id, name, province], [from, to, by, life, toLife] …]`. What a newer build puts behind is passed over. */
export function packMoved({ commune, moves }: MovedCommune): unknown[] {
  const { id, name, province } = commune;
  return [[id, name, province], ...moves.map(({ from, to, by, life, toLife }) => [from, to, by, life, toLife])];
}

/** The way back. Throws `WireError` on what is not of the form. */
export function unpackMoved(packed: unknown): MovedCommune {
  const [commune, ...moves] = list(packed);
  const [id, name, province] = list(commune).map(text) as [string, string, string];
  return { commune: { id, name, province }, moves: moves.map(unpackMove) };
}

function unpackMove(packed: unknown): StreamMove {
  const [from, to, by, life, toLife] = list(packed);
  return { from: text(from), to: text(to), by: number(by), life: text(life), toLife: text(toLife) };
}
