import type { CommandLine, Session } from 'electron';
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

/** What is asked of a session here. */
export type NetworkSession = Pick<Session, 'webRequest' | 'setProxy'>;

/**
 * The second and third fence behind the content policy: no page reaches any network, not even this PC's own ports.
 * Requests to foreign addresses are cancelled; what is no request (WebRTC over TCP, say) is sent to a proxy
 * whose name `blockNameResolution` keeps from being found. Main alone talks to the province, by Node, which none of this touches.
 */
export async function blockNetwork(session: NetworkSession, withInspector: boolean): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, withInspector) });
  });
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://nowhere.invalid:1',
    proxyBypassRules: '<-loopback>',
  });
}

/** This Chromium resolves no name, and WebRTC sends no datagrams. Call before the app is ready. */
export function blockNameResolution(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
