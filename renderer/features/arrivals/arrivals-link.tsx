import { Button } from '@mantine/core';
import { IconMailDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWaitingArrivals } from '#renderer/data/exchange/use-exchange.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { routes } from '#renderer/ui/routes.ts';

/** The way to what came over the exchange, with how much waits there. `isQuiet`: not shown while nothing waits. */
export function ArrivalsLink({ isQuiet = false }: { readonly isQuiet?: boolean }): ReactNode {
  const waiting = useWaitingArrivals();
  if (isQuiet && waiting === 0) return null;
  return (
    <Button
      component="a"
      href={`#${routes.arrivals()}`}
      variant={waiting === 0 ? 'default' : 'light'}
      title={text.linkHint(waiting)}
      leftSection={<IconMailDown size="1.125rem" stroke={1.6} aria-hidden />}
    >
      {text.link(waiting)}
    </Button>
  );
}
