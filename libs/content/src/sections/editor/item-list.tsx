import { Button, Fieldset, IconButton } from '@gonggo/ui';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Locale } from '../../document.ts';
import { FieldPlace } from './held-texts.tsx';
import { exchanged, useItemKeys } from './item-keys.ts';
import { useLatest } from './use-latest.ts';
import { formWords } from './words.ts';

export interface ItemListProps<Item> {
  /** Of the list, where there is more than one in its form or item. */
  name?: string;
  label: string;
  /** What one of them is called: "Step". */
  what: string;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  /** A new item; null adds nothing. */
  blank: () => Item | null | Promise<Item | null>;
  max: number;
  locale: Locale;
  disabled: boolean;
  /** How an item is called once it has a name of its own. */
  nameOf?: (item: Item) => string;
  children: (item: Item, change: (part: Partial<Item>) => void) => ReactNode;
}

type Place = { item: number; at: 'first' | 'up' | 'down' } | 'add';

/** What gets the focus in an item, best first: a button at an end of the list is disabled. */
const targets = {
  first: ['.s-item-body :is(input:not([type=checkbox]), textarea, select, [contenteditable=true])'],
  up: ['.s-item-up:enabled', '.s-item-down'],
  down: ['.s-item-down:enabled', '.s-item-up'],
};

function target(list: HTMLElement, place: Place): HTMLElement | null {
  if (place === 'add') return list.querySelector<HTMLElement>(':scope > .s-item-add');
  const item = list.querySelector(`:scope > ol > li:nth-child(${place.item + 1})`);
  for (const selector of targets[place.at]) {
    const found = item?.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

/** Items that are added, moved and removed by buttons. The focus stays with what was done. */
export function ItemList<Item>({
  name = 'items',
  label,
  what,
  items,
  onChange,
  blank,
  max,
  locale,
  disabled,
  nameOf,
  children,
}: ItemListProps<Item>) {
  const words = formWords(locale);
  const { keys, arrange } = useItemKeys(items.length);
  const now = useLatest({ items, onChange });
  const list = useRef<HTMLDivElement>(null);
  const [goTo, setGoTo] = useState<Place | null>(null);
  const [news, setNews] = useState('');

  useEffect(() => {
    if (goTo && list.current) target(list.current, goTo)?.focus();
  }, [goTo]);

  const called = (index: number) => {
    const item = items[index];
    return (item !== undefined && nameOf?.(item)) || words.numbered(what, index + 1);
  };
  async function add() {
    const item = await blank();
    if (item === null) return;
    const { items: before, onChange: tell } = now.current;
    tell([...before, item]);
    setGoTo({ item: before.length, at: 'first' });
  }
  function remove(index: number) {
    setNews(words.removed(called(index)));
    arrange((all) => all.toSpliced(index, 1));
    onChange(items.toSpliced(index, 1));
    setGoTo('add');
  }
  function move(index: number, to: number, at: 'up' | 'down') {
    setNews(words.moved(called(index), to + 1));
    arrange((all) => exchanged(all, index, to));
    onChange(exchanged(items, index, to));
    setGoTo({ item: to, at });
  }

  return (
    <Fieldset legend={label} hint={items.length >= max && words.full(max)} className="s-items">
      <div ref={list}>
        <ol>
          {items.map((item, index) => (
            <li key={keys[index]} className="s-item">
              <div className="s-item-head" role="group" aria-label={called(index)}>
                <span className="s-item-name">{called(index)}</span>
                <IconButton
                  className="s-item-up"
                  size="small"
                  icon={<ArrowUp />}
                  label={words.moveUp(called(index))}
                  disabled={disabled || index === 0}
                  onClick={() => move(index, index - 1, 'up')}
                />
                <IconButton
                  className="s-item-down"
                  size="small"
                  icon={<ArrowDown />}
                  label={words.moveDown(called(index))}
                  disabled={disabled || index === items.length - 1}
                  onClick={() => move(index, index + 1, 'down')}
                />
                <IconButton
                  size="small"
                  icon={<Trash2 />}
                  label={words.remove(called(index))}
                  disabled={disabled}
                  onClick={() => remove(index)}
                />
              </div>
              <div className="s-item-body">
                <FieldPlace part={`${name}/${index}`}>
                  {children(item, (part) => onChange(items.with(index, { ...item, ...part })))}
                </FieldPlace>
              </div>
            </li>
          ))}
        </ol>
        <Button
          className="s-item-add"
          size="small"
          icon={<Plus />}
          disabled={disabled || items.length >= max}
          onClick={() => void add()}
        >
          {words.add(what)}
        </Button>
        <p className="u-hidden" role="status">
          {news}
        </p>
      </div>
    </Fieldset>
  );
}
