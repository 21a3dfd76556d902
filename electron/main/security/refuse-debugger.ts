const debuggerSwitches = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
];

/** How this copy of the program was made. `release`: packed for offices; `open`: run from sources or packed for end-to-end tests. */
export type BuildKind = 'release' | 'open';

/**
 * Tells a release from what engineers run. A packed app is a release unless its own package.json says `"openToTests": true`,
 * which only the end-to-end package carries; an environment variable could not be trusted with this.
 */
export function buildKind(isPackaged: boolean, manifest: { readonly openToTests?: unknown }): BuildKind {
  return isPackaged && manifest.openToTests !== true ? 'release' : 'open';
}

/** Whether the command line asks for a debugger. A fuse covers Node's switches, but not Chromium's: so a release looks itself and quits. */
export function asksForDebugger(args: readonly string[]): boolean {
  return args.some((arg) => {
    const name = /^-{1,2}([a-z-]+)/.exec(arg.toLowerCase())?.[1];
    return name !== undefined && debuggerSwitches.includes(name);
  });
}
