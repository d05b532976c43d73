import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { Term } from './term.ts';

/** Terms for a draft that names them: held until the transaction ends, so that none is deleted before it is saved. */
export function heldTerms(tx: EntityManager, where: FindOptionsWhere<Term>): Promise<Term[]> {
  return tx.find(Term, { where, order: { id: 'ASC' }, lock: { mode: 'for_key_share' } });
}
