import { ask, signIn } from './author.mjs';
import { openLoad, p99 } from './open-load.mjs';

/**
 * Ten times as many requests as can be served: readings of a long list that no memory has, an author who saves, and
 * health checks. Answers the share of capacity that is served well, and how soon the rest is told. The list is long
 * because the crowd runs on the same cores: were serving as cheap as asking, nothing could be left for it.
 */
export async function overload({ bypassed, owner }, quick) {
  const seconds = quick ? 8 : 30;
  const cookie = await signIn(bypassed, owner);
  const readings = { url: `${bypassed.url}/api/v1/postings?limit=100`, kind: 'reading' };
  const capacity = await capacityOf(readings, quick ? 3 : 8);
  const side = aside(bypassed, cookie, await ask(bypassed, cookie, 'POST', '/drafts', { title: 'Overload' }));
  const { reading } = await openLoad({
    rate: capacity * 10,
    seconds,
    warm: `${bypassed.url}/api/healthz`,
    next: () => readings,
  });
  const { saves, health } = await side.stop();
  return {
    'Overload, capacity in requests a second': Math.round(capacity),
    'Overload, share of capacity served within a second': round(reading.perSecond / capacity),
    'Overload, refusals p99, ms': Math.round(reading.refusedP99),
    'Overload, neither served nor refused': reading.failed,
    'Overload, health p99, ms': Math.round(p99(health)),
    'Overload, saves that succeed': `${saves.filter(({ good }) => good).length} of ${saves.length}`,
  };
}

/** As many at a time as keep it busy, for a while. */
async function capacityOf({ url }, seconds) {
  let served = 0;
  const end = performance.now() + seconds * 1000;
  const one = async () => {
    while (performance.now() < end) {
      const reply = await fetch(url);
      await reply.arrayBuffer();
      if (reply.ok) served += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, one));
  return served / seconds;
}

/** Saves a draft twice a second and asks for health ten times a second until it is stopped. */
function aside(api, cookie, draft) {
  const saves = [];
  const health = [];
  let { revision } = draft;
  let stopped = false;
  const every = async (ms, work) => {
    while (!stopped) {
      await work();
      await new Promise((done) => setTimeout(done, ms));
    }
  };
  const all = Promise.all([
    every(500, async () => {
      try {
        ({ revision } = await ask(
          api,
          cookie,
          'PATCH',
          `/drafts/${draft.id}`,
          { summary: `${saves.length}` },
          revision,
        ));
        saves.push({ good: true });
      } catch {
        saves.push({ good: false });
      }
    }),
    every(100, async () => {
      const began = performance.now();
      await fetch(`${api.url}/api/healthz`).then((reply) => reply.arrayBuffer());
      health.push({ ms: performance.now() - began });
    }),
  ]);
  return {
    async stop() {
      stopped = true;
      await all;
      return { saves, health };
    },
  };
}

const round = (value) => Math.round(value * 100) / 100;
