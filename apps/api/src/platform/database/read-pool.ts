/** Injects the `pg.Pool` of public reads: its role sees published rows only. A replica's, where there is one. */
export const READ_POOL = Symbol('READ_POOL');
/** The same to the database itself, for what the replica has not heard of yet; null where there is no replica. */
export const PRIMARY_READ_POOL = Symbol('PRIMARY_READ_POOL');
