/** What one section may hold; past these it is refused before anything else looks at it. */
export const limits = {
  /** Bytes of its JSON in UTF-8. */
  bytes: 512 * 1024,
  /** Blocks and runs of text. */
  nodes: 5_000,
  /** Blocks inside blocks. */
  depth: 24,
} as const;

const jsonDepth = 2 * limits.depth + 16;

export interface Excess {
  limit: 'bytes' | 'nodes' | 'depth';
  message: string;
}

const excess: Record<Excess['limit'], string> = {
  bytes: `is larger than ${limits.bytes / 1024} KB of JSON: divide it into several sections`,
  nodes: `holds more than ${limits.nodes.toLocaleString('en-US')} nodes: divide it into several sections`,
  depth: `nests deeper than ${limits.depth} blocks: use fewer lists, quotes or columns inside each other`,
};

interface Visit {
  value: unknown;
  depth: number;
  nodeDepth: number;
  /** Marks are not counted as nodes: they nest no further. */
  inMarks: boolean;
}

/**
 * The first limit that a value from outside breaks, or null. Walks with a stack of its own and stops at the
 * first excess, so that no input can exhaust the call stack or the processor.
 */
export function excessOf(value: unknown): Excess | null {
  const found = (limit: Excess['limit']): Excess => ({ limit, message: excess[limit] });
  const pending: Visit[] = [{ value, depth: 1, nodeDepth: 0, inMarks: false }];
  let bytes = 0;
  let nodes = 0;

  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const { value: current, depth, nodeDepth, inMarks } = visit;
    if (typeof current === 'string') bytes += jsonBytes(current, limits.bytes - bytes);
    else if (typeof current !== 'object' || current === null) bytes += String(current).length;
    else {
      if (depth > jsonDepth) return found('depth');
      const isList = Array.isArray(current);
      const isNode = !isList && !inMarks && typeof (current as { type?: unknown }).type === 'string';
      const level = nodeDepth + (isNode ? 1 : 0);
      if (isNode && ++nodes > limits.nodes) return found('nodes');
      if (level > limits.depth) return found('depth');
      const entries = Object.entries(current);
      bytes += 2 + Math.max(0, entries.length - 1);
      for (const [key, one] of entries) {
        if (!isList) bytes += jsonBytes(key, limits.bytes) + 1;
        if (bytes > limits.bytes) return found('bytes');
        pending.push({
          value: one,
          depth: depth + 1,
          nodeDepth: level,
          inMarks: inMarks || (isNode && key === 'marks'),
        });
      }
    }
    if (bytes > limits.bytes) return found('bytes');
  }
  return null;
}

/** Bytes of a string in JSON; stops counting soon after `enough`. */
function jsonBytes(text: string, enough: number): number {
  let bytes = 2;
  for (let at = 0; at < text.length && bytes <= enough; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20) bytes += [8, 9, 10, 12, 13].includes(unit) ? 2 : 6;
    else if (unit === 0x22 || unit === 0x5c) bytes += 2;
    else if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xe000) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
