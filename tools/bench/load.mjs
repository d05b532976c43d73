import autocannon from 'autocannon';
import { cpuMs } from './cpu.mjs';

/**
 * Rounds of load on several subjects, interleaved so that a noisy neighbour hits all of them alike.
 * A subject is `{ name, url, headers?, pids }`; `pids` are the processes whose CPU it costs.
 * Answers one line a subject: medians over the rounds of requests a second and CPU milliseconds a request.
 */
export async function measure(subjects, { rounds, seconds, connections, onRound }) {
  for (const subject of subjects) await shoot(subject, { seconds: 1, connections });
  const samples = new Map(subjects.map((subject) => [subject, []]));
  for (let round = 1; round <= rounds; round += 1) {
    onRound?.(round);
    for (const subject of subjects) samples.get(subject).push(await shoot(subject, { seconds, connections }));
  }
  return subjects.map((subject) => {
    const all = samples.get(subject);
    return {
      name: subject.name,
      perSecond: median(all.map((one) => one.perSecond)),
      cpuMs: median(all.map((one) => one.cpuMs)),
      p99: median(all.map((one) => one.p99)),
      bytes: all[0].bytes,
    };
  });
}

async function shoot({ name, url, headers = {}, pids }, { seconds, connections }) {
  const before = cpuMs(pids);
  const result = await autocannon({ url, headers, connections, duration: seconds });
  const used = cpuMs(pids) - before;
  const served = result['2xx'];
  if (result.non2xx || result.errors || !served)
    throw new Error(
      `${name}: ${result.non2xx} answers were not 2xx, ${result.errors} errors, ${served} served`,
    );
  return {
    perSecond: served / result.duration,
    cpuMs: used / served,
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.total / served),
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
