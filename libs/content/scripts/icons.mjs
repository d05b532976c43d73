/** Writes src/sections/tech-stack/icon-paths.ts: the icons authors can choose, out of simple-icons (CC0). */
import { writeFileSync } from 'node:fs';
import * as icons from 'simple-icons';
import { names } from './icon-names.mjs';

const bySlug = new Map(Object.values(icons).map((icon) => [icon.slug, icon]));
const lines = names.map((slug) => {
  const icon = bySlug.get(slug);
  if (!icon) throw new Error(`simple-icons has no "${slug}"`);
  const key = /^[a-z]\w*$/.test(slug) ? slug : `'${slug}'`;
  return `  ${key}: { name: '${icon.title.replaceAll("'", "\\'")}', path: '${icon.path}' },`;
});

writeFileSync(
  new URL('../src/sections/tech-stack/icon-paths.ts', import.meta.url),
  `// Written by scripts/icons.mjs from simple-icons (CC0 1.0).\nexport const icons = {\n${lines.join('\n')}\n} as const;\n`,
);
