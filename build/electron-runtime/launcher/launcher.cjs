/**
 * Stands in for Electron's default app: the runtime from npm has none, so it cannot be given a path.
 * Loads the built app named by HOSOXA_APP_DIR (the folder that holds main/, preload/ and renderer/).
 */
const { app } = require('electron');
const { join } = require('node:path');

const appFolder = process.env.HOSOXA_APP_DIR;
if (!appFolder) {
  process.stderr.write('HOSOXA_APP_DIR is not set: start the app with npm start.\n');
  app.exit(1);
} else {
  const { version, main } = require(join(appFolder, 'package.json'));
  app.setVersion(version);
  app.setAppPath(appFolder);
  require(join(appFolder, main));
}
