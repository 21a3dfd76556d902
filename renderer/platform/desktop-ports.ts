import { uuidv7 } from 'uuidv7';
import { err, ok } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { opsToText } from '#shared/contract/ops-text.ts';
import type { OfficePorts } from '#renderer/data/office-ports.ts';
import { callDesktop } from './desktop.ts';

/** What the office's data needs from outside, through the desktop. */
export function desktopPorts(desktop: DesktopBridge): OfficePorts {
  return {
    journal: {
      append: async (ops) => {
        const reply = await callDesktop(desktop, 'journal:append', { ops: opsToText(ops) });
        return reply.ok ? ok(null) : err({ code: reply.error.code });
      },
      readSince: async (n, lane) => {
        const reply = await callDesktop(desktop, 'journal:read-since', { n, lane });
        return reply.ok ? ok(reply.value) : err({ code: reply.error.code });
      },
      facts: async () => {
        const reply = await callDesktop(desktop, 'journal:facts', undefined);
        return reply.ok ? ok(reply.value) : err({ code: reply.error.code });
      },
    },
    history: {
      read: async (type, id) => {
        const reply = await callDesktop(desktop, 'sync:history', { type, id });
        return reply.ok ? reply.value : undefined;
      },
    },
    receipts: {
      show: async (request) => {
        const reply = await callDesktop(desktop, 'sync:receipts', request);
        return reply.ok ? reply.value : undefined;
      },
    },
    newId: uuidv7,
    nowMs: () => Date.now(),
  };
}
