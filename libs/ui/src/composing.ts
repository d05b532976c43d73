import type { KeyboardEvent } from 'react';

/**
 * True while an input method builds a character (Hangul, kana). Handlers of Enter, Escape and Tab must stand
 * back then: the key belongs to the input method. 229 covers browsers that end the composition first.
 */
export const isComposing = (event: KeyboardEvent) => event.nativeEvent.isComposing || event.keyCode === 229;
