import { createContext, use } from 'react';
import { ko, type Words } from './ko.ts';

/** The words of the language in use. */
export const WordsContext = createContext<Words>(ko);

export const useWords = (): Words => use(WordsContext);
