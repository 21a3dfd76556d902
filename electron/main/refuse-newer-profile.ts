import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { dialogText } from './messages.ts';
import type { ProfileFolder } from './profile-folder.ts';
import { findStamp } from './services/store-stamp/stamp-file.ts';
import { thisBuild } from './services/store-stamp/this-build.ts';

/** Whether a newer build has worked with this profile. To be asked before anything opens it: an older Chromium deletes a newer one's store. */
export function isProfileNewer(profile: ProfileFolder): boolean {
  return findStamp(profile.store, thisBuild(app.getVersion())).kind === 'newer';
}

/** Says so and ends with code 1. Chromium's own files go to a folder that is thrown away, so that nothing of the profile changes. `isQuiet`: no dialogue, the text goes to stderr (tests). */
export async function refuseNewerProfile(profile: ProfileFolder, isQuiet: boolean): Promise<void> {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hosoxa-'));
  app.setPath('userData', elsewhere);
  app.setPath('sessionData', elsewhere);
  app.on('quit', () => {
    rmSync(elsewhere, { recursive: true, force: true });
  });
  await app.whenReady();
  const text = dialogText.profileNewer(profile.root);
  if (isQuiet) process.stderr.write(`${dialogText.cannotStartTitle}\n${text}\n`);
  else dialog.showErrorBox(dialogText.cannotStartTitle, text);
  app.exit(1);
}
