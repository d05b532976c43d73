import { keepCompiled } from './platform/config/compile-cache.ts';
import { readConfig } from './platform/config/config.ts';
import { forgetForeign } from './platform/config/foreign-environment.ts';
import { explainDatabase } from './platform/database/explain.ts';

async function main(): Promise<void> {
  forgetForeign();
  const config = readConfig();
  keepCompiled(config.dataDir);
  // Everything else is loaded from here on, so that its compiled code is found or kept.
  const { createApp } = await import('./app.setup.ts');
  const app = await createApp(config);

  const { Stopping } = await import('./platform/http/stopping.ts');
  const { backlog, stopOnSignals } = await import('@gonggo/reply-store');
  stopOnSignals({
    acceptMs: config.stopDelayMs,
    begin: () => app.get(Stopping, { strict: false }).begin(),
    end: () => app.close(),
  });

  await app.listen({ port: config.apiPort, host: config.host, backlog });
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
