import type { SectionKind } from '@gonggo/content';
import { surelyOwnName } from '../session/sure-name.ts';
import { newId } from '../session/new-id.ts';
import { joinTabs } from './open-tabs.ts';

/** What was typed and the server does not have yet, kept on this device. */
export interface LocalCopy {
  /** Whose text it is: offered to nobody else on a shared computer. */
  account: string;
  posting: string;
  /** `facts`, or a section's id. */
  part: string;
  /** Of a section: what it is brought back as where the server no longer has it. */
  kind?: SectionKind;
  /** The server's revision it started from. */
  revision: number;
  value: unknown;
  at: string;
  /** Of a copy that was left behind: where it stands, apart from what is typed in its place now. */
  key?: string;
}

interface Row extends LocalCopy {
  key: string;
  tab: string;
}

export interface LocalCopies {
  put(copy: LocalCopy): void;
  drop(at: Pick<LocalCopy, 'account' | 'posting' | 'part' | 'key'>): void;
  /**
   * Copies left behind by tabs that are no longer open, newest per part; taken over by this tab, and kept beside what
   * it puts itself until they are dropped.
   */
  leftBehind(account: string, posting: string): Promise<LocalCopy[]>;
}

const storeName = 'copies';

/**
 * Copies in IndexedDB. Each tab has rows of its own and is known to live while it does, so that a second tab never
 * takes the unsaved text of one that is still open.
 */
export function openLocalCopies(tab: string = newId()): LocalCopies {
  let opened: Promise<IDBDatabase | null> | null = null;
  /** Asked for again where it could not be had: its name may only be unknown until the API is back. */
  const database = () =>
    (opened ??= surelyOwnName('copies')
      .then(open)
      .catch(() => null)
      .then((found) => {
        if (!found) opened = null;
        return found;
      }));
  /** Where copies were kept before names told installations apart: what is left there is still somebody's. */
  const former = openIfThere('gonggo');
  const tabs = joinTabs(tab);
  const waiting = new Map<string, Row | null>();
  let writing = false;

  const keyOf = (at: Pick<LocalCopy, 'account' | 'posting' | 'part'>, owner = tab) =>
    [at.account, at.posting, at.part, owner].join(' ');

  /** Newest wins: what is overtaken before it is written is never written. */
  async function write() {
    if (writing) return;
    writing = true;
    while (waiting.size) {
      const into = await database();
      if (!into) break; // it goes on waiting, for the next change
      const batch = [...waiting];
      waiting.clear();
      await change(into, (store) => {
        for (const [key, row] of batch)
          if (row) store.put(row);
          else store.delete(key);
      }).catch(() => undefined); // a full or forbidden disk must not stop the typing; the server still gets it
    }
    writing = false;
  }

  return {
    put(copy) {
      const key = keyOf(copy);
      waiting.set(key, { ...copy, key, tab });
      void write();
    },
    drop(at) {
      waiting.set(at.key ?? keyOf(at), null);
      void write();
    },
    async leftBehind(account, posting) {
      const into = await database();
      const found = [...(await rowsOf(await former, posting)), ...(await rowsOf(into, posting))];
      const others = found.filter((row) => row.account === account && row.tab !== tab);
      const owners = [...new Set(others.map((row) => row.tab))];
      // Who can't be told apart from the living keeps what is theirs.
      const alive = await tabs.alive(owners).catch(() => new Set(owners));
      const orphans = others.filter((row) => !alive.has(row.tab));
      const newest = new Map<string, Row>();
      for (const row of orphans.sort((a, b) => a.at.localeCompare(b.at))) newest.set(row.part, row);
      const taken = [...newest.values()].map((row) => ({ ...row, key: `${keyOf(row)} left`, tab }));
      const safe =
        into !== null &&
        (await change(into, (store) => {
          for (const row of orphans) store.delete(row.key);
          for (const row of taken) store.put(row);
        }).then(
          () => true,
          () => false,
        ));
      if (!safe) return [...newest.values()];
      const old = await former;
      if (old) await change(old, (store) => orphans.forEach((row) => store.delete(row.key))).catch(() => {});
      return taken;
    },
  };
}

function open(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(null);
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(storeName, { keyPath: 'key' }).createIndex('posting', 'posting');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

function openIfThere(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(null);
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort(); // it would be made here
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

const rowsOf = (database: IDBDatabase | null, posting: string) => read(database, posting).catch(() => []);

function change(database: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
    work(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

function read(database: IDBDatabase | null, posting: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    if (!database) return resolve([]);
    const request = database.transaction(storeName).objectStore(storeName).index('posting').getAll(posting);
    request.onsuccess = () => resolve(request.result as Row[]);
    request.onerror = () => reject(request.error);
  });
}
