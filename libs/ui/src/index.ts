export { Badge, StateMark, type Tone } from './badge.tsx';
export { Button, buttonClass, type ButtonLook, type ButtonProps } from './button.tsx';
export { Checkbox, type CheckboxProps } from './checkbox.tsx';
export { classNames } from './class-names.ts';
export { isComposing } from './composing.ts';
export {
  DateTimeField,
  incompleteClock,
  type DateTimeFieldProps,
  type ZonedClock,
} from './date-time-field.tsx';
export { Dialog, type DialogProps } from './dialog.tsx';
export { Disclosure } from './disclosure.tsx';
export { EmptyState } from './empty-state.tsx';
export { Field, Fieldset, useFieldProps, type FieldProps } from './field.tsx';
export { IconButton, type IconButtonProps } from './icon-button.tsx';
export { Menu, type MenuGroup, type MenuItem, type MenuProps } from './menu.tsx';
export { Notice, type NoticeProps } from './notice.tsx';
export { Select, type SelectGroup, type SelectOption, type SelectProps } from './select.tsx';
export { Skeleton } from './skeleton.tsx';
export { Tabs, type Tab, type TabsProps } from './tabs.tsx';
export { TextArea, type TextAreaProps } from './text-area.tsx';
export { TextInput, type TextInputProps } from './text-input.tsx';
export { ToastProvider, useToast, type ToastOptions } from './toast.tsx';
export { momentOf, wallClock } from './zoned-time.ts';
