import { describe, expect, it } from 'vitest';
import { createWorkGate, type GateSize, type Ticket } from './work-gate.ts';

const SIZE: GateSize = { running: 2, runningOfOne: 1, inside: 5, waitMs: 40 };

/** Lets one in that must find room. */
function letIn(gate: ReturnType<typeof createWorkGate>): Ticket {
  const ticket = gate.enter();
  if (ticket === undefined) throw new Error('there was no room');
  return ticket;
}

describe('createWorkGate', () => {
  it('sends away what does not fit, and takes the next one when somebody has left', () => {
    const gate = createWorkGate(SIZE);
    const tickets = Array.from({ length: 5 }, () => letIn(gate));
    expect(gate.enter()).toBeUndefined();
    tickets[0]?.leave();
    tickets[0]?.leave();
    expect(gate.enter()).toBeDefined();
    expect(gate.enter()).toBeUndefined();
  });

  it('lets one commune not hold the places of the others', async () => {
    const gate = createWorkGate(SIZE);
    const [first, second, other] = [letIn(gate), letIn(gate), letIn(gate)];
    expect(await first.turn('na-lau')).toBe(true);
    const waits = second.turn('na-lau');
    expect(await other.turn('po-khau')).toBe(true);
    expect(gate.counts()).toEqual({ running: 2, waiting: 1 });
    first.leave();
    expect(await waits).toBe(true);
  });

  it('ends a wait that grows too long, and the wait of who has gone', async () => {
    const gate = createWorkGate(SIZE);
    expect(await letIn(gate).turn('na-lau')).toBe(true);
    expect(await letIn(gate).turn('na-lau')).toBe(false);
    const gone = letIn(gate);
    const waits = gone.turn('na-lau');
    gone.leave();
    expect(await waits).toBe(false);
    expect(gate.counts()).toEqual({ running: 1, waiting: 0 });
  });

  it('names a pause that grows with the work at hand, between a second and a minute', async () => {
    const clock = { ms: 0 };
    const gate = createWorkGate({ ...SIZE, inside: 100 }, () => clock.ms);
    expect(gate.pauseMs()).toBe(1000);
    for (let i = 0; i < 60; i += 1) {
      const ticket = letIn(gate);
      await ticket.turn('na-lau');
      clock.ms += 400;
      ticket.leave();
    }
    for (let i = 0; i < 29; i += 1) letIn(gate);
    expect(gate.pauseMs()).toBeGreaterThan(5000);
    expect(gate.pauseMs()).toBeLessThan(6100);
    clock.ms += 1_000_000;
    expect(gate.pauseMs()).toBeLessThanOrEqual(60_000);
  });
});
