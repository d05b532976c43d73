import { beforeEach, describe, expect, test } from '@jest/globals';
import { acceptedCodings } from './negotiate.ts';
import { ReplyStore, type Rendered } from './reply-store.ts';

let clock: number;
let store: ReplyStore;
beforeEach(() => {
  clock = 1000;
  store = new ReplyStore({ maxBytes: 200_000, maxRefusals: 3, now: () => clock });
});

const page = (body: string, more: object = {}): Rendered => ({ status: 200, headers: {}, body, ...more });
const shown = (key: string) => store.get(key)?.identity.body.toString();

/** A render that waits until it is told to go on. */
function held(reply: Rendered | Error) {
  let finish!: () => void;
  const render = () =>
    new Promise<Rendered>((resolve, reject) => {
      finish = () => (reply instanceof Error ? reject(reply) : resolve(reply));
    });
  return { render, finish: () => finish() };
}

describe('filling', () => {
  test('many who ask at once cause one render', async () => {
    let renders = 0;
    const render = async () => {
      renders++;
      await new Promise((done) => setTimeout(done, 5));
      return page('one');
    };
    const kept = await Promise.all(Array.from({ length: 50 }, () => store.fill('/a', render)));
    expect(renders).toBe(1);
    expect(new Set(kept.map((one) => one.entry)).size).toBe(1);
    expect(shown('/a')).toBe('one');
  });

  test('a failed render is not kept and the next one is tried', async () => {
    await expect(store.fill('/a', async () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    await store.fill('/a', async () => page('up'));
    expect(shown('/a')).toBe('up');
  });
});

describe('dropping', () => {
  test.each([
    ['its key', '/a'],
    ['everything', undefined],
    ['what a test accepts', (key: string) => key.startsWith('/a')],
  ])('%s detaches a render that is running: it is sent, not kept', async (_, which) => {
    const old = held(page('old'));
    const waiting = store.fill('/a', old.render);
    store.drop(which);
    const fresh = store.fill('/a', async () => page('new'));
    old.finish();

    expect((await waiting).entry.identity.body.toString()).toBe('old');
    expect((await fresh).entry.identity.body.toString()).toBe('new');
    expect(shown('/a')).toBe('new');
  });

  test('a late old render does not replace the newer one', async () => {
    const old = held(page('old'));
    const waiting = store.fill('/a', old.render);
    store.drop('/a');
    await store.fill('/a', async () => page('new'));
    old.finish();
    await waiting;
    expect(shown('/a')).toBe('new');
  });

  test('other keys stay', async () => {
    await store.fill('/a', async () => page('a'));
    await store.fill('/b', async () => page('b'));
    store.drop('/a');
    expect([shown('/a'), shown('/b')]).toEqual([undefined, 'b']);
  });

  test('a reply from before a known revision is sent but not kept', async () => {
    store.drop(undefined, 7);
    const kept = await store.fill('/a', async () => page('lagging', { revision: 6 }));
    expect(kept.entry.identity.body.toString()).toBe('lagging');
    expect(shown('/a')).toBeUndefined();
    await store.fill('/a', async () => page('current', { revision: 7 }));
    expect(shown('/a')).toBe('current');
  });
});

describe('ends', () => {
  test('nothing is shown at or after its end', async () => {
    await store.fill('/a', async () => page('open', { expiresAt: 2000 }));
    clock = 1999;
    expect(shown('/a')).toBe('open');
    clock = 2000;
    expect(shown('/a')).toBeUndefined();
    await store.fill('/a', async () => page('closed'));
    expect(shown('/a')).toBe('closed');
  });

  test('what ended while it was rendered is not kept', async () => {
    const late = held(page('open', { expiresAt: 1500 }));
    const waiting = store.fill('/a', late.render);
    clock = 1500;
    late.finish();
    await waiting;
    expect(store.size.entries).toBe(0);
  });
});

describe('while no news arrive', () => {
  const failing = async () => Promise.reject(new Error('out of reach'));
  const keep = (key: string, more: object = {}) =>
    store.fill(key, async () => page('kept', { staleIfError: true, ...more }));

  test('every reading asks, and an unchanged reply is confirmed', async () => {
    await keep('/a');
    store.distrust();
    expect(store.get('/a')).toBeUndefined();
    const kept = await store.fill('/a', async (old) => {
      expect(old?.identity.body.toString()).toBe('kept');
      return 'unchanged';
    });
    expect(kept).toMatchObject({ stale: false });
  });

  test('what cannot be checked is shown, marked, for five minutes and no longer', async () => {
    await keep('/a');
    clock = 10_000;
    store.distrust();
    clock = 10_000 + 300_000;
    expect(await store.fill('/a', failing)).toMatchObject({ stale: true });
    clock += 1;
    await expect(store.fill('/a', failing)).rejects.toThrow('out of reach');
  });

  test('never past its end', async () => {
    await keep('/a', { expiresAt: 5000 });
    store.distrust();
    clock = 5000;
    await expect(store.fill('/a', failing)).rejects.toThrow('out of reach');
  });

  test('never when it did not allow it, or was dropped, even while we asked', async () => {
    await store.fill('/strict', async () => page('kept'));
    await keep('/withdrawn');
    await keep('/withdrawn-now');
    store.distrust();
    store.drop('/withdrawn');
    await expect(store.fill('/strict', failing)).rejects.toThrow('out of reach');
    await expect(store.fill('/withdrawn', failing)).rejects.toThrow('out of reach');

    const asking = held(new Error('out of reach'));
    const waiting = store.fill('/withdrawn-now', asking.render);
    store.drop('/withdrawn-now');
    asking.finish();
    await expect(waiting).rejects.toThrow('out of reach');
  });

  test('when news come again, nothing from before is shown', async () => {
    await keep('/a');
    store.distrust();
    const old = held(page('from before'));
    const waiting = store.fill('/a', old.render);
    store.trust();
    old.finish();
    await waiting;
    expect(shown('/a')).toBeUndefined();
    await keep('/a');
    expect(shown('/a')).toBe('kept');
  });
});

describe('revisions when news come again', () => {
  const reply = (revision: number) => async () => page(`of ${revision}`, { revision });

  test('what is older than what the bringer of news knows is not kept', async () => {
    store.distrust();
    store.trust(7);
    await store.fill('/a', reply(6));
    expect(shown('/a')).toBeUndefined();
    await store.fill('/a', reply(7));
    expect(shown('/a')).toBe('of 7');
  });

  test('a database that was put back to an older copy is believed again', async () => {
    store.drop(undefined, 50);
    store.distrust();
    store.trust(7);
    await store.fill('/a', reply(7));
    expect(shown('/a')).toBe('of 7');
  });
});

describe('bounds', () => {
  test('bytes stay within the limit and what is asked for stays', async () => {
    await store.fill('/asked-for', async () => page('x'.repeat(10_000)));
    for (let n = 0; n < 100; n++) {
      expect(shown('/asked-for')).toBeDefined();
      await store.fill(`/${n}`, async () => page('x'.repeat(10_000)));
      expect(store.size.bytes).toBeLessThanOrEqual(200_000);
    }
    expect(store.size.entries).toBeGreaterThan(10);
    expect(shown('/asked-for')).toBeDefined();
  });

  test('codings made later count, and leave with their entry', async () => {
    const { entry } = await store.fill('/a', async () =>
      page('가나다 '.repeat(500), { headers: { 'Content-Type': 'text/plain' } }),
    );
    const before = store.size.bytes;
    const form = await entry.get(acceptedCodings('br'));
    expect(store.size.bytes).toBe(before + form.body.length);
    store.drop('/a');
    expect(store.size.bytes).toBe(0);
  });

  test('refusals have few places and never push out pages', async () => {
    await store.fill('/page', async () => page('page'));
    for (let n = 0; n < 50; n++) await store.fill(`/guess-${n}`, async () => page('none', { status: 404 }));
    expect(store.size).toMatchObject({ refusals: 3, entries: 4 });
    expect(shown('/page')).toBe('page');
    expect(shown('/guess-49')).toBe('none');
  });

  test('keys count like what is kept under them', async () => {
    const long = (n: number) => `/${n}?${'k'.repeat(900)}`;
    await store.fill('/a', async () => page('one'));
    const short = store.size.bytes;
    store.drop();
    await store.fill(long(0), async () => page('one'));
    expect(store.size.bytes - short).toBe(long(0).length - '/a'.length);
    for (let n = 0; n < 200; n++) await store.fill(long(n), async () => page('one'));
    expect(store.size.bytes).toBeLessThanOrEqual(200_000);
    expect(store.size.entries).toBeLessThanOrEqual(Math.floor(200_000 / (1500 + 900)));
    store.drop();
    for (let n = 0; n < 200; n++) store.drop(long(n));
    expect(store.size.bytes).toBe(0);
  });

  test('nothing is kept under a key of more than 1 KB', async () => {
    for (const key of [`/?${'k'.repeat(1023)}`, '가'.repeat(342)]) {
      const kept = await store.fill(key, async () => page('sent'));
      expect(kept.entry.identity.body.toString()).toBe('sent');
    }
    expect(store.size).toEqual({ bytes: 0, entries: 0, refusals: 0 });
    await store.fill('k'.repeat(1024), async () => page('kept'));
    expect(store.size.entries).toBe(1);
  });

  test('a reply too large to be kept is still sent', async () => {
    const kept = await store.fill('/huge', async () => page('x'.repeat(150_000)));
    expect(kept.entry.identity.body).toHaveLength(150_000);
    expect(store.size.entries).toBe(0);
  });
});
