import { auditText } from '#renderer/messages/audit.ts';
import type { AuditEntry } from '#renderer/platform/desktop-audit.ts';
import { auditWords, type AuditNames } from './audit-words.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** The lines as a CSV file that Excel opens with Vietnamese letters: UTF-8 with its mark, one line a record. */
export function auditCsv(lines: readonly AuditEntry[], names: AuditNames): Uint8Array {
  const rows = lines.map((entry) => {
    const { when, what, who, about, detail } = auditWords(entry, names);
    return [String(entry.n), when, what, who, about, detail, entry.hash];
  });
  const text = [auditText.csvHead, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}

/** Quoted; what a spreadsheet would take for a formula is marked as text. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
