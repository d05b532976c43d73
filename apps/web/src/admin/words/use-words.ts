import type { Locale } from '@gonggo/content';
import { createContext, use } from 'react';
import { en } from './en.ts';
import { ko, type Words } from './ko.ts';

/** The words of the language in use. */
export const WordsContext = createContext<Words>(ko);

export const useWords = (): Words => use(WordsContext);

/** The words of this language, for what goes with a text of it. */
export const wordsIn = (locale: Locale): Words => ({ ko, en })[locale];
