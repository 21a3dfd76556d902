import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sharedText } from '#renderer/messages/shared.ts';
import { FilterChips, type FilterOption } from './filter-chips.tsx';
import classes from './list-head.module.css';
import { PageHeader } from './page-header.tsx';

type ListHeadProps<Id extends string> = {
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly quick: {
    readonly label: string;
    readonly hint: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
  };
  readonly chips: {
    readonly label: string;
    readonly options: readonly FilterOption<Id>[];
    readonly value: Id;
    readonly onChange: (id: Id) => void;
  };
  /** The way to the finer conditions. */
  readonly more: { readonly label: string; readonly onOpen: () => void };
};

/** Name of a long list, how much it holds, and the ways to narrow it: words, one chip of a few, and finer conditions. */
export function ListHead<Id extends string>({ title, subtitle, quick, chips, more }: ListHeadProps<Id>): ReactNode {
  return (
    <>
      <div className={classes.head}>
        <PageHeader title={title} {...(subtitle === undefined ? {} : { subtitle })} />
        <TextInput
          size="xs"
          className={classes.quick ?? ''}
          aria-label={quick.label}
          placeholder={quick.hint}
          value={quick.value}
          onChange={(event) => quick.onChange(event.currentTarget.value)}
          leftSection={<IconFilter size="1rem" stroke={1.6} aria-hidden />}
          rightSection={
            quick.value !== '' && (
              <CloseButton size="sm" aria-label={sharedText.clearFilter} onClick={() => quick.onChange('')} />
            )
          }
        />
      </div>
      <FilterChips
        {...chips}
        after={
          <Button
            variant="default"
            size="compact-sm"
            radius="xl"
            className={classes.more ?? ''}
            leftSection={<IconAdjustmentsHorizontal size="1rem" stroke={1.6} aria-hidden />}
            onClick={more.onOpen}
          >
            {more.label}
          </Button>
        }
      />
    </>
  );
}
