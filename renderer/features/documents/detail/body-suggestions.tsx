import { Button, Group, Tooltip } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { suggestBodies, wordsOfUnits } from '#shared/domain/routing/suggest-body.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { routingText as text } from '#renderer/messages/routing.ts';

type BodySuggestionsProps = {
  readonly abstract: string;
  readonly units: readonly UnitRow[];
  readonly chosen: string | null;
  readonly onChoose: (unitId: string) => void;
};

/** Units the abstract speaks of, to be chosen by a click: a suggestion, never filled in by itself. */
export function BodySuggestions({ abstract, units, chosen, onChoose }: BodySuggestionsProps): ReactNode {
  const own = useSetting('body-keywords');
  const suggestions = useMemo(
    () => (own === undefined ? [] : suggestBodies(abstract, wordsOfUnits(units, own ?? {}))),
    [abstract, units, own],
  );
  const open = suggestions.filter(({ unitId }) => unitId !== chosen);
  if (open.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={text.suggest}>
      {open.map(({ unitId, phrase, isAmbiguous }) => {
        const name = units.find(({ id }) => id === unitId)?.name ?? text.unknown;
        return (
          <Tooltip key={unitId} label={text.suggestWhy(phrase, isAmbiguous)} multiline w="18rem">
            <Button
              variant="light"
              size="compact-sm"
              radius="xl"
              leftSection={<IconBulb size="1rem" stroke={1.6} aria-hidden />}
              onClick={() => onChoose(unitId)}
            >
              {text.suggestion(isAmbiguous ? `${name} (${text.several})` : name)}
            </Button>
          </Tooltip>
        );
      })}
    </Group>
  );
}
