const number = (value, digits) => value.toLocaleString('en', { maximumFractionDigits: digits });

/** The results as rows: each subject beside the first of its group, whose CPU per request is 1. */
function rows(results) {
  return Object.entries(results).flatMap(([title, subjects]) =>
    subjects.map((subject) => ({
      title,
      name: subject.name,
      perSecond: number(subject.perSecond, 0),
      cpu: number(subject.cpuMs, 3),
      // Speed as a share of the limit's, by CPU per request: 1 = as cheap as the limit.
      ofLimit: number(subjects[0].cpuMs / subject.cpuMs, 2),
      p99: number(subject.p99, 0),
      bytes: number(subject.bytes, 0),
    })),
  );
}

/** For the terminal. */
export function report(results, facts) {
  const lines = [''];
  let last;
  for (const row of rows(results)) {
    if (row.title !== last) lines.push(`  ${row.title}`);
    last = row.title;
    lines.push(
      `    ${row.name.padEnd(30)} ${row.ofLimit.padStart(6)} × limit  ${row.cpu.padStart(7)} CPU ms  ${row.perSecond.padStart(7)} req/s  p99 ${row.p99} ms`,
    );
  }
  for (const [name, value] of Object.entries(facts)) lines.push(`  ${name}: ${value}`);
  return lines.join('\n');
}

/** For `docs/bench.md`. */
export function toMarkdown(results, facts, { machine, plan }) {
  const table = rows(results).map(
    (row) =>
      `| ${row.title} | ${row.name} | **${row.ofLimit}** | ${row.cpu} | ${row.perSecond} | ${row.p99} | ${row.bytes} |`,
  );
  return `# Benchmarks

Written by \`npm run bench\`; run it on your machine rather than trusting ours. Everything runs at once on the same
cores, client included: compare within a group, never across machines. The first line of a group is the machine's
limit; "× limit" is the limit's CPU per request divided by the subject's (server and database together), so 1 is as
cheap as the limit and higher is better.

${machine}. ${plan.connections} connections, medians of ${plan.rounds} interleaved rounds of ${plan.seconds} s, 1,000 live postings.

| what | subject | × limit | CPU ms a request | req/s | p99 ms | bytes |
|---|---|--:|--:|--:|--:|--:|
${table.join('\n')}

| also | |
|---|--:|
${Object.entries(facts)
  .map(([name, value]) => `| ${name} | ${value} |`)
  .join('\n')}
`;
}
