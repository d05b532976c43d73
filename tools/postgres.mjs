import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { createCluster, DATABASE, refuseOtherVersion, USER } from './postgres/cluster.mjs';
import { binaries, isRoot, placeFor } from './postgres/places.mjs';
import { adopt, launch, stop } from './postgres/server.mjs';
import { useBy } from './postgres/users.mjs';

/**
 * Starts the PostgreSQL that comes with the dependencies on a data directory, or adopts the one that already
 * runs there (it outlives a killed launcher). Listens on the loopback address only.
 *
 * `forTests` trades durability for speed and belongs on throw-away directories only.
 * `stop()` ends the server unless another living process uses it, too.
 */
export async function startPostgres({ dataDir, forTests = false }) {
  const home = placeFor(resolve(dataDir));
  const cluster = join(home, 'postgres');
  fs.mkdirSync(home, { recursive: true });
  if (isRoot()) fs.chmodSync(home, 0o755);

  const password = keep(join(home, 'postgres-password'), () => randomBytes(24).toString('base64url'));
  const native = binaries(home);
  const fresh = !fs.existsSync(join(cluster, 'PG_VERSION'));
  if (fresh) createCluster(native, cluster, password, forTests);
  refuseOtherVersion(native, cluster);

  // Said before looking for a running server, so that whoever leaves meanwhile lets it run.
  const users = useBy(process.pid, join(home, 'postgres-users'));
  let server;
  try {
    server = (await adopt(cluster)) ?? (await launch(native, cluster, join(home, 'postgres-port'), forTests));
  } catch (error) {
    users.leave();
    throw error;
  }
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${server.port}/${DATABASE}`,
    pid: server.pid,
    fresh,
    adopted: server.adopted,
    async stop() {
      if (users.leave()) await stop(server.pid, cluster);
    },
  };
}

/** What the file holds; made once, whoever comes first. */
function keep(file, make) {
  if (!fs.existsSync(file)) {
    const mine = `${file}.${process.pid}`;
    fs.writeFileSync(mine, `${make()}\n`, { mode: 0o600 });
    try {
      fs.linkSync(mine, file); // whole or not at all, and never over another's
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(mine);
    }
  }
  return fs.readFileSync(file, 'utf8').trim();
}
