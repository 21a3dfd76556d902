import type { CustomScheme } from 'electron';

/** Where the app's own page lives. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://hosoxa';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** Where papers from outside are shown: another origin, hence another process, with a policy of its own. */
export const DOCUMENT_SCHEME = 'hosoxa-doc';
export const DOCUMENT_ORIGIN = 'hosoxa-doc://viewer';

/**
 * Both schemes are standard (they have origins and relative addresses) and secure (workers, crypto).
 * `corsEnabled` stays off: with it any other origin could read them (electron#52498, CVE-2026-70604).
 */
export const customSchemes: readonly CustomScheme[] = [APP_SCHEME, DOCUMENT_SCHEME].map((scheme) => ({
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
}));

/** Whether an address lies in an origin. Compared after parsing, so that `app://hosoxa.evil/` does not pass for `app://hosoxa`. */
export function isWithinOrigin(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return `${protocol}//${host}` === origin && username === '' && password === '';
}
