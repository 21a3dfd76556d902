import { officialVersion } from '../electron-runtime/resolve-electron.ts';

const REACH_MS = 5_000;
const ELECTRON_RELEASES = 'https://github.com/electron/electron/releases';
const BUILDER_BINARIES = 'https://github.com/electron-userland/electron-builder-binaries/releases';

/** What electron-builder fetches to make the Windows installer, and where a release machine puts it by hand. */
export function windowsDownloads(): readonly string[] {
  const version = officialVersion();
  return [
    `electron-v${version}-win32-x64.zip        from ${ELECTRON_RELEASES} (or HOSOXA_DIST_ELECTRON=<unpacked folder>, HOSOXA_DIST_VERSION=${version})`,
    `nsis-3.0.4.1.7z                       from ${BUILDER_BINARIES} (or ELECTRON_BUILDER_NSIS_DIR)`,
    `nsis-resources-3.4.1.7z               from ${BUILDER_BINARIES} (or ELECTRON_BUILDER_NSIS_RESOURCES_DIR)`,
    `winCodeSign-2.6.0.7z                  from ${BUILDER_BINARIES} (for signing)`,
    `7zip for this system                  from ${BUILDER_BINARIES} (or ELECTRON_BUILDER_7ZIP_PATH)`,
    ...(process.platform === 'win32'
      ? []
      : ['wine                                  from the distribution (NSIS runs its half-built installer)']),
  ];
}

/** Whether they can be had: a mirror or cache is named, or GitHub answers. */
export async function canHaveWindowsDownloads(): Promise<boolean> {
  const named = ['ELECTRON_BUILDER_BINARIES_MIRROR', 'ELECTRON_MIRROR', 'ELECTRON_BUILDER_CACHE'];
  if (named.some((name) => Boolean(process.env[name]))) return true;
  try {
    const answer = await fetch(BUILDER_BINARIES, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) });
    return answer.ok;
  } catch {
    return false; // no line, no name, no answer in time: all mean the same here
  }
}
