import type { Config } from '../platform/config/config.ts';
import { remove, seed } from './demo.ts';
import { doctor } from './doctor.ts';
import { migrateAndBegin } from './migrate.ts';
import { addUser, resetPassword } from './users.ts';

export interface Command {
  verb: string[];
  usage: string;
  does: string;
  run: (config: Config, args: string[]) => Promise<void>;
}

/** What the command line can do. */
export const commands: Command[] = [
  {
    verb: ['migrate'],
    usage: 'migrate',
    does: 'bring the database up to date; make the owner on the first run',
    run: migrateAndBegin,
  },
  { verb: ['seed'], usage: 'seed', does: 'bring in the demo company and its postings', run: seed },
  { verb: ['demo', 'remove'], usage: 'demo remove', does: 'take the demo company away again', run: remove },
  {
    verb: ['user', 'add'],
    usage: 'user add <email> <role> [name]',
    does: 'make an account and print the link to set its password',
    run: addUser,
  },
  {
    verb: ['user', 'password'],
    usage: 'user password <email>',
    does: 'give a new password, without TOTP; ends all sessions',
    run: resetPassword,
  },
  { verb: ['doctor'], usage: 'doctor', does: 'look for what is wrong with the installation', run: doctor },
];
