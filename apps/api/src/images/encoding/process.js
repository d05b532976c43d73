// @ts-check
import { encodeAvif, encodeUpload, Unusable } from './pictures.js';

/**
 * The encoding process: started by `encoder.ts` with an empty environment, one task at a time. Image decoders are
 * native code that reads hostile bytes; whatever goes wrong here must end here.
 */

// Native memory does not count against V8's limit. Decoding runs on other threads, so this timer keeps ticking.
const memoryLimit = 1_000 * 2 ** 20;
setInterval(() => {
  if (process.memoryUsage.rss() > memoryLimit) process.exit(9);
}, 50).unref();

process.on('disconnect', () => process.exit(0));

/** @param {import('./messages.ts').EncodingTask} task */
const run = (task) => (task.kind === 'upload' ? encodeUpload(task) : encodeAvif(task));

/** The image library tells of a full disk in words only. @param {unknown} error */
function reasonOf(error) {
  if (/ENOSPC|EDQUOT|no space left|quota exceeded/i.test(String(error))) return 'no-room';
  return error instanceof Unusable ? error.reason : 'unreadable';
}

process.on('message', (message) => {
  const task = /** @type {import('./messages.ts').EncodingTask} */ (message);
  run(task).then(
    (result) => process.send?.({ ok: true, result }),
    (error) => process.send?.({ ok: false, reason: reasonOf(error) }),
  );
});
