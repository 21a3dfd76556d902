import { expect, test } from 'vitest';
import type { AuditEntry } from '#renderer/platform/desktop-audit.ts';
import { auditCsv } from './audit-csv.ts';

const line: AuditEntry = {
  n: 7,
  at: Date.UTC(2026, 10, 22, 3, 5),
  kind: 'member-read',
  by: 'p1',
  type: 'member',
  id: 'm1',
  detail: '',
  hash: 'h'.repeat(43),
};
const names = {
  person: (id: string) => (id === 'p1' ? 'Nông Thị Thắm' : undefined),
  titles: new Map([['member:m1', '=2+3 "Bế"']]),
};

test('the file opens in a spreadsheet with Vietnamese letters, and nothing in it is a formula', () => {
  const bytes = auditCsv([line, { ...line, n: 8, id: 'm2', by: '' }], names);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = new TextDecoder().decode(bytes).split('\r\n');
  expect(rows[1]).toBe(
    `"7","22/11/2026 10:05","Xem hồ sơ đảng viên","Nông Thị Thắm","Hồ sơ đảng viên: =2+3 ""Bế""","","${'h'.repeat(43)}"`,
  );
  expect(rows[2]).toContain('"chương trình","Hồ sơ đảng viên không còn trên máy này"');
  expect(new TextDecoder().decode(auditCsv([{ ...line, detail: '=1+1' }], names))).toContain(`"'=1+1"`);
});
