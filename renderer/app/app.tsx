import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { useEffect, type ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { shellText } from '#renderer/messages/shell.ts';
import { AskHost } from '#renderer/ui/ask.tsx';
import { ChoiceHost } from '#renderer/ui/ask-choice.tsx';
import { useSettings } from '#renderer/ui/settings-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Startup } from './startup.tsx';
import { OVERLAYS_ID, theme } from './theme.ts';
import { useCommandsEverywhere } from './use-commands-everywhere.ts';

const vietnameseDates = { locale: 'vi', firstDayOfWeek: 1 } as const;

/** The whole page. Mantine writes no style elements: `installTheme` has given it the variables. */
export function App(): ReactNode {
  const largeType = useSettings((settings) => settings.largeType);
  useCommandsEverywhere();
  useEffect(() => {
    document.documentElement.dataset['type'] = largeType ? 'large' : 'normal';
  }, [largeType]);
  return (
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} forceColorScheme="light">
      <DatesProvider settings={vietnameseDates}>
        <aside id={OVERLAYS_ID} aria-label={shellText.notices}>
          <Notifications withinPortal={false} position="top-right" limit={1} containerWidth="26rem" />
        </aside>
        <AskHost />
        <ChoiceHost />
        <ErrorBoundary>
          <Router hook={useHashLocation}>
            <Startup />
          </Router>
        </ErrorBoundary>
      </DatesProvider>
    </MantineProvider>
  );
}
