import type { App, Session } from 'electron';
import { blockNetwork } from './block-network.ts';
import { blockWebviews } from './block-webviews.ts';
import { denyNavigation } from './deny-navigation.ts';
import { denyNewWindows } from './deny-new-windows.ts';
import { denyPermissions } from './deny-permissions.ts';

/** Applies the rules that hold for every page of a session, also for pages made later. */
export async function lockDownSession(session: Session, withInspector: boolean): Promise<void> {
  denyPermissions(session);
  session.setSpellCheckerEnabled(false); // would fetch dictionaries from the network
  session.on('will-download', (event) => {
    event.preventDefault(); // files are saved through the save dialogue only
  });
  await blockNetwork(session, withInspector);
}

/** Applies the rules that hold for whatever shows a page, from the moment it exists. */
export function lockDownPages(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents);
    blockWebviews(contents);
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault(); // else the first certificate of the PC would be offered unasked
    answer();
  });
}
