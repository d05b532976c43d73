import * as nodeModule from 'node:module';
import { join } from 'node:path';

/** What of Node's own module `module` this needs; 22.8 and later have it. */
interface Compiling {
  enableCompileCache?: (directory: string) => unknown;
}

const node: Compiling & Partial<typeof nodeModule> = nodeModule;

/**
 * Keeps the compiled code of what is loaded after this from one start to the next, where Node can. In the data
 * directory, not in Node's own place below the system's temporary one: there anybody on the machine could put code
 * for us to run. A directory that can't be written costs the saving, nothing else.
 */
export function keepCompiled(dataDir: string, { enableCompileCache }: Compiling = node): void {
  enableCompileCache?.(join(dataDir, 'compiled'));
}
