import type { RegisterBook } from '#shared/domain/register/register-record.ts';
import type { Office } from '../office.ts';
import { readStates, type RecordState } from '../replica/record-state.ts';

/** A paper that came in with its number; `series`: its year. */
type Numbered = { readonly id: string; readonly number: number; readonly series: string };

/**
 * Of numbers that several papers of a book of what comes in bear: which were given in the book of a commune that was merged into this one, by its PCs. Such a
 * paper gets the name its book bears as `office`; papers that need not be told apart stay as they are. The paper itself does not name its book
 * (docs/numbering.md).
 */
export async function tellOfficesApart<P extends Numbered>(
  office: Office,
  book: RegisterBook,
  papers: readonly P[],
): Promise<readonly (P & { readonly office?: string })[]> {
  const { db } = office;
  const brought = (await db.registers.toArray()).filter((row) => row.book === book && row.formerOffice !== '');
  if (brought.length === 0) return papers;
  const nameOf = new Map(brought.map(({ formerOffice, origin }) => [formerOffice, origin]));
  const devices = await db.devices.toArray();
  const officeOf = new Map(devices.map(({ number, formerOffice }) => [number, nameOf.get(formerOffice)]));
  const borne = new Map<string, P[]>();
  for (const paper of papers) {
    const key = `${paper.series}:${String(paper.number)}`;
    borne.set(key, [...(borne.get(key) ?? []), paper]);
  }
  const twice = [...borne.values()].filter(({ length }) => length > 1).flat();
  const states = await readStates(
    db,
    twice.map(({ id }) => ({ type: 'document', id })),
  );
  const giverOf = new Map(states.map((state) => [state.id, giverIn(state)]));
  return papers.map((paper) => {
    const name = officeOf.get(giverOf.get(paper.id) ?? 0);
    return name === undefined ? paper : { ...paper, office: name };
  });
}

/** The PC that gave the number, as the province holds it, or as it is on its way there. */
function giverIn({ shadow, own, peers }: RecordState): number | undefined {
  const onItsWay = [...own, ...peers].find(({ op }) => typeof op.f['arrivalNumber'] === 'number');
  return shadow?.f['arrivalNumber']?.d ?? onItsWay?.op.dev;
}
