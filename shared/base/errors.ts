/**
 * The one catalogue of stable error codes that cross a border (HTTP, IPC, sync outcomes) or reach a person.
 * `status` is the HTTP status when the server answers with it. A code, once released, keeps its meaning.
 * Every code has a Vietnamese text in `renderer/messages/errors.ts`; a code without text does not compile.
 */
export const errorCatalogue = {
  // sync: one op refused
  'unknown-entity': { status: 422 },
  'unknown-field': { status: 422 },
  'bad-value': { status: 422 },
  'bad-command': { status: 422 },
  'field-is-the-servers': { status: 403 },
  'not-your-stream': { status: 403 },
  'read-only-stream': { status: 403 },
  'record-elsewhere': { status: 409 },
  'record-missing': { status: 409 },
  'number-taken': { status: 409 },
  'number-not-leased': { status: 409 },
  'register-held-elsewhere': { status: 409 },
  'register-closed': { status: 409 },
  'no-term': { status: 409 },
  'two-terms': { status: 409 },
  'block-used-up': { status: 409 },
  'reason-wanted': { status: 422 },
  'type-not-authorised': { status: 422 },
  'draft-missing': { status: 409 },
  'draft-outdated': { status: 409 },
  'paper-settled': { status: 409 },
  'text-secret-mark': { status: 422 },
  'secret-stays-home': { status: 422 },
  'parent-never-came': { status: 409 },
  'not-allowed': { status: 403 },
  'not-your-role': { status: 403 },
  'delegation-ended': { status: 403 },
  'handover-settled': { status: 409 },
  'person-unknown': { status: 403 },
  // sync: the whole request refused
  'bad-frame': { status: 400 },
  'frame-too-large': { status: 413 },
  'protocol-too-old': { status: 426 },
  'counter-gap': { status: 409 },
  'not-enrolled': { status: 401 },
  'session-expired': { status: 401 },
  'device-revoked': { status: 403 },
  'counter-forked': { status: 409 },
  'audit-broken': { status: 409 },
  'bad-signature': { status: 401 },
  'bad-code': { status: 403 },
  'code-used': { status: 403 },
  'code-expired': { status: 403 },
  'too-many-requests': { status: 429 },
  'server-error': { status: 500 },
  'not-found': { status: 404 },
  // line
  offline: { status: 0 },
  'bad-answer': { status: 0 },
  // files
  'file-not-pdf': { status: 422 },
  'file-empty': { status: 422 },
  'file-truncated': { status: 422 },
  'file-too-large': { status: 413 },
  'file-password': { status: 422 },
  'file-vanished': { status: 404 },
  'file-unreadable': { status: 422 },
  'file-hash-mismatch': { status: 422 },
  'file-secret-mark': { status: 422 },
  'file-missing': { status: 404 },
  'file-not-here-yet': { status: 404 },
  'file-kind-unknown': { status: 422 },
  'file-kind-lies': { status: 422 },
  'file-bomb': { status: 422 },
  'file-path-trick': { status: 422 },
  'file-active': { status: 422 },
  'edxml-unreadable': { status: 422 },
  'edxml-incomplete': { status: 422 },
  // exchange and archive
  'recipient-unknown': { status: 409 },
  'package-damaged': { status: 422 },
  'package-foreign': { status: 422 },
  // this PC
  'disk-full': { status: 0 },
  'disk-read-only': { status: 0 },
  'journal-failed': { status: 0 },
  'print-failed': { status: 0 },
  'store-failed': { status: 0 },
  'store-lost': { status: 0 },
  'store-damaged': { status: 0 },
  'profile-newer': { status: 0 },
  'journal-foreign': { status: 0 },
  'journal-newer': { status: 0 },
  'journal-damaged': { status: 0 },
  'vault-damaged': { status: 0 },
  // keys and people of this PC
  locked: { status: 0 },
  'wrong-passphrase': { status: 0 },
  'wrong-recovery-code': { status: 0 },
  'wait-before-next-try': { status: 0 },
  'weak-passphrase': { status: 0 },
  'person-exists': { status: 0 },
  'last-person': { status: 0 },
  'keys-damaged': { status: 0 },
  'keys-newer': { status: 0 },
  // backups of this PC
  'backup-folder-missing': { status: 0 },
  'backup-missing': { status: 0 },
  'backup-damaged': { status: 0 },
  'backup-foreign': { status: 0 },
  'backup-newer': { status: 0 },
  'backup-no-room': { status: 0 },
  // the PC's life
  'only-on-this-pc': { status: 0 },
  'device-wiped': { status: 0 },
  'untrusted-sender': { status: 0 },
  'bad-input': { status: 0 },
  unexpected: { status: 0 },
} as const satisfies Record<string, { readonly status: number }>;

/** A stable error code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** Whether a text from outside is a code this build knows. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}
