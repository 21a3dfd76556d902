/**
 * Conditions of PostgreSQL that pass by themselves (Appendix A of its manual): serialization and deadlock, lock and statement timeouts, a transaction
 * ended for idling, too many connections, a database that goes down or comes up, a broken connection.
 */
const PASSING_STATES: readonly string[] = [
  ...['40001', '40P01', '55P03', '57014', '25P03', '53300'],
  ...['57P01', '57P02', '57P03', '08000', '08003', '08006', '08001', '08004'],
];

/** What node says of a database, or its socket, that is not there at this moment, and of one that goes. */
const NOT_THERE: readonly string[] = ['ECONNREFUSED', 'ENOENT'];
const GOING: readonly string[] = ['ECONNRESET', 'EPIPE'];

/** What pg says, without a code, of a connection that broke or did not come. */
const PASSING_WORDS = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether the database failed in a way that is over soon, so that the same request, sent again, may succeed then. */
export function isPassing(failure: Error): boolean {
  const { code, syscall } = failure as NodeJS.ErrnoException;
  if (code === undefined) return PASSING_WORDS.test(failure.message);
  return PASSING_STATES.includes(code) || GOING.includes(code) || (syscall === 'connect' && NOT_THERE.includes(code));
}
