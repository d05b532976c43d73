import { surelyOwnName } from '../session/sure-name.ts';

/** How often a tab without locks says that it lives, in ms. A browser lets hidden tabs do so once a minute. */
const beat = 2_000;
/** For how long its word is believed, in ms: longer than a hidden tab is made to be silent. */
const believed = 70_000;
/** And that of a tab which the browser has put to sleep: it can neither say nor answer anything. */
const believedAsleep = 86_400_000;
/** How long to wait for the answer of a tab whose word is too old, in ms. */
const patience = 1_500;

/** Which tabs of this browser are open. */
export interface OpenTabs {
  /** Those of `tabs` that may still be open: to take a living tab's text is worse than to offer a dead one's later. */
  alive(tabs: readonly string[]): Promise<Set<string>>;
}

/**
 * Says for as long as this tab lives that it does. By a lock, which the browser takes away with the tab; on plain http
 * by the address of a network there are none, and the tab says so itself: by a time in localStorage that it renews, and
 * by answering who asks. A tab that is closed takes its time away.
 */
export function joinTabs(tab: string, locks = globalThis.navigator?.locks): OpenTabs {
  return locks ? byLocks(tab, locks) : byWord(tab);
}

function byLocks(tab: string, locks: LockManager): OpenTabs {
  const nameOf = (one: string) => surelyOwnName(`tab:${one}`);
  // Held until the tab goes, however it goes.
  const held = nameOf(tab).then((name) => void locks.request(name, () => new Promise<never>(() => {})));
  held.catch(() => undefined);
  return {
    async alive(tabs) {
      const names = new Set(((await locks.query()).held ?? []).map(({ name }) => name));
      const living = new Set<string>();
      for (const one of tabs) {
        // The second is how tabs from before an upgrade are named that are still open.
        if (names.has(await nameOf(one)) || names.has(`gonggo-tab-${one}`)) living.add(one);
      }
      return living;
    },
  };
}

function byWord(tab: string): OpenTabs {
  const room = surelyOwnName('tabs');
  const keyOf = (name: string, one: string) => `${name}:${one}`;
  const channel = room.then((name) => {
    if (typeof BroadcastChannel === 'undefined') return null;
    const made = new BroadcastChannel(name);
    made.addEventListener('message', ({ data }: MessageEvent<{ asks?: string; here?: string }>) => {
      if (data.asks === tab) made.postMessage({ here: tab });
    });
    return made;
  });

  channel.catch(ignore); // who asks for it is told

  void room.then((name) => {
    const say = (lasts = believed) =>
      store((kept) => kept.setItem(keyOf(name, tab), String(Date.now() + lasts)));
    const leave = () => store((kept) => kept.removeItem(keyOf(name, tab)));
    say();
    setInterval(() => say(), beat);
    addEventListener('pagehide', leave);
    addEventListener('pageshow', () => say()); // back from the browser's own memory
    document.addEventListener('freeze', () => say(believedAsleep));
    document.addEventListener('resume', () => say());
  }, ignore);

  async function answers(one: string): Promise<boolean> {
    const asking = await channel;
    if (!asking) return false;
    return new Promise((resolve) => {
      const hear = ({ data }: MessageEvent<{ here?: string }>) => data.here === one && end(true);
      const end = (heard: boolean) => {
        clearTimeout(timer);
        asking.removeEventListener('message', hear);
        resolve(heard);
      };
      const timer = setTimeout(() => end(false), patience);
      asking.addEventListener('message', hear);
      asking.postMessage({ asks: one });
    });
  }

  return {
    async alive(tabs) {
      const name = await room;
      const spoke = (one: string) => {
        const left = Number(store((kept) => kept.getItem(keyOf(name, one))) ?? 0) - Date.now();
        return left > 0 && left <= believedAsleep; // more only where the clock was set back
      };
      const living = await Promise.all(tabs.map(async (one) => spoke(one) || (await answers(one))));
      return new Set(tabs.filter((_, index) => living[index]));
    },
  };
}

/** Storage may be forbidden or full: then only answers count. */
function store<Value>(work: (kept: Storage) => Value): Value | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

const ignore = () => undefined;
