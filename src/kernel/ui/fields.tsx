import type { Form } from '../forms.ts';
import { t } from '../words.ts';
import type { Child } from './types.ts';

/** One field of a form: its label, a hint in plain words, the sentence when it cannot be accepted, and the control. */
type FieldProps = { form: Form; name: string; label: string; hint?: string; optional?: boolean };
/** `group`: choices of one group that follow each other stand under its name in a list. */
export type Choice = { value: string; label: string; hint?: string; group?: string };

export function typedOne(form: Form, name: string): string {
  const value = form.typed[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function typedMany(form: Form, name: string): string[] {
  const value = form.typed[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** What cannot be accepted, all together, at the top of the page; each line leads to its field. */
export function ErrorSummary({ form }: { form: Form }) {
  const errors = Object.entries(form.errors);
  if (errors.length === 0) return null;
  return (
    <div class="nhsuk-error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1}>
      <h2 class="nhsuk-error-summary__title" id="error-summary-title">
        {t('{count, plural, one {Please look at this again} other {Please look at these again}}', {
          count: errors.length,
        })}
      </h2>
      <ul class="nhsuk-list nhsuk-error-summary__list">
        {errors.map(([name, sentence]) => (
          <li>{name === 'form' ? sentence : <a href={`#${idOf(name)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

export function TextField({
  type = 'text',
  width,
  autocomplete,
  inputmode,
  ...field
}: FieldProps & {
  type?: 'text' | 'email' | 'search' | 'password' | 'date' | 'url' | 'tel';
  width?: 'narrow' | 'medium';
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'email';
}) {
  const { form, name } = field;
  return (
    <Group {...field}>
      <input
        class={`nhsuk-input${width ? ` input-${width}` : ''}${form.errors[name] ? ' nhsuk-input--error' : ''}`}
        id={idOf(name)}
        name={name}
        type={type}
        value={type === 'password' ? '' : typedOne(form, name)}
        autocomplete={autocomplete}
        inputmode={inputmode}
        spellcheck={type === 'email' ? false : undefined}
        aria-describedby={describedBy(field)}
        aria-invalid={form.errors[name] ? 'true' : undefined}
      />
    </Group>
  );
}

export function TextArea({ rows = 5, ...field }: FieldProps & { rows?: number }) {
  const { form, name } = field;
  return (
    <Group {...field}>
      <textarea
        class={`nhsuk-textarea${form.errors[name] ? ' nhsuk-textarea--error' : ''}`}
        id={idOf(name)}
        name={name}
        rows={rows}
        aria-describedby={describedBy(field)}
        aria-invalid={form.errors[name] ? 'true' : undefined}
      >
        {typedOne(form, name)}
      </textarea>
    </Group>
  );
}

export function SelectField({ choices, empty, ...field }: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const { form, name } = field;
  const chosen = typedOne(form, name);
  return (
    <Group {...field}>
      <select
        class="nhsuk-select"
        id={idOf(name)}
        name={name}
        aria-describedby={describedBy(field)}
        aria-invalid={form.errors[name] ? 'true' : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {[...Map.groupBy(choices, ({ group }) => group)].map(([group, together]) =>
          group === undefined ? (
            <Options choices={together} chosen={chosen} />
          ) : (
            <optgroup label={group}>
              <Options choices={together} chosen={chosen} />
            </optgroup>
          ),
        )}
      </select>
    </Group>
  );
}

function Options({ choices, chosen }: { choices: readonly Choice[]; chosen: string }) {
  return (
    <>
      {choices.map(({ value, label }) => (
        <option value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  );
}

export function FileField({ accept, ...field }: FieldProps & { accept?: string }) {
  return (
    <Group {...field}>
      <input
        class="nhsuk-file-upload"
        id={idOf(field.name)}
        name={field.name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(field)}
      />
    </Group>
  );
}

export function Radios(props: FieldProps & { choices: readonly Choice[] }) {
  return <Choices {...props} kind="radios" />;
}

export function Checkboxes(props: FieldProps & { choices: readonly Choice[] }) {
  return <Choices {...props} kind="checkboxes" />;
}

function Choices({
  choices,
  kind,
  ...field
}: FieldProps & { choices: readonly Choice[]; kind: 'radios' | 'checkboxes' }) {
  const { form, name, label, hint, optional } = field;
  const chosen = typedMany(form, name);
  return (
    <div class={groupClass(form, name)}>
      <fieldset
        class="nhsuk-fieldset"
        id={choices.length === 0 ? idOf(name) : undefined}
        aria-describedby={describedBy(field)}
      >
        <legend class="nhsuk-fieldset__legend">
          {label}
          {optional && <Optional />}
        </legend>
        <HintAndError form={form} name={name} hint={hint} />
        <div class={`nhsuk-${kind}`}>
          {choices.map((choice, i) => (
            <div class={`nhsuk-${kind}__item`}>
              <input
                class={`nhsuk-${kind}__input`}
                id={i === 0 ? idOf(name) : `${idOf(name)}-${i + 1}`}
                name={name}
                type={kind === 'radios' ? 'radio' : 'checkbox'}
                value={choice.value}
                checked={chosen.includes(choice.value)}
                aria-describedby={choice.hint ? `${idOf(name)}-${i + 1}-about` : undefined}
              />
              <label class={`nhsuk-label nhsuk-${kind}__label`} for={i === 0 ? idOf(name) : `${idOf(name)}-${i + 1}`}>
                {choice.label}
              </label>
              {choice.hint && (
                <div class={`nhsuk-hint nhsuk-${kind}__hint`} id={`${idOf(name)}-${i + 1}-about`}>
                  {choice.hint}
                </div>
              )}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function Group({ form, name, label, hint, optional, children }: FieldProps & { children?: Child }) {
  return (
    <div class={groupClass(form, name)}>
      <label class="nhsuk-label" for={idOf(name)}>
        {label}
        {optional && <Optional />}
      </label>
      <HintAndError form={form} name={name} hint={hint} />
      {children}
    </div>
  );
}

function HintAndError({ form, name, hint }: { form: Form; name: string; hint?: string }) {
  const error = form.errors[name];
  return (
    <>
      {hint && (
        <div class="nhsuk-hint" id={`${idOf(name)}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="nhsuk-error-message" id={`${idOf(name)}-error`}>
          <span class="nhsuk-u-visually-hidden">{t('Error:')}</span> {error}
        </p>
      )}
    </>
  );
}

function Optional() {
  return <span class="optional"> ({t('optional')})</span>;
}

function groupClass(form: Form, name: string): string {
  return `nhsuk-form-group${form.errors[name] ? ' nhsuk-form-group--error' : ''}`;
}

function describedBy({ form, name, hint }: FieldProps): string | undefined {
  const ids = [hint && `${idOf(name)}-hint`, form.errors[name] && `${idOf(name)}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function idOf(name: string): string {
  return `field-${name.replace(/[^a-z0-9]+/gi, '-')}`;
}
