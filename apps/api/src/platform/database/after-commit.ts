import type { EntityManager } from 'typeorm';

interface Data {
  afterCommit?: (() => void)[];
}

/** For those who hold a transaction's manager: runs `then` once it has committed, at once outside of one, never if it fails. */
export function afterCommit(tx: EntityManager, then: () => void): void {
  if (!tx.queryRunner?.isTransactionActive) return then();
  ((tx.queryRunner.data as Data).afterCommit ??= []).push(then);
}

/** What was left to do after the commit of the transaction that `tx` had; for whoever commits. */
export function takeAfterCommit(tx: EntityManager): (() => void)[] {
  const data = tx.queryRunner?.data as Data | undefined;
  const left = data?.afterCommit ?? [];
  delete data?.afterCommit;
  return left;
}
