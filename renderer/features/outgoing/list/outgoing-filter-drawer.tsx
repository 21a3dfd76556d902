import type { ReactNode } from 'react';
import { documentTypes } from '#shared/domain/document/document-type-table.ts';
import { allOutgoings } from '#renderer/data/outgoing/outgoing-list.ts';
import { useRegisters } from '#renderer/data/registers/use-registers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { FilterDrawer } from '#renderer/ui/filter-drawer.tsx';
import { SelectOrAny } from '#renderer/ui/select-or-any.tsx';
import { useOutgoingView } from '../outgoing-view-store.ts';

/** The finer conditions: book, type, year, regime. */
export function OutgoingFilterDrawer({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { filter, setFilter } = useOutgoingView();
  const registers = useRegisters('outgoing') ?? [];
  const thisYear = Number(useToday().slice(0, 4));
  const years = [0, 1, 2, 3, 4, 5].map((back) => String(thisYear - back));
  const types = documentTypes.filter(
    ({ kind, regime }) => kind !== 'law' && (filter.regime === null || filter.regime === regime),
  );
  return (
    <FilterDrawer
      opened={opened}
      onClose={onClose}
      title={text.conditions}
      onReset={() => setFilter({ ...allOutgoings, facet: filter.facet, sort: filter.sort, query: filter.query })}
    >
      <SelectOrAny
        label={text.filterRegime}
        value={filter.regime}
        options={(['party', 'state'] as const).map((value) => ({ value, label: text.regimes[value] }))}
        onChange={(regime) =>
          setFilter({ regime: regime === 'party' || regime === 'state' ? regime : null, typeId: null })
        }
      />
      <SelectOrAny
        label={text.filterType}
        value={filter.typeId}
        options={types.map(({ id, name, regime }) => ({
          value: id,
          label: filter.regime === null ? `${name} (${text.regimes[regime]})` : name,
        }))}
        onChange={(typeId) => setFilter({ typeId })}
      />
      <SelectOrAny
        label={text.filterRegister}
        value={filter.registerId}
        options={registers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(registerId) => setFilter({ registerId })}
      />
      <SelectOrAny
        label={text.filterYear}
        value={filter.year === null ? null : String(filter.year)}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(year) => setFilter({ year: year === null ? null : Number(year) })}
      />
    </FilterDrawer>
  );
}
