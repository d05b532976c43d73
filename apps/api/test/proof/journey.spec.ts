import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { useApi } from '../support/api.ts';

const api = useApi();
const script = join(__dirname, '../../../../docs/examples/journey.mjs');

const run = (secret: string) =>
  promisify(execFile)(process.execPath, [script, api.url], {
    env: { PATH: process.env.PATH, GONGGO_KEY: secret },
    timeout: 30_000,
  });

test('the journey in the documents succeeds with nothing but a key, as often as one likes', async () => {
  const { secret } = await api.withKey('drafts:read', 'drafts:write', 'images:write', 'postings:publish');
  for (let times = 0; times < 2; times += 1) {
    const { stdout, stderr } = await run(secret);
    expect(stderr).toBe('');
    const lines = stdout.trim().split('\n');
    expect(lines.at(-1)).toBe('Done.');
    expect(lines.filter((line) => line.startsWith('✓ ')).length).toBeGreaterThanOrEqual(12);
  }
});

test('with a key that may not publish it ends, and says why', async () => {
  const { secret } = await api.withKey('drafts:read', 'drafts:write', 'images:write');
  await expect(run(secret)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The API key lacks the scope postings:publish.'),
  });
});
