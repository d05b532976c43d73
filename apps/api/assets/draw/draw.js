import { save } from './render.js';
import * as panels from './panels.js';
import * as scenes from './scenes.js';
import * as screens from './screens.js';

/**
 * Draws the pictures of the demo company anew: `node apps/api/assets/draw/draw.js`. What it writes to `../demo` is
 * committed, so that seeding needs neither fonts nor time.
 */
const crisp = { lossless: true };
const written = [
  await save('home-team', scenes.team()),
  await save('cover-orders', scenes.orders()),
  await save('cover-ledger', scenes.ledger()),
  await save('cover-prices', scenes.prices()),
  await save('cover-craft', scenes.craft()),
  await save('cover-route', scenes.route()),
  await save('cover-nightwatch', scenes.nightwatch()),
  await save('cover-shop', scenes.shop()),
  await save('screen-alarms', screens.alarms(), crisp),
  await save('screen-wiki', screens.wiki(), crisp),
  await save('diagram-orders', screens.architecture(), crisp),
  await save('comic-cabbage', panels.comic()),
  await save('still-drama', panels.drama()),
  await save('gallery-retro', panels.retro()),
  await save('gallery-window', panels.window_()),
  await save('gallery-dawn', panels.dawn()),
  await save('sticker-hello', panels.hello()),
  await save('sticker-thanks', panels.thanks()),
  await save('logo', panels.logo(), crisp),
];
for (const name of panels.names) written.push(await save(`portrait-${name}`, panels.portrait(name)));

for (const { name, size } of written) console.log(`${name.padEnd(20)} ${(size / 1024).toFixed(0)} KB`);
