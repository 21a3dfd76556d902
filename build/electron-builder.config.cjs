/**
 * How the app is packed. Used by `npm run dist`; on a release machine also directly:
 *   npx electron-builder --config build/electron-builder.config.cjs --win nsis
 *
 * Environment (set by build/commands/dist.ts):
 *   HOSOXA_DIST_ELECTRON  folder of an unpacked Electron; without it electron-builder downloads the pinned one
 *   HOSOXA_DIST_VERSION   version of that Electron
 *   HOSOXA_DIST_DRIVABLE  "1" makes the build for end-to-end tests, in out/packed-e2e: the fuse nodeCliInspect is on
 *                         and package.json says `openToTests`, both of which Playwright needs; never released
 */
const { rmSync } = require('node:fs');
const { join } = require('node:path');
const { releaseFuses } = require('./package/release-fuses.cjs');

const electronDist = process.env.HOSOXA_DIST_ELECTRON;
const drivable = process.env.HOSOXA_DIST_DRIVABLE === '1';

module.exports = {
  appId: 'vn.hosoxa.desktop',
  productName: 'Hồ sơ xã',
  executableName: 'ho-so-xa',
  artifactName: 'ho-so-xa-${version}-${os}-${arch}.${ext}',
  copyright: 'Hồ sơ xã',
  directories: { app: 'out/app', output: drivable ? 'out/packed-e2e' : 'dist', buildResources: 'build/icons' },
  files: ['**/*', '!**/*.map', '!**/node_modules/**'], // every package is inside the bundles
  asar: true,
  npmRebuild: false,
  electronLanguages: ['vi', 'en-US'],
  ...(electronDist ? { electronDist, electronVersion: process.env.HOSOXA_DIST_VERSION } : {}),
  ...(drivable ? { extraMetadata: { openToTests: true } } : {}),
  afterExtract: removeDevelopmentLauncher,
  electronFuses: { ...releaseFuses, enableNodeCliInspectArguments: drivable },
  linux: {
    target: ['dir'], // the .deb is made from it by electron-installer-debian; fpm would have to be downloaded
    icon: 'build/icons/png',
    category: 'Office',
    syncDesktopName: true,
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'build/icons/icon.ico',
  },
  nsis: {
    oneClick: false,
    perMachine: true, // into Program Files, where the people using it cannot change it
    allowToChangeInstallationDirectory: false,
    deleteAppDataOnUninstall: false, // the data of an office is never removed with the program
    installerLanguages: ['vi_VN', 'en_US'],
    shortcutName: 'Hồ sơ xã',
    runAfterFinish: true,
  },
  publish: null,
};

/** The runtime of development carries a launcher in resources/app, which would win over our app.asar. */
function removeDevelopmentLauncher(context) {
  rmSync(join(context.appOutDir, 'resources/app'), { recursive: true, force: true });
}
