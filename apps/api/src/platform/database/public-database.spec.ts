import { describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Transactions } from './transactions.ts';
import { overloaded } from '../problem/problem.ts';
import { News } from '../invalidation/news.ts';
import { PublicDatabase, restMs } from './public-database.ts';

const failure = (code: string, message = code) => Object.assign(new Error(message), { code });

/** Nobody connects: `read` only hands the pools on. What each of them answers is a revision, or an error. */
function setUp(answers: { replica: number | Error; primary: number | Error }, heard: number | null = 5) {
  const [replica, primary] = [new pg.Pool(), new pg.Pool()];
  const news = new News(new Transactions(new DataSource({ type: 'postgres' })));
  if (heard !== null) news.back(heard);
  const database = new PublicDatabase(replica, primary, news);
  const asked: string[] = [];
  const read = () =>
    database.read(
      async (pool) => {
        const who = pool === replica ? 'replica' : 'primary';
        asked.push(who);
        const answer = answers[who];
        if (answer instanceof Error) throw answer;
        return answer;
      },
      (revision) => revision,
    );
  return { news, replica, primary, answers, asked, read };
}

describe('when the replica lags and the database fails', () => {
  test.each([
    overloaded(),
    failure('57014', 'canceling statement due to statement timeout'),
    failure('55P03'),
    failure('53300', 'sorry, too many clients already'),
    new Error('timeout exceeded when trying to connect'),
    new TypeError('a bug'),
  ])('an old answer is not given for %s', async (error) => {
    await expect(setUp({ replica: 4, primary: error }).read()).rejects.toBe(error);
  });

  test.each(['ECONNREFUSED', 'ENETUNREACH', 'EAI_AGAIN', '57P03'])(
    'an old answer is better than none for %s',
    async (code) => {
      await expect(setUp({ replica: 4, primary: failure(code) }).read()).resolves.toBe(4);
    },
  );
});

describe('while no news are heard', () => {
  test('the database is asked first, and the replica only when it is out of reach', async () => {
    const { news, answers, asked, read } = setUp({ replica: 9, primary: 6 });
    news.lost();
    await expect(read()).resolves.toBe(6);
    expect(asked.splice(0)).toEqual(['primary']);
    const busy = failure('57014');
    answers.primary = busy;
    await expect(read()).rejects.toBe(busy);
    expect(asked.splice(0)).toEqual(['primary']);
    answers.primary = failure('ECONNREFUSED');
    await expect(read()).resolves.toBe(9);
    expect(asked.splice(0)).toEqual(['primary', 'replica']);
    news.back(6);
    await expect(read()).resolves.toBe(9);
    expect(asked).toEqual(['replica']);
  });

  test('so it is before any were heard', async () => {
    const { asked, read } = setUp({ replica: 9, primary: 6 }, null);
    await expect(read()).resolves.toBe(6);
    expect(asked).toEqual(['primary']);
  });

  test('an answer is not believed if they were lost while it was awaited', async () => {
    const { news, replica, primary } = setUp({ replica: 9, primary: 6 });
    const database = new PublicDatabase(replica, primary, news);
    const ask = async (pool: pg.Pool) => {
      news.lost();
      return pool === replica ? 9 : 6;
    };
    await expect(database.read(ask, Number)).resolves.toBe(6);
  });

  test.each([
    failure('', 'Connection terminated unexpectedly'),
    failure('', 'Connection terminated due to connection timeout'),
    failure('ECONNRESET'),
    failure('57P01'),
  ])('%s means that the database is out of reach; not while they are', async (error) => {
    const { news, read } = setUp({ replica: 4, primary: error });
    await expect(read()).rejects.toBe(error);
    news.lost();
    await expect(read()).resolves.toBe(4);
  });
});

describe('when the replica fails', () => {
  test.each([
    failure('42P01', 'relation does not exist'),
    failure('42501', 'permission denied'),
    failure('28P01', 'password authentication failed'),
    failure('28000', 'role does not exist'),
    failure('40001', 'canceling statement due to conflict with recovery'),
    failure('57014', 'canceling statement due to statement timeout'),
    failure('EAI_AGAIN'),
    failure('ENETUNREACH'),
    new Error('timeout exceeded when trying to connect'),
    new TypeError('a row that is not there'),
    overloaded(),
  ])('the database is asked for %s', async (error) => {
    await expect(setUp({ replica: error, primary: 5 }).read()).resolves.toBe(5);
  });

  test('but not about a mistake of the caller’s', async () => {
    const mistake = failure('22021', 'invalid byte sequence');
    const { read, asked } = setUp({ replica: mistake, primary: 5 });
    await expect(read()).rejects.toBe(mistake);
    expect(asked).toEqual(['replica']);
  });

  test('it is left alone until it answers a question that nobody waits for', async () => {
    const { replica, answers, asked, read } = setUp({ replica: failure('ECONNREFUSED'), primary: 5 });
    const now = jest.spyOn(performance, 'now').mockReturnValue(1);
    const probe = jest.spyOn(replica, 'query').mockImplementation(() => Promise.reject(failure('42P01')));
    const after = async (ms: number) => {
      now.mockReturnValue(performance.now() + ms);
      asked.length = 0;
      for (let n = 0; n < 5; n += 1) await expect(read()).resolves.toBe(5);
      return { asked: [...new Set(asked)], probes: probe.mock.calls.length };
    };
    expect(await after(0)).toEqual({ asked: ['replica', 'primary'], probes: 0 });
    answers.replica = 5;
    expect(await after(restMs - 1)).toEqual({ asked: ['primary'], probes: 0 });
    expect(await after(1)).toEqual({ asked: ['primary'], probes: 1 });
    probe.mockImplementation(() => Promise.resolve());
    expect(await after(restMs - 1)).toEqual({ asked: ['primary'], probes: 1 });
    expect(await after(1)).toEqual({ asked: ['primary', 'replica'], probes: 2 });
    now.mockRestore();
  });

  test('it is asked all the same once the database is out of reach', async () => {
    const { answers, read } = setUp({ replica: failure('40001'), primary: 5 });
    await expect(read()).resolves.toBe(5);
    Object.assign(answers, { replica: 5, primary: failure('ECONNREFUSED') });
    await expect(read()).resolves.toBe(5);
  });
});
