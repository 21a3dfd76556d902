import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { listAudit, type AuditEntry } from '#renderer/platform/desktop-audit.ts';
import { askOf, type AuditFilter } from './audit-filter.ts';

/** Lines a question brings at most. */
const PAGE = 500;

/** Lines that match, newest first. `more` brings older ones; null when there are none. */
export type AuditLines = {
  readonly lines: readonly AuditEntry[] | undefined;
  readonly failure: ErrorCode | null;
  readonly more: (() => void) | null;
};

/** Asks the desktop for the lines that match. */
export function useAuditLines(filter: AuditFilter): AuditLines {
  const [lines, setLines] = useState<readonly AuditEntry[]>();
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [isWhole, setWhole] = useState(true);
  useEffect(() => {
    let live = true;
    void listAudit(askOf(filter, null)).then((reply) => {
      if (!live) return;
      setFailure(reply.ok ? null : reply.error.code);
      if (!reply.ok) return;
      setLines(reply.value);
      setWhole(reply.value.length < PAGE);
    });
    return () => {
      live = false;
    };
  }, [filter]);
  const more = useCallback(async (): Promise<void> => {
    const last = lines?.at(-1);
    if (last === undefined) return;
    const reply = await listAudit(askOf(filter, last.n));
    if (!reply.ok) return;
    setLines([...(lines ?? []), ...reply.value]);
    setWhole(reply.value.length < PAGE);
  }, [filter, lines]);
  return { lines, failure, more: isWhole ? null : () => void more() };
}

/** All lines that match, however many, for an export. */
export async function readAllLines(filter: AuditFilter): Promise<readonly AuditEntry[] | undefined> {
  const all: AuditEntry[] = [];
  for (;;) {
    const reply = await listAudit(askOf(filter, all.at(-1)?.n ?? null));
    if (!reply.ok) return undefined;
    all.push(...reply.value);
    if (reply.value.length < PAGE) return all;
  }
}
