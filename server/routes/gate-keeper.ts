import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';
import { sendBusy } from './refusal-reply.ts';
import type { Ticket, WorkGate } from './work-gate.ts';

/** Keeps the gate for routes whose work locks a commune's stream. */
export type GateKeeper = {
  /** Lets a request in before its body is read, and before it is asked who it is of; or sends it away with the time to come again. */
  readonly letIn: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** Works when its turn among the communes has come; `undefined` when it does not come in time, or nobody waits for the answer any more. */
  readonly inTurn: <T>(request: FastifyRequest, commune: string, work: () => Promise<T>) => Promise<T | undefined>;
  readonly sendAway: (reply: FastifyReply) => FastifyReply;
};

/** Makes the keeper of a gate. */
export function createGateKeeper(gate: WorkGate, metrics: Metrics): GateKeeper {
  const tickets = new WeakMap<FastifyRequest, Ticket>();
  const sendAway = (reply: FastifyReply): FastifyReply => {
    metrics.countLimited('busy');
    return sendBusy(reply, gate.pauseMs());
  };
  return {
    sendAway,
    letIn: async (request, reply) => {
      const ticket = gate.enter();
      if (ticket === undefined) return sendAway(reply);
      tickets.set(request, ticket);
      reply.raw.once('close', ticket.leave);
      return undefined;
    },
    async inTurn(request, commune, work) {
      const ticket = tickets.get(request);
      try {
        return (await ticket?.turn(commune)) === true ? await work() : undefined;
      } finally {
        ticket?.leave();
      }
    },
  };
}
