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
}

/**
 * The first limit that a value from outside breaks, or null. Walks with a stack of its own and stops at the
 * first excess, so that no input can exhaust the call stack or the processor.
 */
export function excessOf(value: unknown): Excess | null {
  const found = (limit: Excess['limit']): Excess => ({ limit, message: excess[limit] });
  const pending: Visit[] = [{ value, depth: 1, nodeDepth: 0 }];
  let bytes = 0;
  let nodes = 0;

  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const { value: current, depth, nodeDepth } = visit;
    if (typeof current === 'string') bytes += jsonBytes(current, limits.bytes - bytes);
    else if (typeof current !== 'object' || current === null) bytes += String(current).length;
    else {
      if (depth > jsonDepth) return found('depth');
      const isNode = !Array.isArray(current) && typeof (current as { type?: unknown }).type === 'string';
      const level = nodeDepth + (isNode ? 1 : 0);
      if (isNode && ++nodes > limits.nodes) return found('nodes');
      if (level > limits.depth) return found('depth');
      bytes += 2;
      for (const [key, one] of Object.entries(current)) {
        bytes += 1 + (Array.isArray(current) ? 0 : jsonBytes(key, limits.bytes) + 1);
        // Marks are small change: they nest no further and are counted by their bytes.
        if (key === 'marks' && isNode) bytes += Array.isArray(one) ? marksBytes(one) : 0;
        else pending.push({ value: one, depth: depth + 1, nodeDepth: level });
        if (bytes > limits.bytes) return found('bytes');
      }
    }
    if (bytes > limits.bytes) return found('bytes');
  }
  return null;
}

function marksBytes(marks: unknown[]): number {
  let bytes = 2;
  for (const mark of marks) {
    bytes += 12;
    const attrs: unknown = (mark as { attrs?: unknown } | null)?.attrs;
    if (!attrs || typeof attrs !== 'object') continue;
    for (const one of Object.values(attrs))
      bytes += typeof one === 'string' ? jsonBytes(one, limits.bytes) : 8;
  }
  return bytes;
}

/** Bytes of a string in JSON; stops counting soon after `enough`. */
function jsonBytes(text: string, enough: number): number {
  let bytes = 2;
  for (let at = 0; at < text.length && bytes <= enough; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20) bytes += 6;
    else if (unit === 0x22 || unit === 0x5c) bytes += 2;
    else if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xe000) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
