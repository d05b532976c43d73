/**
 * Injects the small `pg.Pool` that counts limits. A count must stand whatever becomes of the request, so it can't share
 * the request's transaction; and it must not wait for a connection of the pool whose connections wait for it.
 */
export const LIMIT_POOL = Symbol('LIMIT_POOL');
