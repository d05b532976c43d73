// What the programs are told: the file .env, the shell's variables over it, and nothing of other people's.
import * as fs from 'node:fs';
import { parseEnv } from 'node:util';
import { Problem } from './problem.mjs';

/**
 * Variables with which a shell steers other programs: the PostgreSQL clients of another project (a driver takes what an
 * address leaves open from them), and the proxies, which Node itself obeys when told to. We reach our own database, API
 * and site by their addresses alone.
 */
const foreign = /^(PG[A-Z]+|NODE_PG_FORCE_NATIVE|NODE_USE_ENV_PROXY|(https?|all|no|ftp)_proxy)$/i;

/** An environment without them. */
export const ownEnvironment = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));

/**
 * The settings in a file like .env; none when there is no such file. Refuses, by line, whatever would be read otherwise
 * than it looks: a setting that is silently none, or half, may mean another database.
 */
export function readEnvFile(file) {
  let bytes;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new Problem(`${file} can't be read (${error.code}).`);
  }
  // An editor's byte order mark is no part of the first name.
  const lines = utf8(bytes, file)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
  const problems = lines.flatMap((line, index) => {
    const problem = problemOf(line);
    return problem ? [`line ${index + 1}: ${problem}`] : [];
  });
  if (problems.length) throw new Problem(`${file} can't be understood:\n  - ${problems.join('\n  - ')}`);
  return Object.assign({}, ...lines.map((line) => parseEnv(line)));
}

/** What is wrong with a line, without its value: that may be a password. */
function problemOf(line) {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  if (text.includes('\0')) return 'it holds a NUL character; save the file as UTF-8.';
  const [, name, value] = /^(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=(.*)$/.exec(text) ?? [];
  if (name === undefined) return 'this is no NAME=value and no # comment.';

  const [quote, ...rest] = value.trim();
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = rest.indexOf(quote);
    if (end < 0) return `the quote around the value of ${name} is not closed on this line.`;
    const after = rest
      .slice(end + 1)
      .join('')
      .trim();
    if (after && !after.startsWith('#')) return `something follows the closing quote of ${name}.`;
  } else if (/(^|[^ \t])#/.test(value)) {
    return `the value of ${name} holds a #; write it in quotes, or what follows is lost as a comment.`;
  }
  return undefined;
}

function utf8(bytes, file) {
  const wide = [0xfffe, 0xfeff].includes(bytes.length > 1 ? bytes.readUInt16BE(0) : 0);
  if (wide) throw new Problem(`${file} is in UTF-16; save it as UTF-8.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // A replacement character of the file's own is valid: its line reads the same when written again.
    const line = bytes
      .toString('latin1')
      .split('\n')
      .findIndex((each) => {
        const part = Buffer.from(each, 'latin1');
        return !part.equals(Buffer.from(part.toString('utf8'), 'utf8'));
      });
    throw new Problem(`${file}, line ${line + 1}, is not UTF-8; save the file as UTF-8.`);
  }
}
