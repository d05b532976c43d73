/** Injects the `pg.Pool` of public reads: its role sees published rows only. */
export const READ_POOL = Symbol('READ_POOL');
