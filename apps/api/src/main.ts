import { keepCompiled } from './config/compile-cache.ts';
import { readConfig } from './config/config.ts';
import { forgetForeign } from './config/foreign-environment.ts';
import { explainDatabase } from './database/explain.ts';

const drainMs = 15_000;

async function main(): Promise<void> {
  forgetForeign();
  const config = readConfig();
  keepCompiled(config.dataDir);
  // Everything else is loaded from here on, so that its compiled code is found or kept.
  const { createApp } = await import('./app.setup.ts');
  const app = await createApp(config);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // Whoever does not finish in time is cut: a stop must end.
    setTimeout(() => process.exit(1), drainMs).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The launcher is gone, however it went: nobody would stop us any more.
  process.on('disconnect', stop);

  await app.listen({ port: config.apiPort, host: config.host });
  process.send?.({ ready: true });
}

main().catch((error: NodeJS.ErrnoException) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `The API's port is taken: ${error.message}. Set API_PORT to another one.`;
  if (error.code === '28P01' || error.code === '42501' || error.code === '42P01' || error.code === '3D000') {
    return `The database is not prepared (${error.message}). Run: npm run gonggo -- migrate`;
  }
  if ((error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') && error.path)
    return `${error.path} may not be used by this user (${error.code}): give it to them, or set DATA_DIR.`;
  const said = explainDatabase(error);
  if (said) return said;
  return error.message.startsWith('Wrong settings') ? error.message : (error.stack ?? String(error));
}
