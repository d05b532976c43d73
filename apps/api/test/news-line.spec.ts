import { expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { Transactions } from '../src/database/transactions.ts';
import { Sites } from '../src/news/audience.ts';
import { NewsLine } from '../src/news/news-line.ts';
import { News, newsChannel } from '../src/news/news.ts';
import { Peers } from '../src/news/peers.ts';
import { useApi } from './support/api.ts';
import { eventually } from './support/postings.ts';

const api = useApi();

test('a notice that overtakes the answer which revision there is, is not forgotten', async () => {
  const news = new News(api.app.get(Transactions, { strict: false }));
  const back: number[] = [];
  news.listen({ onBack: (revision) => void back.push(revision) });
  const ask = pg.Client.prototype.query as (this: pg.Client, text: string) => Promise<pg.QueryResult>;
  const query = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (
    this: pg.Client,
    text: string,
  ) {
    const answer = await ask.call(this, text);
    if (/change_counter/.test(text))
      this.emit('notification', { channel: newsChannel, payload: '{"revision":1000,"changes":[]}' });
    return answer;
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
