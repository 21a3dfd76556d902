import { REMOVED, type FieldValue } from '../op.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Act, SimClient } from './sim-client.ts';

const PAPERS = 7;

/** What a simulated person does next on this PC: mostly edits of few records, so that people meet. `undefined`: nothing to do. */
export function chooseAct(client: SimClient, random: SeededRandom): Act | undefined {
  const stream = random.chance(0.02) ? 'org:a' : (client.streams[0] ?? 'org:a');
  const dice = random.next();
  if (dice < 0.04) return { t: 'cmd', stream, type: 'book', id: `book-${stream}`, f: { command: 'hold' } };
  if (dice < 0.14) return newChild(client, stream, random);
  if (dice < 0.2) return editChild(client, stream, random);
  return actOnPaper(client, stream, random);
}

function paperId(stream: string, place: number): string {
  return `${stream}-paper-${String(place)}`;
}

/** A child of any paper of the office: also of one that has not reached the server yet, or never will. */
function newChild(client: SimClient, stream: string, random: SeededRandom): Act {
  const parent = paperId(stream, random.below(PAPERS + 2));
  return {
    t: 'set',
    stream,
    type: 'child',
    id: `child-${String(client.dev)}-${String(client.store.n + 1)}`,
    f: { parent, text: freshValue(client) },
  };
}

function editChild(client: SimClient, stream: string, random: SeededRandom): Act | undefined {
  const own = client.journal.filter((op) => op.type === 'child' && op.stream === stream);
  if (own.length === 0) return undefined;
  return { t: 'set', stream, type: 'child', id: random.pick(own).id, f: { text: freshValue(client) } };
}

function actOnPaper(client: SimClient, stream: string, random: SeededRandom): Act | undefined {
  const id = paperId(stream, random.below(PAPERS));
  const target = { stream, type: 'paper', id } as const;
  const view = client.view('paper', id);
  const conflict = view.conflicts.length > 0 ? random.pick(view.conflicts) : undefined;
  if (conflict !== undefined && random.chance(0.4))
    return { t: 'res', ...target, f: { [conflict]: chooseSettlement(client, id, conflict, random) } };
  if (view.removed) return random.chance(0.5) ? { t: 'set', ...target, f: { [REMOVED]: false } } : undefined;
  if (view.seq > 0 && random.chance(0.06)) return { t: 'del', ...target, f: {} };
  return { t: 'set', ...target, f: someFields(client, view.values, random) };
}

function chooseSettlement(client: SimClient, id: string, field: string, random: SeededRandom): FieldValue {
  const shadow = client.shadow('paper', id);
  const offered = [
    ...Object.values(shadow?.c[field]?.e ?? {}),
    ...(shadow?.f[field] === undefined ? [] : [shadow.f[field]]),
  ].map(({ v }) => v);
  return random.pick(offered);
}

function someFields(
  client: SimClient,
  values: Readonly<Record<string, FieldValue>>,
  random: SeededRandom,
): Record<string, FieldValue> {
  const dice = random.next();
  if (dice < 0.08) return { highest: client.store.n + random.below(50) };
  if (dice < 0.16)
    return { tags: [...(Array.isArray(values['tags']) ? (values['tags'] as FieldValue[]) : []), freshValue(client)] };
  if (dice < 0.19) return { note: 'refused' };
  if (dice < 0.26) return { title: 'the same' };
  const fields = random.chance(0.3) ? ['title', 'place'] : [random.pick(['title', 'place', 'note'])];
  return Object.fromEntries(fields.map((field) => [field, `${freshValue(client)}${field}`]));
}

function freshValue(client: SimClient): string {
  return `v${String(client.dev)}.${String(client.store.n + 1)}`;
}
