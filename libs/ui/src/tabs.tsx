import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Tab<Id extends string = string> {
  id: Id;
  label: ReactNode;
  panel: ReactNode;
}

export interface TabsProps<Id extends string = string> {
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
}

/** Panels of which one is shown. All stay mounted, so that nothing typed in one is lost. */
export function Tabs<Id extends string = string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  return (
    <Base.Root
      className={classNames('u-tabs', className)}
      value={value}
      onValueChange={(next) => onChange(next as Id)}
    >
      <Base.List className="u-tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className="u-tab">
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="u-tab-panel" keepMounted>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
