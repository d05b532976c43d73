import { afterEach, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ProcessLog } from './process-log.ts';

afterEach(() => void jest.restoreAllMocks());

test('in production the lines of the security log are said, and of other happenings none', () => {
  const written: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  jest.spyOn(console, 'log').mockImplementation((text) => void written.push(String(text)));
  for (const production of [true, false]) {
    Logger.overrideLogger(new ProcessLog({ production }, ['Audit']));
    new Logger('Audit').log('{"action":"session.begun"}');
    new Logger('RouterExplorer').log('Mapped a route');
  }
  Logger.overrideLogger(false);
  expect(written).toHaveLength(1);
  expect(written[0]).toContain('session.begun');
});
