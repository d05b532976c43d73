const quick = 1_000;

/** Shows that a step has begun, that it goes on, and how long it took. */
export async function step(title, work) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const terminal = process.stdout.isTTY;
  let last = '';
  const onLine = (line) => (last = line ?? '');

  const show = () => {
    const room = (process.stdout.columns ?? 80) - title.length - 14;
    if (terminal)
      process.stdout.write(`\r\x1b[2K  ${title} … ${seconds()}  ${last.slice(0, Math.max(0, room))}`);
    else console.log(`  ${title} … ${seconds()}`);
  };
  if (terminal) show();
  else console.log(`  ${title} …`);
  const timer = setInterval(show, terminal ? 500 : 15_000);
  try {
    const result = await work(onLine);
    const took = Date.now() - began > quick ? `  ${seconds()}` : '';
    if (terminal) process.stdout.write(`\r\x1b[2K  ${title}${took}\n`);
    else if (took) console.log(`  ${title}: done${took}`);
    return result;
  } catch (error) {
    if (terminal) process.stdout.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
