import type { Session } from 'electron';
import { APP_ORIGIN, DOCUMENT_ORIGIN, isWithinOrigin } from '../origins/schemes.ts';

const LOCAL_SCHEMES: readonly string[] = ['data:', 'blob:'];
const INSPECTOR_SCHEMES: readonly string[] = ['devtools:', 'chrome-extension:'];

/** Whether a page may load an address: our two origins and what it made itself; the inspector only in development. */
export function isAllowedRequest(address: string, withInspector: boolean): boolean {
  if (isWithinOrigin(address, APP_ORIGIN) || isWithinOrigin(address, DOCUMENT_ORIGIN)) return true;
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return LOCAL_SCHEMES.includes(protocol) || (withInspector && INSPECTOR_SCHEMES.includes(protocol));
}

/** The second fence behind the content policy: no page reaches any network, not even this PC's own ports. Main alone talks to the province. */
export function blockNetwork(session: Pick<Session, 'webRequest'>, withInspector: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, withInspector) });
  });
}
