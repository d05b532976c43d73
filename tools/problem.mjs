import * as fs from 'node:fs';
import { userInfo } from 'node:os';

/** Something the person at the keyboard can act on: printed without a stack. */
export class Problem extends Error {}

/** Ends the process with the message of a Problem, or with the stack of anything else. */
export function fail(error) {
  tell(error);
  process.exit(1);
}

/** Says what went wrong: a Problem and whatever the disk refuses in words, anything else with its stack. */
export function tell(error) {
  const message = error instanceof Problem ? error.message : refusalOf(error);
  console.error(message ? `\n${message}\n` : error);
}

/** What a refusal of the disk means to the person who started us; undefined for any other error. */
export function refusalOf({ code, path, dest }) {
  const at = dest ?? path;
  if (!at) return undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `There is no room left on the disk for ${at}.`;
  if (code === 'EROFS')
    return `${at} is on a file system that can't be written. Set DATA_DIR to a directory that can.`;
  if (code !== 'EACCES' && code !== 'EPERM') return undefined;
  return [
    `${at} ${ownerOf(at)}, and this user (${userInfo().username}) may not use it. Was Gonggo started as another user before?`,
    `Start it as that user again, or give the directory to this one (sudo chown -R ${userInfo().username} <directory>), or set DATA_DIR to a directory of your own.`,
  ].join('\n');
}

/** Whose the file is, or the directory that hides it. */
function ownerOf(at) {
  try {
    return `belongs to user ${fs.statSync(at).uid}`;
  } catch {
    return 'is in a directory of another user';
  }
}
