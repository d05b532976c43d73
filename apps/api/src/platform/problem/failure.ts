/**
 * What became of a statement that is neither our mistake nor the caller's:
 * `away` the database can't be reached, ended the connection or is not ready; `full` its disk is;
 * `slow` it or a lock took longer than allowed; `crossed` two transactions were in each other's way.
 */
export type Failure = 'away' | 'full' | 'slow' | 'crossed';

/**
 * By class of SQLSTATE: connection, sign-in, no such database, resources, shut down or starting, system; 25006 is what a
 * standby says that took the place of the server written to. Beside them Node's own codes for what a network can do.
 */
const away =
  /^(08...|28...|3D000|53...|57P..|58...|25006|E(CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_\w+|NETDOWN|NETUNREACH|NETRESET|HOSTDOWN|HOSTUNREACH|ADDRNOTAVAIL|MFILE|NFILE)|ERR_(SSL|TLS|STREAM|SOCKET)\w*)$/;
/** Words of node-postgres and its pool, which have no codes. */
const cut =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client has encountered a connection error|Client was closed|Client has already been|Cannot use a pool after|The server does not support SSL|There was an error establishing an SSL)/;
/** TypeORM's, for a transaction whose connection ended between two statements. */
const left = new Set(['QueryRunnerAlreadyReleasedError', 'TransactionNotStartedError']);
/** No lock in time, a statement or transaction that took too long, or in which nothing was asked for too long. */
const slow = new Set(['55P03', '57014', '25P03', '25P04']);

/** null = something else. */
export function failureOf(error: Error): Failure | null {
  const { code = '', syscall } = error as Error & { code?: string; syscall?: string };
  if (slow.has(code)) return 'slow';
  if (code === '40001' || code === '40P01') return 'crossed';
  if (code === '53100') return 'full';
  // The socket of a server on this machine that is stopped.
  const noSocket = code === 'ENOENT' && syscall === 'connect';
  return away.test(code) || noSocket || cut.test(error.message) || left.has(error.name) ? 'away' : null;
}
