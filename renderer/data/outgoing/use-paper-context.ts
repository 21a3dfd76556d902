import { soleBookOf } from '#shared/domain/outgoing/sole-book-of.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { PaperNames, PaperSettings } from '#shared/domain/paper/paper-facts.ts';
import { useOffice } from '../office-context.tsx';
import type { Office } from '../office.ts';
import { readSetting } from '../settings/use-setting.ts';
import { useLive } from '../use-live.ts';

/** What a paper prints that stands in other records: names of bodies, the suffix of its book, settings. */
export type PaperContext = { readonly names: PaperNames; readonly settings: PaperSettings };

/** What of a paper the context depends on. */
type PaperOwner = Pick<OutgoingFields, 'bodyId' | 'regime' | 'registerId'>;

/** The context of a paper. `draftVersion`: printed as `Dự thảo lần n`; null for the paper itself. */
export async function readPaperContext(
  office: Office,
  { bodyId, regime, registerId }: PaperOwner,
  draftVersion: number | null,
): Promise<PaperContext> {
  const { db } = office;
  const [style, name, body, registers] = await Promise.all([
    readSetting(office, 'paper-style'),
    readSetting(office, 'office-name'),
    bodyId === null ? undefined : db.units.get(bodyId),
    db.registers.where('stream').equals(office.stream).toArray(),
  ]);
  const parent = body === undefined || body.parentId === null ? undefined : await db.units.get(body.parentId);
  const books = registers.filter(({ removed }) => !removed);
  // Before the number nobody may read the symbol of another book on the paper: without a sole book its place stays empty.
  const register = books.find(({ id }) => id === registerId) ?? soleBookOf(books, { bodyId, regime });
  return {
    names: {
      body: body === undefined ? null : { name: body.name, kind: body.kind },
      parent: parent === undefined ? null : { name: parent.name, kind: parent.kind },
      suffix: register?.suffix ?? '',
      draftVersion,
      typist: '',
      year: Number(office.today().slice(0, 4)),
    },
    settings: { style: style ?? undefined, office: name ?? undefined },
  };
}

/** The context of a paper, live; undefined while loading. */
export function usePaperContext(owner: PaperOwner, draftVersion: number | null): PaperContext | undefined {
  const office = useOffice();
  const { bodyId, regime, registerId } = owner;
  return useLive(
    () => readPaperContext(office, { bodyId, regime, registerId }, draftVersion),
    [bodyId, regime, registerId, draftVersion],
  );
}
