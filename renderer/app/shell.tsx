import { useEffect, useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useDelegatedActions } from '#renderer/data/rights/use-delegated.ts';
import { DelegatedActions } from '#renderer/data/rights/use-may.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import { useDiskLevel } from '#renderer/data/use-standing.ts';
import { FileDrop } from '#renderer/features/documents/index.ts';
import { bannersText } from '#renderer/messages/banners.ts';
import { lockOffice } from '#renderer/sync/lock-office.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { showHelp } from '#renderer/ui/help-topic.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { ScreenActionsPlace } from '#renderer/ui/screen-actions.tsx';
import { useSettings } from '#renderer/ui/settings-store.ts';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { WriteRefusal } from '#renderer/ui/write-button.tsx';
import { Banners } from './banners/banners.tsx';
import { CommandSearch, openCommandSearch } from './command-search.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { HelpDrawer } from './help-drawer.tsx';
import { Navigation } from './navigation.tsx';
import { Screens } from './screens.tsx';
import classes from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useActivity } from './use-activity.ts';
import { useNoticesOfPlace } from './use-notices-of-place.ts';
import { useReturnToPlace } from './use-return-to-place.ts';

/** The frame around every screen: places at the left, search and the screen's buttons above, the truth about sync below. */
export function Shell({ person, version }: { readonly person: StaffRow; readonly version: string }): ReactNode {
  const [actionsPlace, setActionsPlace] = useState<HTMLElement | null>(null);
  useShellCommands();
  useActivity();
  useReturnToPlace(person.id);
  useNoticesOfPlace();
  const delegated = useDelegatedActions(person.id);
  const isReadOnly = useDiskLevel().level === 'read-only';
  return (
    <ScreenActionsPlace value={actionsPlace}>
      <DelegatedActions value={delegated}>
        <WriteRefusal value={isReadOnly ? bannersText.readOnlyReason : null}>
          <div className={classes.root}>
            <Navigation person={person} />
            <TopBar actionsRef={setActionsPlace} />
            <main className={classes.main}>
              <Banners />
              <div className={classes.screen}>
                <ErrorBoundary>
                  <Screens />
                </ErrorBoundary>
              </div>
            </main>
            <StatusBar version={version} />
          </div>
          <CommandSearch />
          <HelpDrawer />
          <FileDrop />
        </WriteRefusal>
      </DelegatedActions>
    </ScreenActionsPlace>
  );
}

function useShellCommands(): void {
  const navigate = useNavigate();
  const office = useOffice();
  const sync = useSync();
  const { lastDev, setLastDev } = useSettings();
  useCommand('find', openCommandSearch);
  useCommand('help', () => showHelp(true));
  useCommand('sync-now', () => sync.syncNow());
  useCommand('go-today', () => navigate(routes.today()));
  useCommand('go-documents', () => navigate(routes.documents()));
  useCommand('go-members', () => navigate(routes.members()));
  useCommand('go-sync', () => navigate(routes.sync()));
  useCommand('go-this-pc', () => navigate(routes.thisPc()));
  useCommand('lock', () => void lockOffice(office));
  useEffect(() => {
    // From the first start on, so that a new number is noticed.
    if (lastDev === 0) setLastDev(office.device.dev);
  }, [lastDev, setLastDev, office]);
}
