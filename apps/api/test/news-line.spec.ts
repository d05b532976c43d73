import { expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { Transactions } from '../src/platform/database/transactions.ts';
import { Sites } from '../src/platform/invalidation/audience.ts';
import { NewsLine } from '../src/platform/invalidation/news-line.ts';
import { News, newsChannel } from '../src/platform/invalidation/news.ts';
import { Peers } from '../src/platform/invalidation/peers.ts';
import { useApi } from './support/api.ts';
import { eventually } from './support/postings.ts';

const api = useApi();

// Every role of the database may send a notice on any channel.
test.each([
  '{',
  'null',
  '[]',
  '{}',
  '{"revision":"1","changes":[]}',
  '{"revision":1}',
  '{"revision":1,"changes":[null]}',
  '{"revision":1,"changes":[{"seq":1,"type":"published"}]}',
  '{"revision":9007199254740991,"changes":[]}',
])('a notice that is none of ours ends nothing and is not believed: %s', async (payload) => {
  await api.sql('SELECT pg_notify($1, $2)', [newsChannel, payload]);
  await api.sql('SELECT pg_notify($1, $2)', [newsChannel, '{"revision":1,"changes":[]}']);
  const news = api.app.get(News, { strict: false });
  await eventually(
    async () => (await fetch(`${api.url}/api/healthz`)).status === 200 && news.hears,
    (good) => good,
  );
  expect(news.revision).toBeLessThan(1_000);
});

test('a notice that overtakes the answer which revision there is, is not forgotten', async () => {
  const news = new News(api.app.get(Transactions, { strict: false }));
  const back: number[] = [];
  news.listen({ onBack: (revision) => void back.push(revision) });
  const ask = pg.Client.prototype.query as (this: pg.Client, ...asked: unknown[]) => unknown;
  const query = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...asked: unknown[]
  ) {
    // The API of these tests goes on asking meanwhile, also with callbacks: each question is passed on as it is.
    const answer = ask.apply(this, asked);
    if (!/change_counter/.test(String(asked[0]))) return answer;
    return (answer as Promise<pg.QueryResult>).then((found) => {
      this.emit('notification', { channel: newsChannel, payload: '{"revision":1000,"changes":[]}' });
      return found;
    });
  } as never);

  const line = new NewsLine(api.config, news, new Peers(news, new Sites()));
  line.onApplicationBootstrap();
  await eventually(
    async () => back,
    ({ length }) => length > 0,
  );
  query.mockRestore();
  await line.beforeApplicationShutdown();

  expect(back).toEqual([1000]);
  expect(news.revision).toBe(1000);
});
