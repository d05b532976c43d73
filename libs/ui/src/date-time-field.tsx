import { Field } from './field.tsx';
import { Select, type SelectGroup } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { isKnownZone } from './zoned-time.ts';

/** The clock while only some of its parts are typed: a browser tells nothing of them but that they are there. */
export const incompleteClock = 'incomplete';

/** A clock time (`2026-12-31T23:59`, empty, or incomplete) and the IANA zone whose clock it is. */
export interface ZonedClock {
  clock: string;
  zone: string;
}

export interface DateTimeFieldProps {
  label: string;
  zoneLabel: string;
  /** Headings of the two groups of zones. */
  zoneGroups: { usual: string; all: string };
  /** Says that the clock shown is UTC's, where this browser doesn't know the zone. */
  zoneUnknown: string;
  value: ZonedClock;
  onChange: (value: ZonedClock) => void;
  hint?: string;
  error?: string | undefined;
  disabled?: boolean;
  inputId?: string;
}

const usual = [
  'Asia/Seoul',
  'UTC',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
];

/** A day and time, and whose clock it is. */
export function DateTimeField({
  label,
  zoneLabel,
  zoneGroups,
  zoneUnknown,
  value,
  onChange,
  hint,
  error,
  disabled,
  inputId,
}: DateTimeFieldProps) {
  const clock = value.clock === incompleteClock ? '' : value.clock;
  const tell = (input: HTMLInputElement) => {
    const next = input.validity.badInput ? incompleteClock : input.value;
    if (next !== value.clock) onChange({ ...value, clock: next });
  };
  return (
    <div className="u-date-time">
      <Field id={inputId} label={label} hint={hint} error={error}>
        <TextInput
          type="datetime-local"
          value={clock}
          disabled={disabled}
          max="9999-12-31T23:59"
          onChange={(event) => tell(event.currentTarget)}
          onBlur={(event) => tell(event.currentTarget)} // an empty one that is begun changes nothing yet
        />
      </Field>
      <Field label={zoneLabel} hint={!isKnownZone(value.zone) && zoneUnknown}>
        <Select
          value={value.zone}
          disabled={disabled}
          options={zones(value.zone, zoneGroups)}
          onSelect={(zone) => onChange({ ...value, zone })}
        />
      </Field>
    </div>
  );
}

function zones(chosen: string, labels: DateTimeFieldProps['zoneGroups']): SelectGroup[] {
  const known = Intl.supportedValuesOf('timeZone');
  const first = usual.includes(chosen) ? usual : [chosen, ...usual];
  const option = (zone: string) => ({ value: zone, label: zone.replaceAll('_', ' ') });
  return [
    { label: labels.usual, options: first.map(option) },
    { label: labels.all, options: known.filter((zone) => !first.includes(zone)).map(option) },
  ];
}
