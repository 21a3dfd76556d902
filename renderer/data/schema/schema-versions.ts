import type { SchemaVersion } from './types.ts';
import { v001FirstLight } from './v001-first-light.ts';
import { v002DocumentOffice } from './v002-document-office.ts';
import { v003Members } from './v003-members.ts';
import { v004Peers } from './v004-peers.ts';

/** Every version of the store, oldest first. A release adds one; none is ever changed. */
export const schemaVersions: readonly SchemaVersion[] = [v001FirstLight, v002DocumentOffice, v003Members, v004Peers];
