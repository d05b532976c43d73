import type { Role } from '@gonggo/contract';
import type { Words } from '../words/ko.ts';

export const roleOptions = ({ shell }: Words) =>
  (Object.keys(shell.roles) as Role[]).map((value) => ({ value, label: shell.roles[value] }));
