import { userInfo } from 'node:os';
import { AddressProblem } from './address-problem.ts';
import { tlsFrom, type Tls } from './tls.ts';

/** Where a database is and who owns it: the fields of an address, each decoded once. */
export interface DatabaseAddress {
  /** A name, an IP address, or the directory of a Unix socket. */
  host: string;
  port: number;
  database: string;
  user: string;
  /** null = none is given. */
  password: string | null;
  /** As node:tls takes it; false = not encrypted. */
  tls: Tls;
  /** The server's start options, handed on as they are; undefined = none. */
  options: string | undefined;
}

/** Parameters that ask for nothing we do otherwise, or that we set ourselves. */
const ignored = new Set([
  ...['application_name', 'fallback_application_name', 'client_encoding', 'connect_timeout', 'gssencmode'],
  ...['keepalives', 'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
  ...['target_session_attrs', 'channel_binding', 'sslcompression', 'sslnegotiation'],
]);
const read = new Set([
  ...['host', 'port', 'dbname', 'user', 'password', 'options'],
  ...['ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'uselibpqcompat'],
]);

const form = /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#@]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/i;
const usual = 'must be an address like postgres://user:password@host:5432/database (write % as %25)';

const misplaced = `${usual}, with / as %2F, ? as %3F and : as %3A where they belong to the password`;

/** Takes a `postgres://` address apart, wherever in it user, password and host stand; throws `AddressProblem`. */
export function parseAddress(value: string): DatabaseAddress {
  if (value.includes('#')) throw new AddressProblem('must write # as %23');
  const parts = form.exec(value);
  if (!parts) throw new AddressProblem(usual);
  const [, credentials = '', place = '', path = '', search = ''] = parts;
  const { host, port } = placeOf(place);
  const given = parameters(search);
  const colon = credentials.indexOf(':');
  const [user, password] =
    colon < 0 ? [credentials, ''] : [credentials.slice(0, colon), credentials.slice(colon + 1)];
  const once = (what: string, outside: string, inQuery = given[what] ?? ''): string => {
    if (outside && inQuery && outside !== inQuery) throw new AddressProblem(`must name one ${what}, not two`);
    return outside || inQuery;
  };
  const address = {
    host: once('host', decoded(host)) || 'localhost',
    port: Number(once('port', port) || 5432),
    database: once('database', decoded(path), given.dbname),
    user: once('user', decoded(user)) || userInfo().username,
    password: once('password', decoded(password)) || null,
    options: given.options,
  };
  if (address.host.includes(',')) throw new AddressProblem('must name one host, not several');
  if (!(address.port >= 1 && address.port <= 65_535)) throw new AddressProblem(usual);
  if (!address.database) throw new AddressProblem(usual);
  return { ...address, tls: address.host.startsWith('/') ? false : tlsFrom(given) };
}

/** What is wrong with an address, as words that follow the setting's name; null = nothing. */
export function addressProblem(value: string): string | null {
  try {
    parseAddress(value);
    return null;
  } catch (error) {
    if (error instanceof AddressProblem) return error.message;
    throw error;
  }
}

function placeOf(place: string): { host: string; port: string } {
  if (/,/.test(place)) throw new AddressProblem('must name one host, not several');
  const [, ipv6, name = '', port = ''] = /^(?:\[([\da-f:.]+)\]|([^:[\]]*))(?::(\d*))?$/i.exec(place) ?? [];
  if (ipv6 === undefined && !name && place && !/^:\d*$/.test(place)) {
    throw new AddressProblem(misplaced);
  }
  return { host: ipv6 ?? name, port };
}

function parameters(search: string): Record<string, string> {
  const given: Record<string, string> = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    if (ignored.has(name)) continue;
    // What is no name at all may be the rest of a password.
    if (!/^\w{1,40}$/.test(name)) throw new AddressProblem(misplaced);
    if (!read.has(name)) throw new AddressProblem(`must not have the parameter ${name}`);
    if (name in given) throw new AddressProblem(`must have the parameter ${name} once`);
    given[name] = decoded(at < 0 ? '' : pair.slice(at + 1));
  }
  return given;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AddressProblem('must write % as %25, in the password as everywhere in the address');
  }
}
