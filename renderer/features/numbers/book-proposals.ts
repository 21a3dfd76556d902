import { foldForSearch } from '#shared/base/vietnamese.ts';
import {
  bodySuffixes,
  COMMITTEE_SUFFIX,
  CONGRESS_SUFFIX,
  PEOPLES_COMMITTEE_SUFFIX,
  PEOPLES_COUNCIL_SUFFIX,
} from '#shared/domain/register/body-suffix-table.ts';
import type { UnitKind } from '#shared/domain/unit/unit-record.ts';
import type { NewRegister } from '#renderer/data/registers/register-repository.ts';
import { numbersText } from '#renderer/messages/numbers.ts';

/** A book that may be made at once: for a body of the office, or for petitions. */
export type BookProposal = { readonly id: string; readonly label: string; readonly fields: NewRegister };

type Body = { readonly id: string; readonly name: string; readonly kind: UnitKind };

/** Books an office may want and does not have: for the committee and its congress, its bodies, the people's committee and council, petitions. */
export function proposeBooks(
  units: readonly Body[],
  known: readonly Pick<NewRegister, 'book' | 'bodyId' | 'suffix'>[],
): readonly BookProposal[] {
  const { books: text } = numbersText;
  const plain = { book: 'outgoing', origin: '' } as const;
  const party = { ...plain, regime: 'party', counting: 'type-term' } as const;
  const ofUnits = units.flatMap(({ id, name, kind }): BookProposal[] => {
    const fields = { ...party, bodyId: id, name: text.nameOf(name) };
    if (kind === 'committee') {
      const congress = { ...fields, name: text.congressName, counting: 'term', suffix: CONGRESS_SUFFIX } as const;
      return [
        { id, label: name, fields: { ...fields, suffix: COMMITTEE_SUFFIX } },
        { id: `${id}/congress`, label: text.congress, fields: congress },
      ];
    }
    const suffix = bodySuffixes.find(({ words }) => foldForSearch(name).includes(foldForSearch(words)))?.suffix;
    return kind === 'office' && suffix !== undefined ? [{ id, label: name, fields: { ...fields, suffix } }] : [];
  });
  const state = [
    [text.peopleCommittee, PEOPLES_COMMITTEE_SUFFIX],
    [text.peopleCouncil, PEOPLES_COUNCIL_SUFFIX],
  ].map(([name = '', suffix = '']): BookProposal => {
    const unit = units.find((each) => foldForSearch(each.name).startsWith(foldForSearch(name)));
    const fields = { ...plain, regime: 'state', counting: 'year', suffix, bodyId: unit?.id ?? null } as const;
    return { id: suffix, label: unit?.name ?? name, fields: { ...fields, name: text.nameOf(unit?.name ?? name) } };
  });
  const petition = {
    id: 'petition',
    label: text.petition,
    fields: {
      book: 'petition',
      name: text.petitionName,
      bodyId: null,
      regime: null,
      suffix: '',
      counting: 'year',
      origin: '',
    },
  } as const;
  const isKnown = ({ fields }: BookProposal): boolean =>
    known.some(
      ({ book, bodyId, suffix }) => book === fields.book && bodyId === fields.bodyId && suffix === fields.suffix,
    );
  return [...ofUnits, ...state, petition].filter((proposal) => !isKnown(proposal));
}
