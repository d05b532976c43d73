import 'reflect-metadata';
import { commands } from './cli/commands.ts';
import { readConfig } from './platform/config/config.ts';
import { forgetForeign } from './platform/config/foreign-environment.ts';
import { explainDatabase } from './platform/database/explain.ts';

const usage = `gonggo <verb>

${commands.map(({ usage: line, does }) => `  ${line.padEnd(44)}${does}`).join('\n')}
`;

async function main(args: string[]): Promise<void> {
  forgetForeign();
  const command = commands.find(({ verb }) => verb.every((word, index) => args[index] === word));
  if (!command) {
    process.stderr.write(args.length ? `There is no verb “${args.join(' ')}”.\n\n${usage}` : usage);
    process.exitCode = 2;
    return;
  }
  await command.run(readConfig(), args.slice(command.verb.length));
}

main(process.argv.slice(2)).catch((error: Error & { code?: string }) => {
  const expected = error.name === 'UsageError' || error.message.startsWith('Wrong settings');
  const said = explainDatabase(error);
  process.stderr.write(
    `${said ?? (expected || error.code ? error.message : (error.stack ?? error.message))}\n`,
  );
  // Connections that a failed verb left open must not keep it here.
  process.exit(1);
});
