// Whether DATABASE_URL can be taken apart, told before anything is installed or built. The API, which takes it apart
// (apps/api/src/platform/config/address.ts), says the same: tools/database-addresses.json is the table for both.
const ignored = [
  ...['application_name', 'fallback_application_name', 'client_encoding', 'connect_timeout', 'gssencmode'],
  ...['keepalives', 'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
  ...['target_session_attrs', 'channel_binding', 'sslcompression', 'sslnegotiation'],
];
const read = [
  ...['host', 'port', 'dbname', 'user', 'password', 'options'],
  ...['ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'uselibpqcompat'],
];
const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];
const form = /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#@]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/i;
const usual = 'must be an address like postgres://user:password@host:5432/database (write % as %25)';
const misplaced = `${usual}, with / as %2F, ? as %3F and : as %3A where they belong to the password`;

/** What is wrong with an address, as words that follow the setting's name and hold no password; undefined = nothing. */
export function addressProblem(value) {
  if (value.includes('#')) return 'must write # as %23';
  const parts = form.exec(value);
  if (!parts) return usual;
  const [, credentials = '', place = '', path = '', search = ''] = parts;
  const colon = credentials.indexOf(':');
  const outside = {
    user: colon < 0 ? credentials : credentials.slice(0, colon),
    password: colon < 0 ? '' : credentials.slice(colon + 1),
  };
  if (place.includes(',')) return 'must name one host, not several';
  const found = /^(?:\[([\da-f:.]+)\]|([^:[\]]*))(?::(\d*))?$/i.exec(place);
  if (!found || (!found[1] && !found[2] && place && !/^:\d*$/.test(place))) {
    return misplaced;
  }
  try {
    const given = {};
    for (const pair of search.split('&').filter(Boolean)) {
      const [before, ...after] = pair.split('=');
      const [name, text] = [before, after.join('=')].map((part) => decodeURIComponent(part));
      if (ignored.includes(name)) continue;
      if (!/^\w{1,40}$/.test(name)) return misplaced; // it may be the rest of a password
      if (!read.includes(name)) return `must not have the parameter ${name}`;
      if (name in given) return `must have the parameter ${name} once`;
      given[name] = text;
    }
    Object.assign(outside, { host: found[1] ?? found[2], port: found[3] ?? '', database: path });
    const fields = {};
    for (const [what, text] of Object.entries(outside)) {
      const inQuery = given[what === 'database' ? 'dbname' : what] ?? '';
      fields[what] = decodeURIComponent(text) || inQuery;
      if (inQuery && fields[what] !== inQuery) return `must name one ${what}, not two`;
    }
    const port = Number(fields.port || 5432);
    if (fields.host.includes(',')) return 'must name one host, not several';
    if (!fields.database || !(port >= 1 && port <= 65535)) return usual;
    if (given.sslmode && !modes.includes(given.sslmode)) return `must have an sslmode of ${modes.join(', ')}`;
    if (given.ssl !== undefined && !/^(1|0|true|false|no-verify)$/.test(given.ssl)) {
      return 'must have ssl=true or ssl=false, or an sslmode';
    }
  } catch {
    return 'must write % as %25, in the password as everywhere in the address';
  }
  return undefined;
}
