import type { DemoPosting } from '../posting.ts';
import { data } from './data.ts';
import { design } from './design.ts';
import { foundation } from './foundation.ts';
import { ledgerEnglish } from './ledger.en.ts';
import { ledger } from './ledger.ts';
import { mobile } from './mobile.ts';
import { orders } from './orders/orders.ts';
import { support } from './support.ts';

/** All postings, in the order in which they are published: the long read last, so that it stands first. */
export const demoPostings = (today: string): DemoPosting[] => [
  foundation,
  support,
  design,
  mobile,
  data,
  ledger,
  ledgerEnglish,
  orders(today),
];
